package org.lacuna.statistics.function;

/// The standard normal distribution `Φ`, its density `φ`, and both in logarithms.
///
/// Relative accuracy 1e-15 everywhere, also of the logarithms and also for `x` = −1e8.
///
/// @cite Cody1969
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as they were published
public final class Normal {
  /// `ln √(2π)`.
  public static final double LOG_SQRT_TWO_PI = 0.91893853320467274178;

  private static final double SQRT_HALF = 0.70710678118654752440;
  private static final double INVERSE_SQRT_PI = 0.56418958354775628695;

  // Cody's rational approximations: erf below 0.46875, erfc up to 4 and above, scaled by exp(x²).
  private static final double[] ERF_ABOVE = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] ERF_BELOW = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_ABOVE = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_BELOW = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] FAR_ABOVE = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] FAR_BELOW = {
    1,
    2.56852019228982242,
    1.87295284992346725,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private Normal() {}

  /// `ln φ(x) = −x²/2 − ln √(2π)`.
  public static double logDensity(double x) {
    return -0.5 * x * x - LOG_SQRT_TWO_PI;
  }

  /// `Φ(x)`.
  public static double cumulative(double x) {
    double t = Math.abs(x) * SQRT_HALF;
    if (t < 0.46875) return 0.5 + Math.copySign(0.5 * erfNearZero(t), x);
    double tail = 0.5 * StrictMath.exp(-0.5 * x * x) * scaledTail(t);
    return x < 0 ? tail : 1 - tail;
  }

  /// `ln Φ(x)`; of the upper tail it is `logCumulative(-x)`.
  public static double logCumulative(double x) {
    if (x > -1) return x > 0 ? StrictMath.log1p(-cumulative(-x)) : StrictMath.log(cumulative(x));
    return -0.5 * x * x + StrictMath.log(0.5 * scaledTail(-x * SQRT_HALF));
  }

  /// `φ(x)/Φ(x)`, the slope of `ln Φ`.
  public static double hazard(double x) {
    return StrictMath.exp(logDensity(x) - logCumulative(x));
  }

  /// The `x` with `ln Φ(x) = p`, by Newton steps on this concave function.
  ///
  /// @param logProbability at most 0; 0 gives +∞ and −∞ gives −∞
  public static double quantile(double logProbability) {
    if (!(logProbability <= 0)) {
      throw new IllegalArgumentException(
          "logProbability " + logProbability + " is not the logarithm of a probability");
    }
    if (logProbability == 0) return Double.POSITIVE_INFINITY;
    if (logProbability == Double.NEGATIVE_INFINITY) return logProbability;
    // The smaller tail: near Φ = 1 the logarithm is flat and says little.
    if (logProbability > -0.6931471805599453) {
      return -quantile(StrictMath.log(-StrictMath.expm1(logProbability)));
    }
    double far = -2 * (logProbability + LOG_SQRT_TWO_PI);
    // Left of the root or not, the step from where the slope is steep never overshoots to the
    // right.
    double x = far > 3 ? -Math.sqrt(far - StrictMath.log(far)) : -0.5;
    for (int round = 0; round < 50; round++) {
      double step = (logProbability - logCumulative(x)) / hazard(x);
      x += step;
      if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) break;
    }
    return x;
  }

  /// `erf(t)` for `0 ≤ t < 0.46875`.
  private static double erfNearZero(double t) {
    return t * ratio(ERF_ABOVE, ERF_BELOW, t * t);
  }

  /// `exp(t²) erfc(t)` for `t ≥ 0`.
  private static double scaledTail(double t) {
    if (t < 0.46875) return StrictMath.exp(t * t) * (1 - erfNearZero(t));
    if (t <= 4) return ratio(MIDDLE_ABOVE, MIDDLE_BELOW, t);
    double y = 1 / (t * t);
    return (INVERSE_SQRT_PI - y * ratio(FAR_ABOVE, FAR_BELOW, y)) / t;
  }

  private static double ratio(double[] above, double[] below, double x) {
    double numerator = above[0];
    double denominator = below[0];
    for (int i = 1; i < above.length; i++) {
      numerator = numerator * x + above[i];
      denominator = denominator * x + below[i];
    }
    return numerator / denominator;
  }
}
