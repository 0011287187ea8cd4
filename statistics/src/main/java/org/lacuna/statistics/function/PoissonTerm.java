package org.lacuna.statistics.function;

/// The probability of a count as a function of its mean, `pois(n; μ) = exp(n ln μ − μ − ln Γ(n +
/// 1))`, for any real `n > −1`.
///
/// From 1 on evaluated in deviance form, `−n D(μ/n) − ½ ln 2πn − δ(n)` with `D(r) = r − 1 − ln r`
/// by its series near 1 and `δ` the error of Stirling's formula: relative accuracy 1e-13 up to `n`
/// = 1e9, where the plain form has lost seven digits.
///
/// @cite Loader2000
public final class PoissonTerm {
  private static final int STIRLING_FROM = 16;
  private static final double THIRD = 1 / 3.0;
  private static final double FIFTH = 1 / 5.0;
  private static final double SEVENTH = 1 / 7.0;
  private static final double NINTH = 1 / 9.0;
  private static final double ELEVENTH = 1 / 11.0;
  private static final double THIRTEENTH = 1 / 13.0;

  private final double count;

  /// From 1 on `ln pois(n; n)`, below `−ln Γ(n + 1)`.
  private final double constant;

  /// @param count finite, above −1
  public PoissonTerm(double count) {
    if (!(count > -1 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("count " + count + " must be finite and above -1");
    }
    this.count = count;
    constant =
        count < 1
            ? -logFactorial(count)
            : -0.5 * StrictMath.log(count) - Normal.LOG_SQRT_TWO_PI - stirling(count);
  }

  public double count() {
    return count;
  }

  /// `ln pois(n; mean)`.
  ///
  /// @param mean at least 0
  public double log(double mean) {
    if (count == 0) return -mean;
    if (count < 1) return constant + count * StrictMath.log(mean) - mean;
    return constant - deviance(count, mean);
  }

  /// `n D(μ/n) = n ln(n/μ) − n + μ`, what a mean lies above the best one in `−ln` of the
  /// likelihood.
  ///
  /// @param count at least 0
  /// @param mean at least 0
  public static double deviance(double count, double mean) {
    if (count == 0) return mean;
    double difference = count - mean;
    double sum = count + mean;
    if (Math.abs(difference) >= 0.1 * sum) {
      return count * StrictMath.log(count / mean) - difference;
    }
    // d²/s + 2n (v³/3 + v⁵/5 + ...), v = d/s: nothing cancels, and v² is below 0.01.
    double v = difference / sum;
    double y = v * v;
    double series =
        y * (THIRD + y * (FIFTH + y * (SEVENTH + y * (NINTH + y * (ELEVENTH + y * THIRTEENTH)))));
    return v * (difference + 2 * count * series);
  }

  /// Where the widest stretch of means begins that ends at `mean` and on which this is smooth
  /// enough for a panel of [LogIntegral]: nine standard deviations, and not to 0 if the count is no
  /// whole number.
  public double smoothFrom(double mean) {
    double from = mean - 9 * (Math.sqrt(count + 1) + 2);
    return count < 32 && count != Math.rint(count) ? Math.max(0.25 * mean, from) : from;
  }

  /// `ln Γ(x + 1)`.
  ///
  /// @param x above −1
  public static double logFactorial(double x) {
    if (x < STIRLING_FROM) {
      double product = 1;
      for (int k = 1; k <= STIRLING_FROM + 1; k++) product *= x + k;
      return logFactorial(x + STIRLING_FROM + 1) - StrictMath.log(product);
    }
    return (x + 0.5) * StrictMath.log(x) - x + Normal.LOG_SQRT_TWO_PI + stirling(x);
  }

  /// `ln Γ(n + 1) − [(n + ½) ln n − n + ½ ln 2π]`.
  private static double stirling(double n) {
    if (n < STIRLING_FROM) {
      return logFactorial(n) - (n + 0.5) * StrictMath.log(n) + n - Normal.LOG_SQRT_TWO_PI;
    }
    double y = 1 / (n * n);
    return (1 / 12.0
            + y
                * (-1 / 360.0
                    + y * (1 / 1260.0 + y * (-1 / 1680.0 + y * (1 / 1188.0 - y * 691 / 360360.0)))))
        / n;
  }
}
