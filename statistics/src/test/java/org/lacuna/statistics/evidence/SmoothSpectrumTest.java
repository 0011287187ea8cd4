package org.lacuna.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.sideband.Interval;

class SmoothSpectrumTest {
  private static final Interval RANGE = new Interval(0.188, 0.386);

  /// The curve through a spectrum that does not fluctuate, with the errors of a simulation of as
  /// many events.
  private static SmoothSpectrum smooth(DoubleUnaryOperator density) {
    ToDoubleFunction<Interval> content = bin -> integral(density, bin);
    return SmoothSpectrum.of(content, bin -> Math.sqrt(integral(density, bin)), RANGE)
        .orElseThrow();
  }

  /// By midpoints.
  private static double integral(DoubleUnaryOperator density, Interval bin) {
    int cells = 200;
    double width = (bin.high() - bin.low()) / cells;
    double sum = 0;
    for (int k = 0; k < cells; k++) sum += density.applyAsDouble(bin.low() + (k + 0.5) * width);
    return sum * width;
  }

  /// A fall by e³ with a shoulder.
  private static double falling(double mass) {
    double x = (mass - 0.287) / 0.099;
    return 1e6 * StrictMath.exp(-1.5 * x - 0.3 * x * x + 0.2 * x * x * x);
  }

  /// By Simpson's rule, over a fiftieth of the range.
  @Test
  void followsASmoothSpectrum() {
    SmoothSpectrum smooth = smooth(SmoothSpectrumTest::falling);
    for (double low = 0.19; low < 0.38; low += 0.01) {
      double expected =
          0.004 / 6 * (falling(low) + 4 * falling(low + 0.002) + falling(low + 0.004));
      assertThat(smooth.contentOf(low, low + 0.004)).isCloseTo(expected, within(1e-3 * expected));
    }
  }

  /// A third more events in a hundredth of the range, as a simulated sample may have by chance,
  /// become a hill of less than a tenth of that.
  @Test
  void doesNotRepeatWhatLooksLikeAPeak() {
    SmoothSpectrum smooth =
        smooth(mass -> falling(mass) * (Math.abs(mass - 0.3) < 0.001 ? 1.33 : 1));
    double expected = 0.002 * falling(0.3);
    assertThat(smooth.contentOf(0.299, 0.301)).isBetween(expected, 1.033 * expected);
  }

  /// Beyond its points a polynomial of degree 8 reaches any number.
  @Test
  void eventsInOnePartOfTheRangeGiveNoCurve() {
    ToDoubleFunction<Interval> few = bin -> bin.low() < 0.23 ? 1 : 0;
    assertThat(SmoothSpectrum.of(few, few, RANGE)).isEmpty();
  }
}
