package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.core.quantity.Estimate;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.25764, 3, 0.258",
    "384, 4, 384.0",
    "99.96, 3, 100",
    "12345.6, 3, 12300",
    "1.186e3, 2, 1200",
    "-0.7, 2, −0.70",
    "4.52e-8, 3, 4.52×10<sup>−8</sup>",
    "1.14e10, 3, 1.14×10<sup>10</sup>",
    "0, 3, 0",
    "NaN, 3, –",
    "Infinity, 3, ∞",
  })
  void numbersHaveTheirDigits(double value, int digits, String expected) {
    assertThat(Numbers.digits(value, digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.302, 0.005, '', 0.302 ± 0.005",
    "0.314159, 0.000312, '', 0.31416 ± 0.00031",
    "1.14e10, 0.02e10, '', (1.14 ± 0.02)×10<sup>10</sup>",
    "1.5e-3, 1e-5, GeV^2, (0.00150 ± 0.00001) GeV<sup>2</sup>",
    "1.5e-3, NaN, GeV^2, 0.0015 GeV<sup>2</sup>",
    "1e-6, NaN, '', 1×10<sup>−6</sup>",
    "2.7, 0.027, MeV, (2.700 ± 0.027) MeV",
    "7549, 928, '', 7549 ± 928",
    "NaN, NaN, MeV, –",
    "5, 0, MeV, 5 MeV",
  })
  void estimatesAreRoundedToTheirUncertainty(
      double value, double sigma, String unit, String expected) {
    assertThat(Numbers.estimate(new Estimate(value, sigma, unit))).isEqualTo(expected);
  }

  @Test
  void countsAreGrouped() {
    assertThat(Numbers.count(2_190_000_000L)).isEqualTo("2\u00a0190\u00a0000\u00a0000");
  }

  @Test
  void confidenceLevelsAreInPercent() {
    assertThat(Numbers.level(0.9)).isEqualTo("90 % CL");
    assertThat(Numbers.level(0.6827)).isEqualTo("68.27 % CL");
  }
}
