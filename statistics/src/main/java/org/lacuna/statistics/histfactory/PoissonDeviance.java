package org.lacuna.statistics.histfactory;

import org.lacuna.statistics.function.PoissonTerm;

/// What one Poisson count adds to a deviance, `d(ν) = 2 [ν − n + n ln(n/ν)]` for `n` observed and
/// `ν` expected, with its slope and curvature in `ν`.
///
/// Below `ν = 10⁻⁶ n` the parabola that touches `d` there takes over: a fit that starts with
/// nothing expected where something was observed finds its way back. For `n = 0` the line `2 ν` is
/// continued below 0. Whoever fits must ask whether the end lies in a region so continued.
///
/// @cite BakerCousins1984
final class PoissonDeviance {
  private static final double SMALLEST = 1e-6;
  private static final double ROUNDING = 1e-9;

  static double value(double observed, double expected) {
    if (observed == 0) return 2 * expected;
    double lowest = SMALLEST * observed;
    if (expected < lowest) {
      double below = expected - lowest;
      return value(observed, lowest)
          + below * (slope(observed, lowest) + below * curvature(observed, lowest) / 2);
    }
    double excess = (expected - observed) / observed;
    return 2 * observed * (excess - StrictMath.log1p(excess));
  }

  static double slope(double observed, double expected) {
    if (observed == 0) return 2;
    double lowest = SMALLEST * observed;
    return expected < lowest
        ? slope(observed, lowest) + (expected - lowest) * curvature(observed, lowest)
        : 2 * (1 - observed / expected);
  }

  static double curvature(double observed, double expected) {
    if (observed == 0) return 0;
    double bounded = Math.max(expected, SMALLEST * observed);
    return 2 * observed / (bounded * bounded);
  }

  /// Minus twice the logarithm of the largest Poisson probability of `n`, that at `ν = n`.
  static double offset(double observed) {
    return -2 * new PoissonTerm(observed).log(observed);
  }

  /// Whether the parabola or the line stands in for the deviance here.
  static boolean isContinued(double observed, double expected) {
    return observed == 0 ? expected < -ROUNDING : expected < SMALLEST * observed;
  }

  private PoissonDeviance() {}
}
