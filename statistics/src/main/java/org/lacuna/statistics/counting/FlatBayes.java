package org.lacuna.statistics.counting;

import org.lacuna.statistics.function.LogIntegral;

/// Bayesian limit with a density flat in `s ≥ 0`: the posterior holds `1 − CL` above it.
///
/// By the integral `∫_S^∞ ds ∫ pois(n; s + b) g(b) db` itself. For an exactly known relation
/// between signal and count its result is that of [HybridCls] in another guise, and so a check of
/// it through another integral.
///
/// @cite PDG2022
public record FlatBayes(LimitSettings settings) implements LimitMethod {

  @Override
  public Limit limit(CountingExperiment experiment) {
    SmearedPoisson counts = counts(experiment);
    UpperLimit upper = upperLimit(counts, (double) experiment.observed());
    ExpectedBand expected =
        ExpectedBand.of(z -> upperLimit(counts, (double) counts.quantile(z).count()).events());
    return new Limit(upper, expected, Double.NaN, Double.NaN);
  }

  @Override
  public Limit.Interval allowed(CountingExperiment experiment) {
    return Limit.Interval.upTo(upperLimit(counts(experiment), (double) experiment.observed()));
  }

  private SmearedPoisson counts(CountingExperiment experiment) {
    return new SmearedPoisson(experiment.background(), settings.signalUncertainty());
  }

  private UpperLimit upperLimit(SmearedPoisson counts, double observed) {
    double target = logTail(counts, observed, 0) + settings.logAlpha();
    Background background = counts.background();
    double spread = Math.sqrt(background.sigma() * background.sigma() + observed + 1);
    double guess = Math.max(-settings.logAlpha(), observed - background.expected() + 1.5 * spread);
    return UpperLimit.where(
        s -> logTail(counts, observed, s) - target,
        guess,
        1.02 * guess,
        () ->
            "posterior "
                + (1 - settings.level())
                + " above it for "
                + observed
                + " on "
                + background);
  }

  /// `ln` of the posterior above a signal, not normalised.
  private static double logTail(SmearedPoisson counts, double observed, double from) {
    double sigma = counts.background().sigma();
    double spread = Math.sqrt(observed + 1 + sigma * sigma);
    double panel = 9 * (Math.sqrt(observed + 1) + 2);
    return LogIntegral.of(
        new LogIntegral.Exponent() {
          @Override
          public double at(double signal) {
            return counts.logMass(observed, signal);
          }

          @Override
          public double panelBefore(double signal) {
            return signal - panel;
          }
        },
        from,
        Double.POSITIVE_INFINITY,
        Math.max(from, observed - counts.background().expected()),
        spread);
  }
}
