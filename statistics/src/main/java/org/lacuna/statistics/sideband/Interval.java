package org.lacuna.statistics.sideband;

/// A half-open interval `[low, high)`: neighbours share an edge and no event.
///
/// @param low lower end, finite, included
/// @param high upper end, finite, above `low`, excluded
public record Interval(double low, double high) {

  /// @throws IllegalArgumentException if an end is not finite or `high` is not above `low`
  public Interval {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "interval [" + low + ", " + high + "): the ends must be finite and rise; exchange them?");
    }
  }

  /// The interval of `centre + scale t` for t in this one.
  public Interval around(double centre, double scale) {
    return new Interval(centre + scale * low, centre + scale * high);
  }

  /// `high - low`.
  public double width() {
    return high - low;
  }

  @Override
  public String toString() {
    return "[" + low + ", " + high + ")";
  }
}
