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
    if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
      throw new IllegalArgumentException("mean = " + mean + ": must be from 0 to " + LARGEST_MEAN);
    }
    return mean < INVERSION_BELOW ? invert(mean, round.apply(0)[0]) : reject(mean, round);
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

  private static long reject(double mean, IntFunction<double[]> round) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double logInverseAlpha = StrictMath.log(1.1239 + 1.1328 / (b - 3.4));
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    for (int r = 0; ; r++) {
      double[] pair = round.apply(r);
      double u = pair[0] - 0.5;
      double v = pair[1];
      double edge = 0.5 - Math.abs(u);
      if (edge <= 0) continue;
      double count = Math.floor((2 * a / edge + b) * u + mean + 0.43);
      if (edge >= 0.07 && v <= squeeze) return (long) count;
      if (count < 0 || (edge < 0.013 && v > edge)) continue;
      double logHat = StrictMath.log(v) + logInverseAlpha - StrictMath.log(a / (edge * edge) + b);
      if (logHat <= new PoissonTerm(count).log(mean)) return (long) count;
    }
  }
}
