package org.lacuna.analysis.result;

/// An upper limit beside what was to be expected of it.
///
/// @param observed from the observed count; `NaN` if there is none or it may not be looked at
/// @param expected without a signal
public record Limit(double observed, Band expected) {

  /// The limit of a search that failed.
  public static final Limit NOT_COMPUTED = new Limit(Double.NaN, Band.NOT_COMPUTED);

  public Limit {
    Checks.atLeastZeroOrMissing("observed limit", observed);
  }

  /// A limit as statistics has it.
  public static Limit of(org.lacuna.statistics.counting.Limit limit) {
    return new Limit(limit.observed().events(), Band.of(limit.expected()));
  }

  /// The same limit in another measure, see [Band#times].
  public Limit times(double factor) {
    return new Limit(observed * factor, expected.times(factor));
  }
}
