package org.lacuna.statistics.sideband;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Values of one observable, sorted, to be counted in any window without a histogram in between.
public final class SortedSample {
  private final double[] values;

  private SortedSample(double[] values) {
    this.values = values;
  }

  /// A sample of the values.
  ///
  /// @param values finite, in any order, any unit; copied
  /// @throws IllegalArgumentException if a value is not finite
  public static SortedSample of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // NaN sorts last, so the two ends show all that can be wrong.
    int last = sorted.length - 1;
    if (last >= 0 && !(Double.isFinite(sorted[0]) && Double.isFinite(sorted[last]))) {
      throw new IllegalArgumentException(
          "values from "
              + sorted[0]
              + " to "
              + sorted[last]
              + ": each must be finite; leave out events whose observable is not defined");
    }
    return new SortedSample(sorted);
  }

  /// Number of values in `[low, high)`.
  public long countIn(Interval interval) {
    return countBelow(interval.high()) - countBelow(interval.low());
  }

  /// Numbers of values in the bins `[centre + σ low, centre + σ high)`, by binary search.
  ///
  /// @param bins in units of `sigma`
  /// @param centre of the hypothesis, unit of the values
  /// @param sigma resolution, same unit, positive
  /// @throws IllegalArgumentException if `sigma` is not positive
  public long[] countsIn(List<Interval> bins, double centre, double sigma) {
    PeakWindows.requirePositive("sigma", sigma);
    return bins.stream().mapToLong(bin -> countIn(bin.around(centre, sigma))).toArray();
  }

  /// Number of values from an edge on.
  public long countFrom(double edge) {
    return values.length - countBelow(edge);
  }

  /// How many values there are.
  public int size() {
    return values.length;
  }

  /// The values, rising.
  public DoubleStream values() {
    return Arrays.stream(values);
  }

  /// Number of values below an edge.
  public long countBelow(double edge) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < edge) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
