package org.lacuna.statistics.function;

/// Cumulative Poisson probabilities, which as functions of the mean are those of the gamma
/// distribution: `P(n ≤ N; μ) = ∫_μ^∞ pois(N; u) du`, for any real `N`.
///
/// By quadrature, which costs the same for a count of 1 and of 1e9. Relative accuracy 1e-12.
public final class PoissonTail {
  private PoissonTail() {}

  /// `ln P(n ≤ count; mean)`.
  ///
  /// @param count above −1
  /// @param mean at least 0
  public static double logAtMost(double count, double mean) {
    if (mean == 0) return 0;
    return integral(new PoissonTerm(count), mean, Double.POSITIVE_INFINITY);
  }

  /// `ln P(n ≥ count; mean)`, `ln` of the regularised incomplete gamma function `P(count, mean)`.
  ///
  /// @param count at least 0
  /// @param mean at least 0
  public static double logAtLeast(double count, double mean) {
    if (count == 0) return 0;
    if (mean == 0) return Double.NEGATIVE_INFINITY;
    // Below 1 the integrand is infinite at 0: one step up, and the term between.
    if (count < 1) return logSum(logAtLeast(count + 1, mean), new PoissonTerm(count).log(mean));
    return integral(new PoissonTerm(count - 1), 0, mean);
  }

  /// `ln(eᵃ + eᵇ)`.
  public static double logSum(double a, double b) {
    double greater = Math.max(a, b);
    if (greater == Double.NEGATIVE_INFINITY) return greater;
    return greater + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - greater));
  }

  private static double integral(PoissonTerm term, double from, double to) {
    double guess = Math.min(to, Math.max(from, term.count()));
    return LogIntegral.of(
        new Means(term), from, to, guess, Math.sqrt(Math.max(0, term.count()) + 1));
  }

  private record Means(PoissonTerm term) implements LogIntegral.Exponent {
    @Override
    public double at(double x) {
      return term.log(x);
    }

    @Override
    public double panelBefore(double x) {
      return term.smoothFrom(x);
    }
  }
}
