package org.lacuna.statistics.counting;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;

/// What experiments without a signal would have: the value at −2, −1, 0, 1 and 2 standard
/// deviations. NaN where there is none.
public record ExpectedBand(double m2, double m1, double median, double p1, double p2) {

  /// The values at the five numbers of standard deviations.
  public static ExpectedBand of(DoubleUnaryOperator value) {
    return new ExpectedBand(
        value.applyAsDouble(-2),
        value.applyAsDouble(-1),
        value.applyAsDouble(0),
        value.applyAsDouble(1),
        value.applyAsDouble(2));
  }

  /// All five, the smallest first.
  public double[] values() {
    return new double[] {m2, m1, median, p1, p2};
  }

  /// All five in another unit.
  public ExpectedBand times(double factor) {
    return new ExpectedBand(factor * m2, factor * m1, factor * median, factor * p1, factor * p2);
  }

  /// `Φ(z)`, the share of experiments below.
  static double probability(double z) {
    return Normal.cumulative(z);
  }
}
