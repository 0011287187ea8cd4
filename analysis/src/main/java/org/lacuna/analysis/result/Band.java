package org.lacuna.analysis.result;

import org.lacuna.statistics.counting.ExpectedBand;

/// Upper limit expected without a signal: its median, and the quantiles that enclose 68 % and 95 %
/// of repetitions.
///
/// @param m2 limit at −2σ, the 2.28 % quantile
/// @param m1 limit at −1σ, the 15.87 % quantile
/// @param median limit at the 50 % quantile
/// @param p1 limit at +1σ
/// @param p2 limit at +2σ; infinite where no finite signal is excluded
public record Band(double m2, double m1, double median, double p1, double p2) {

  /// The band of a limit that was not computed.
  public static final Band NOT_COMPUTED =
      new Band(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  public Band {
    boolean ordered = 0 <= m2 && m2 <= m1 && m1 <= median && median <= p1 && p1 <= p2;
    boolean missing = Checks.allMissing(m2, m1, median, p1, p2);
    if (!ordered && !missing) {
      throw new IllegalArgumentException(
          "band %s, %s, %s, %s, %s: the five limits must rise from at least 0, or all be NaN (not computed)"
              .formatted(m2, m1, median, p1, p2));
    }
  }

  /// A band as statistics has it.
  public static Band of(ExpectedBand band) {
    return new Band(band.m2(), band.m1(), band.median(), band.p1(), band.p2());
  }

  /// Whether there is a band.
  public boolean isComputed() {
    return !Double.isNaN(median);
  }

  /// The same limit in another measure: events to branching fraction, branching fraction to mixing.
  ///
  /// @param factor positive; infinite at a mass where the signal cannot be produced
  public Band times(double factor) {
    return new Band(m2 * factor, m1 * factor, median * factor, p1 * factor, p2 * factor);
  }
}
