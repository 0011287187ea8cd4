package org.lacuna.statistics.function;

import java.util.function.IntFunction;

/// A Poisson number from uniform numbers, for any mean up to 10¹².
///
/// Below a mean of 10 by inversion; above it by transformed rejection with a table of squeezes,
/// where round after round takes a pair of uniform numbers (1.1 pairs on average).
///
/// @cite Hoermann1993
public final class PoissonDraw {
  private static final double INVERSION_BELOW = 10;
  private static final double LARGEST_MEAN = 1e12;

  private PoissonDraw() {}

  /// Draws a number.
  ///
  /// @param mean from 0 to 10¹²
  /// @param round pair of uniform numbers of (0, 1] for each round, from 0 on
  public static long of(double mean, IntFunction<double[]> round) {
    for (int r = 0; ; r++) {
      double[] pair = round.apply(r);
      long count = attempt(mean, pair[0], pair[1]);
      if (count >= 0) return count;
    }
  }

  /// What one round gives, for those who draw many numbers side by side.
  ///
  /// @param mean from 0 to 10¹²
  /// @param u, v pair of uniform numbers of (0, 1]
  /// @return the number, or -1 if another pair is needed
  public static long attempt(double mean, double u, double v) {
    if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
      throw new IllegalArgumentException("mean = " + mean + ": must be from 0 to " + LARGEST_MEAN);
    }
    return mean < INVERSION_BELOW ? invert(mean, u) : accepted(mean, u - 0.5, v);
  }

  private static long invert(double mean, double u) {
    double term = StrictMath.exp(-mean);
    double sum = term;
    long count = 0;
    // The largest uniform number is 1, and the sum may end just below it.
    while (u > sum && term > 0) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }

  private static long accepted(double mean, double u, double v) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double edge = 0.5 - Math.abs(u);
    if (edge <= 0) return -1;
    double count = Math.floor((2 * a / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return (long) count;
    if (count < 0 || (edge < 0.013 && v > edge)) return -1;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double height = StrictMath.log(v * inverseAlpha / (a / (edge * edge) + b));
    return height <= new PoissonTerm(count).log(mean) ? (long) count : -1;
  }
}
