package org.lacuna.analysis.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.sideband.Interval;

class SmoothSpectrumTest {
  private static final Interval RANGE = new Interval(0.188, 0.386);

  /// Events in the middle of fine cells, with the density as weights: a spectrum that does not
  /// fluctuate.
  private static ExpectedSpectrum spectrum(DoubleUnaryOperator perGeV) {
    int cells = 100 * 50;
    double width = (RANGE.high() - RANGE.low()) / cells;
    double[] mass = new double[cells];
    Arrays.setAll(mass, k -> RANGE.low() + (k + 0.5) * width);
    return new ExpectedSpectrum(
        mass, Arrays.stream(mass).map(m -> width * perGeV.applyAsDouble(m)).toArray());
  }

  /// A fall by e³ with a shoulder.
  private static double falling(double massGeV) {
    double x = (massGeV - 0.287) / 0.099;
    return 1e6 * StrictMath.exp(-1.5 * x - 0.3 * x * x + 0.2 * x * x * x);
  }

  /// Density by Simpson's rule over a window of 4 MeV, 10⁻⁴ of it.
  @Test
  void followsASmoothSpectrum() {
    SmoothSpectrum smooth =
        SmoothSpectrum.of(spectrum(SmoothSpectrumTest::falling), RANGE).orElseThrow();
    for (double low = 0.19; low < 0.38; low += 0.01) {
      double expected =
          0.004 / 6 * (falling(low) + 4 * falling(low + 0.002) + falling(low + 0.004));
      assertThat(smooth.contentOf(low, low + 0.004)).isCloseTo(expected, within(1e-3 * expected));
    }
  }

  /// A third more events in 2 MeV, as a simulated sample may have by chance, become a hill of less
  /// than a tenth of that.
  @Test
  void doesNotRepeatWhatLooksLikeAPeak() {
    ExpectedSpectrum bumpy =
        spectrum(mass -> falling(mass) * (Math.abs(mass - 0.3) < 0.001 ? 1.33 : 1));
    SmoothSpectrum smooth = SmoothSpectrum.of(bumpy, RANGE).orElseThrow();
    double expected = 0.002 * falling(0.3);
    assertThat(smooth.contentOf(0.299, 0.301)).isBetween(expected, 1.033 * expected);
  }

  @Test
  void aFewBinsGiveNoCurve() {
    ExpectedSpectrum few = new ExpectedSpectrum(new double[] {0.2, 0.3}, new double[] {1, 1});
    assertThat(SmoothSpectrum.of(few, RANGE)).isEmpty();
  }
}
