package org.lacuna.statistics.counting;

import org.lacuna.statistics.function.PoissonTerm;

/// The likelihood of a count `n` and of an auxiliary measurement `a` of its background, `pois(n; s
/// + t) c(a | t)`, with the background `t ≥ 0` fitted.
///
/// | density | constraint `c(a ∣ t)` |
/// |---|---|
/// | gauss | `a ~ normal(t, δ)` |
/// | lognormal | `ln a ~ normal(ln t, κ)` |
/// | gamma | `τa ~ Poisson(τt)`, `τ = b₀/δ²`: a side region that counts `τ` times the background |
///
/// Twice the difference of `−ln L` is computed as a sum of deviances, so that nothing cancels.
///
/// @cite Cowan2011
public record ProfileLikelihood(Background background) {

  /// `q̃(s) = −2 ln [L(s, t(s)) / max L]`, one-sided: 0 where the best signal lies above `s`, and
  /// the maximum is taken at `s = 0` where it lies below.
  ///
  /// @param count at least 0, not only whole numbers
  public double oneSided(double signal, double count, double auxiliary) {
    double best = count - Math.max(0, auxiliary);
    if (best >= signal) return 0;
    double reference = best >= 0 ? deviance(best, count, auxiliary) : deviance(0, count, auxiliary);
    return Math.max(0, deviance(signal, count, auxiliary) - reference);
  }

  /// Twice what `−ln L` at its best background lies above that of a perfect fit.
  public double deviance(double signal, double count, double auxiliary) {
    double fitted = fitted(signal, count, auxiliary);
    return 2 * PoissonTerm.deviance(count, signal + fitted) + penalty(fitted, auxiliary);
  }

  private double penalty(double fitted, double auxiliary) {
    if (background.isKnown()) return 0;
    double delta = background.sigma();
    return switch (background) {
      case Background.Gaussian _ -> square((auxiliary - fitted) / delta);
      case Background.LogNormal density ->
          square(StrictMath.log(auxiliary / fitted) / density.kappa());
      case Background.Gamma density ->
          2 * PoissonTerm.deviance(auxiliary / density.scale(), fitted / density.scale());
    };
  }

  /// The background that fits best if the signal is given.
  public double fitted(double signal, double count, double auxiliary) {
    if (background.isKnown()) return auxiliary;
    return switch (background) {
      case Background.Gaussian(_, double delta) -> {
        // u = s + t solves u² − B u − n δ² = 0.
        double b = signal + auxiliary - delta * delta;
        double root = StrictMath.hypot(b, 2 * delta * Math.sqrt(count));
        double u = b < 0 ? 2 * count * delta * delta / (root - b) : 0.5 * (b + root);
        yield Math.max(0, u - signal);
      }
      case Background.LogNormal density ->
          fittedLogarithm(signal, count, auxiliary, density.kappa());
      case Background.Gamma density -> {
        // (1 + τ) t² + [(1 + τ) s − n − m] t − m s = 0.
        double tau = 1 / density.scale();
        double m = tau * auxiliary;
        double b = (1 + tau) * signal - count - m;
        double root = StrictMath.hypot(b, 2 * Math.sqrt((1 + tau) * m * signal));
        yield b > 0 && m * signal > 0
            ? 2 * m * signal / (b + root)
            : Math.max(0, root - b) / (2 * (1 + tau));
      }
    };
  }

  /// Bisection of the slope in `x = ln t`, down to neighbouring numbers.
  private static double fittedLogarithm(
      double signal, double count, double auxiliary, double kappa) {
    double measured = StrictMath.log(auxiliary);
    double low = measured - kappa * kappa * auxiliary;
    double high = Math.max(measured, StrictMath.log(count));
    double x = 0.5 * (low + high);
    while (low < x && x < high) {
      double t = StrictMath.exp(x);
      double slope = t * (count / (signal + t) - 1) - (x - measured) / (kappa * kappa);
      if (slope > 0) low = x;
      else high = x;
      x = 0.5 * (low + high);
    }
    return StrictMath.exp(x);
  }

  private static double square(double x) {
    return x * x;
  }
}
