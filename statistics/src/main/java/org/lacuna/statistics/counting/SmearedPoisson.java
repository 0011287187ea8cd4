package org.lacuna.statistics.counting;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.LogIntegral;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.PoissonTail;
import org.lacuna.statistics.function.PoissonTerm;

/// The distribution of a count whose background is uncertain, `∫ P(n; s + b) g(b) db`.
///
/// Integrated by parts, so that only densities of Poisson appear and every term is positive: `P(n ≤
/// N) = ∫ pois(N; s + b) G(b) db` and `P(n ≥ N) = P(n ≥ N; s) + ∫ pois(N − 1; s + b) (1 − G(b))
/// db`.
///
/// Everything is a logarithm: relative accuracy 1e-11 of the probability, also where it is
/// `exp(−1e5)`.
public record SmearedPoisson(Background background) {
  private static final long NONE = Long.MAX_VALUE / 2;

  /// `ln P(n ≤ count | signal + b)`.
  ///
  /// @param count any real number from 0: between whole numbers its continuation by Γ functions
  /// @param signal in events, at least 0
  public double logAtMost(double count, double signal) {
    requireSignal(signal);
    double logProbability =
        background.isKnown()
            ? PoissonTail.logAtMost(count, signal + background.expected())
            : integral(
                count, signal, background::logCumulative, count - signal < background.expected());
    return Math.min(0, logProbability);
  }

  /// `ln P(n ≥ count | signal + b)`.
  ///
  /// @param count a whole number from 0
  /// @param signal in events, at least 0
  public double logAtLeast(double count, double signal) {
    requireSignal(signal);
    if (count == 0) return 0;
    if (background.isKnown()) {
      return Math.min(0, PoissonTail.logAtLeast(count, signal + background.expected()));
    }
    double fromBackground =
        integral(
            count - 1, signal, background::logSurvival, count - 1 - signal > background.expected());
    return Math.min(0, PoissonTail.logSum(PoissonTail.logAtLeast(count, signal), fromBackground));
  }

  /// The smallest count with `P(n ≤ count | b) ≥ Φ(z)`: what an experiment without a signal sees at
  /// `z` standard deviations.
  public long quantile(double z) {
    double target = Normal.logCumulative(z);
    double spread = Math.sqrt(background.expected() + background.sigma() * background.sigma());
    // P(n ≤ low) < Φ(z) ≤ P(n ≤ high).
    long low = -1;
    long high = NONE;
    double guess = background.expected() + z * spread - 0.5;
    while (high - low > 1) {
      long count = (long) Math.max(guess, 0);
      if (count <= low || count >= high) {
        count = high == NONE ? 2 * low + 1 : low + (high - low) / 2;
      }
      double logAtMost = logAtMost((double) count, 0);
      // Ties within 1e-12 go to the smaller count.
      if (logAtMost >= target - 1e-12 / StrictMath.exp(target)) high = count;
      else low = count;
      // The normal score of P(n ≤ count) is nearly a straight line in the count.
      double next = count + (z - Normal.quantile(logAtMost)) * spread;
      guess = high == count ? Math.min(next, count - 1.0) : Math.max(next, count + 1.0);
    }
    return high;
  }

  /// @param pulled whether Poisson and background disagree, so that both shape the maximum
  private double integral(double count, double signal, DoubleUnaryOperator weight, boolean pulled) {
    double mean = count - signal;
    double variance = count + 1;
    double guess = mean;
    double step = Math.sqrt(variance);
    if (pulled) {
      double sigma2 = background.sigma() * background.sigma();
      guess = (mean * sigma2 + background.expected() * variance) / (variance + sigma2);
      step = Math.sqrt(variance * sigma2 / (variance + sigma2));
    }
    return LogIntegral.of(
        new Integrand(new PoissonTerm(count), signal, background, weight),
        0,
        Double.POSITIVE_INFINITY,
        Math.max(guess, 0.5 * step),
        step);
  }

  private static void requireSignal(double signal) {
    if (!(signal >= 0 && signal < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("signal " + signal + " must be finite and at least 0");
    }
  }

  private record Integrand(
      PoissonTerm term, double signal, Background background, DoubleUnaryOperator weight)
      implements LogIntegral.Exponent {
    @Override
    public double at(double b) {
      return term.log(signal + b) + weight.applyAsDouble(b);
    }

    @Override
    public double panelBefore(double b) {
      return Math.max(term.smoothFrom(signal + b) - signal, background.smoothFrom(b));
    }
  }
}
