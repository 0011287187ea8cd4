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
/// A relative uncertainty of acceptance and normalisation is a factor of the signal, of median 1
/// and logarithmic width `ln(1 + r)`, and integrated over as well.
///
/// Everything is a logarithm: relative accuracy 1e-11 of the probability, also where it is
/// `exp(−1e5)`.
///
/// @param signalUncertainty `r`, from 0 to 1
public record SmearedPoisson(Background background, double signalUncertainty) {
  private static final long NONE = Long.MAX_VALUE / 2;

  /// Up to this count a sum over all smaller ones is quicker than an integral.
  private static final int SUMMED = 300;

  public SmearedPoisson {
    if (!(signalUncertainty >= 0 && signalUncertainty <= 1)) {
      throw new IllegalArgumentException(
          "signal uncertainty " + signalUncertainty + " must be a fraction from 0 to 1");
    }
  }

  /// With an exactly known relation between signal and count.
  public SmearedPoisson(Background background) {
    this(background, 0);
  }

  /// `ln P(n ≤ count | signal + b)`.
  ///
  /// @param count any real number from 0: between whole numbers its continuation by Γ functions
  /// @param signal in events, at least 0
  public double logAtMost(double count, double signal) {
    return Math.min(0, overEfficiency(count, signal, this::logAtMostExactly));
  }

  /// `ln P(n ≥ count | signal + b)`.
  ///
  /// @param count a whole number from 0
  /// @param signal in events, at least 0
  public double logAtLeast(double count, double signal) {
    return count == 0 ? 0 : Math.min(0, overEfficiency(count, signal, this::logAtLeastExactly));
  }

  /// `ln P(n = count | signal + b)`.
  ///
  /// @param count any real number from 0
  /// @param signal in events, at least 0
  public double logMass(double count, double signal) {
    return overEfficiency(count, signal, this::logMassExactly);
  }

  /// A count and `ln P(n ≤ count | b)`.
  public record Quantile(long count, double logAtMost) {}

  /// The smallest count with `P(n ≤ count | b) ≥ Φ(z)`: what an experiment without a signal sees at
  /// `z` standard deviations.
  public Quantile quantile(double z) {
    double target = Normal.logCumulative(z);
    // Ties within 1e-12 go to the smaller count.
    double enough = target - 1e-12 / StrictMath.exp(target);
    double score = Normal.quantile(enough);
    double spread = Math.sqrt(background.expected() + background.sigma() * background.sigma());
    // P(n ≤ low) < Φ(z) ≤ P(n ≤ high.count).
    long low = -1;
    Quantile high = new Quantile(NONE, 0);
    double guess = background.expected() + score * spread;
    while (high.count - low > 1) {
      long count = Math.clamp((long) Math.ceil(guess), low + 1, high.count - 1);
      double logAtMost = logAtMost((double) count, 0);
      if (logAtMost >= enough) high = new Quantile(count, logAtMost);
      else low = count;
      // The normal score of P(n ≤ count) is nearly a straight line in the count; 1 has none.
      guess = count + (score - Normal.quantile(Math.min(logAtMost, -1e-16))) * spread;
    }
    return high;
  }

  private interface LogProbability {
    double of(double count, double signal);
  }

  private double overEfficiency(double count, double signal, LogProbability probability) {
    if (!(signal >= 0 && signal < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("signal " + signal + " must be finite and at least 0");
    }
    if (signalUncertainty == 0 || signal == 0) return probability.of(count, signal);
    Background factor = new Background.LogNormal(1, signalUncertainty);
    DoubleUnaryOperator density = factor.logDensity();
    double panel = 9 * Math.sqrt(count + 1) / signal;
    return LogIntegral.of(
        new LogIntegral.Exponent() {
          @Override
          public double at(double x) {
            return x == 0
                ? Double.NEGATIVE_INFINITY
                : probability.of(count, signal * x) + density.applyAsDouble(x);
          }

          @Override
          public double panelBefore(double x) {
            return Math.max(x - panel, factor.smoothFrom(x));
          }
        },
        0,
        Double.POSITIVE_INFINITY,
        1,
        signalUncertainty);
  }

  private double logAtMostExactly(double count, double signal) {
    if (background.isKnown()) return PoissonTail.logAtMost(count, signal + background.expected());
    if (background instanceof Background.Gamma gamma
        && count <= SUMMED
        && count == Math.rint(count)) {
      return logAtMost(gamma, (int) count, signal);
    }
    return overBackground(count, signal, background.logCumulative());
  }

  /// The count of a gamma background alone is negative binomial: a finite sum over it, far quicker
  /// than incomplete gamma functions within an integral.
  private static double logAtMost(Background.Gamma gamma, int count, double signal) {
    double logMass = -gamma.shape() * StrictMath.log1p(gamma.scale());
    double odds = gamma.scale() / (1 + gamma.scale());
    double sum = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= count; k++) {
      if (k > 0) logMass += StrictMath.log((k - 1 + gamma.shape()) / k * odds);
      sum = PoissonTail.logSum(sum, logMass + PoissonTail.logAtMost(count - k, signal));
    }
    return sum;
  }

  private double logAtLeastExactly(double count, double signal) {
    if (background.isKnown()) return PoissonTail.logAtLeast(count, signal + background.expected());
    return PoissonTail.logSum(
        PoissonTail.logAtLeast(count, signal),
        overBackground(count - 1, signal, background.logSurvival()));
  }

  private double logMassExactly(double count, double signal) {
    if (background.isKnown()) return new PoissonTerm(count).log(signal + background.expected());
    if (background instanceof Background.Gaussian) {
      return overBackground(count, signal, background.logDensity());
    }
    return overLogarithm(count, signal);
  }

  private double overBackground(double count, double signal, DoubleUnaryOperator weight) {
    double step = Math.sqrt(count + 1);
    return LogIntegral.of(
        new Integrand(new PoissonTerm(count), signal, background, weight),
        0,
        Double.POSITIVE_INFINITY,
        count - signal,
        step);
  }

  /// The density of a background that may be infinite at 0 is finite over `ln b`.
  private double overLogarithm(double count, double signal) {
    Integrand integrand =
        new Integrand(new PoissonTerm(count), signal, background, background.logDensity());
    return LogIntegral.of(
        new LogIntegral.Exponent() {
          @Override
          public double at(double x) {
            return integrand.at(StrictMath.exp(x)) + x;
          }

          @Override
          public double panelBefore(double x) {
            double from = integrand.panelBefore(StrictMath.exp(x));
            return Math.max(x - 6, StrictMath.log(Math.max(0, from)));
          }
        },
        -700,
        80,
        StrictMath.log(background.expected()),
        Math.min(1, background.sigma() / background.expected()));
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
