package org.lacuna.statistics.counting;

import java.util.Optional;

/// A limit with all that is published with it. The shape does not depend on the method.
///
/// @param expected limits that experiments without a signal would set
/// @param clb probability of at most what was observed, without a signal; NaN if the method has
///   none
/// @param clsAtLimit CLs at the limit, `1 − CL` if all went well; NaN if the method has none
/// @param toyError standard deviation of the observed limit from the finite number of
///   pseudo-experiments; 0 if none were drawn
/// @param interval both ends, if the method gives two
public record Limit(
    UpperLimit observed,
    ExpectedBand expected,
    double clb,
    double clsAtLimit,
    double toyError,
    Optional<Interval> interval) {

  /// Of a method without pseudo-experiments that gives one end.
  Limit(UpperLimit observed, ExpectedBand expected, double clb, double clsAtLimit) {
    this(observed, expected, clb, clsAtLimit, 0, Optional.empty());
  }

  /// All signals that are not excluded, in events.
  public record Interval(double lower, double upper) {
    static Interval upTo(UpperLimit limit) {
      return new Interval(0, limit.events());
    }

    /// Whether the signal is not excluded.
    public boolean holds(double signal) {
      return lower <= signal && signal <= upper;
    }
  }
}
