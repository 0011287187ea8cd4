package org.lacuna.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
  @ParameterizedTest
  @CsvSource({
    "ENERGY, 270 MeV, 0.27",
    "ENERGY, 263MeV, 0.263",
    "ENERGY, 270 MeV/c, 0.27",
    "ENERGY, 384 MeV/c^2, 0.384",
    "ENERGY, 384 MeV/c², 0.384",
    "ENERGY, 75 GeV/c, 75",
    "ENERGY, 511 keV, 0.000511",
    "ENERGY, -0.5 GeV, -0.5",
    "ENERGY, 1.e-1 TeV, 100",
    "ENERGY_SQUARED, 0.1 GeV^2, 0.1",
    "ENERGY_SQUARED, 0.03 GeV², 0.03",
    "ENERGY_SQUARED, 0.03 GeV^2/c^4, 0.03",
    "ENERGY_SQUARED, 900 MeV^2, 0.0009",
    "LENGTH, 63.8 mm, 0.0638",
    "LENGTH, 200 µm, 0.0002",
    "LENGTH, 183.508 m, 183.508",
    "LENGTH, 12 cm, 0.12",
    "TIME, 50 ns, 50",
    "TIME, 100 ps, 0.1",
    "TIME, 2.2 us, 2200",
    "TIME, 1 s, 1e9",
    "ANGLE, 1.2 mrad, 0.0012",
    "ANGLE, 180 deg, 3.141592653589793",
    "ANGLE, 90°, 1.5707963267948966",
    "FREQUENCY, 500 MHz, 0.5",
    "MAGNETIC_FIELD, 50 uT, 0.00005",
    "FRACTION, 3 %, 0.03",
    "FRACTION, 0.92, 0.92",
  })
  void readsWhatAPhysicistWrites(Dimension dimension, String text, double inside) {
    assertThat(dimension.parse(text)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"270", "MeV", "270 m", "270 Mev", "270 MeV MeV", "", "2,70 MeV", "NaN GeV"})
  void refusesAnythingElseInOneLine(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dimension.ENERGY.parse(text))
        .withMessageStartingWith("\"" + text + "\" ")
        .withMessageEndingWith(
            "give an energy, momentum or mass in eV, keV, MeV, GeV, TeV, for example \"270 MeV\"");
  }

  @Test
  void saysThatTheUnitIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dimension.TIME.parse("50"))
        .withMessage("\"50\" has no unit: give a time in ps, ns, us, ms, s, for example \"50 ns\"");
  }

  @ParameterizedTest
  @CsvSource({
    "ENERGY, 0.263, 263 MeV",
    "ENERGY, 0.300, 300 MeV",
    "ENERGY, 0.3005, 300.5 MeV",
    "ENERGY, 75, 75 GeV",
    "ENERGY, 0, 0 GeV",
    "ENERGY, -0.25, -250 MeV",
    "ENERGY, Infinity, Infinity GeV",
    "LENGTH, 0.0638, 6.38 cm",
    "ANGLE, 0.7, 700 mrad",
    "TIME, 1e-9, 1.0E-6 ps",
    "FRACTION, 0.03, 0.03",
  })
  void writesTheNaturalUnit(Dimension dimension, double inside, String text) {
    assertThat(dimension.format(inside)).isEqualTo(text);
  }

  @Test
  void writesTheUnitAskedFor() {
    assertThat(Dimension.LENGTH.format(0.0638, "mm")).isEqualTo("63.8 mm");
    assertThat(Dimension.FRACTION.format(0.03, "%")).isEqualTo("3 %");
    assertThat(Dimension.ANGLE.format(Math.PI, "deg")).isEqualTo("180 deg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dimension.LENGTH.format(1, "MeV"))
        .withMessageContaining("is no unit of a length");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(Dimension dimension) {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double value = random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(-8, 8));
      assertThat(dimension.parse(dimension.format(value)))
          .as("seed %d, case %d", seed, i)
          .isCloseTo(value, withinPercentage(1e-13));
    }
  }

  @Test
  void anEstimateRefusesANegativeSigma() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(1, -0.1, "GeV"))
        .withMessage("sigma is -0.1: give 0 or more, or NaN if not estimated");
    assertThat(new Estimate(1.5e-3, Double.NaN, "GeV^2")).hasToString("0.0015 GeV^2");
    assertThat(new Estimate(1.14e10, 2e8, "")).hasToString("1.14E10 ± 2.0E8");
    assertThat(new Estimate(0.4937, 0.0001, "GeV")).hasToString("(0.4937 ± 1.0E-4) GeV");
  }
}
