package org.lacuna.statistics.function;

/// Turns uniform numbers into Poisson counts of one mean, one into one: the smallest count whose
/// upper tail `P(n > count)` does not exceed the number.
///
/// Up to a mean of 1000 the tails are a table. Above, the quantile is expanded about the normal one
/// with the skewness and the steps of the count in mind; the error is below a hundredth of a count
/// there.
///
/// @cite CornishFisher1938
public final class PoissonQuantile {
  private static final double LARGEST = 1e18;
  private static final double LARGEST_TABLE = 1000;

  /// Numbers have steps of 2⁻³¹, so a tail below 1e-11 is never met.
  private static final double WIDTH = 7;

  private final double mean;
  private final double spread;
  private final int first;
  private final float[] tails;

  /// @param mean from 0 to 1e18
  /// @throws IllegalArgumentException if it is not
  public PoissonQuantile(double mean) {
    if (!(mean >= 0 && mean <= LARGEST)) {
      throw new IllegalArgumentException(
          "mean = " + mean + ": must be from 0 to " + LARGEST + " events");
    }
    this.mean = mean;
    spread = Math.sqrt(mean);
    if (mean > LARGEST_TABLE) {
      first = 0;
      tails = new float[0];
    } else {
      first = (int) Math.max(0, mean - WIDTH * spread - 1);
      int last = (int) (mean + WIDTH * spread + 2 * WIDTH + 1);
      tails = tails(mean, first, last);
    }
  }

  /// `P(n > first), ..., P(n > last)`, summed from the end, where they are small; from the most
  /// probable count each term follows from its neighbour.
  private static float[] tails(double mean, int first, int last) {
    double[] terms = new double[last - first + 1];
    int mode = (int) mean;
    terms[mode - first] = StrictMath.exp(new PoissonTerm(mode).log(mean));
    for (int n = mode; n > first; n--) terms[n - 1 - first] = terms[n - first] * n / mean;
    for (int n = mode; n < last; n++) terms[n + 1 - first] = terms[n - first] * mean / (n + 1);
    float[] tails = new float[terms.length];
    double tail = 0;
    for (int k = terms.length - 1; k >= 0; k--) {
      tails[k] = (float) tail;
      tail += terms[k];
    }
    return tails;
  }

  /// The count that a uniform number stands for.
  ///
  /// @param tail in (0, 1]
  public long count(double tail) {
    if (mean > LARGEST_TABLE) return expanded(-Normal.quantile(StrictMath.log(tail)));
    int low = 0;
    int high = tails.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tails[middle] <= tail) high = middle;
      else low = middle + 1;
    }
    return (long) first + low;
  }

  private long expanded(double z) {
    double quantile = mean + spread * z + (z * z - 1) / 6 + z * (4 - z * z) / (72 * spread);
    return Math.round(quantile);
  }
}
