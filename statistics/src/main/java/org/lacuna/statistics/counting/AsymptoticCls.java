package org.lacuna.statistics.counting;

import org.lacuna.statistics.function.Normal;

/// CLs limit of the profile likelihood by its asymptotic formulas.
///
/// With `q = q̃(s)` of the data and `q_A` that of the Asimov set, `CLs = [1 − Φ(x)] / [1 − Φ(y)]`,
/// where `x = √q`, `y = √q − √q_A` if `q ≤ q_A`, else `x = (q + q_A)/2√q_A`, `y = (q − q_A)/2√q_A`.
/// The band solves `[1 − Φ(√q_A − z)] / Φ(z) = 1 − CL`.
///
/// An approximation for large counts: below ten expected events it may be off by tens of percent,
/// in either direction.
///
/// @cite Cowan2011
public record AsymptoticCls(LimitSettings settings) implements LimitMethod {

  public AsymptoticCls {
    settings.requireExactSignal("cls-asymptotic");
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    Fit fit = new Fit(experiment, settings.asimov());
    UpperLimit upper = upperLimit(fit, experiment);
    double signal = upper.events();
    return new Limit(
        upper,
        ExpectedBand.of(z -> expected(fit, z)),
        StrictMath.exp(fit.logClb(signal)),
        StrictMath.exp(fit.logCls(signal)));
  }

  @Override
  public Limit.Interval allowed(CountingExperiment experiment) {
    return Limit.Interval.upTo(upperLimit(new Fit(experiment, settings.asimov()), experiment));
  }

  private UpperLimit upperLimit(Fit fit, CountingExperiment experiment) {
    double guess = 1.64 * fit.spread() + 2;
    return UpperLimit.where(
        s -> fit.logCls(s) - settings.logAlpha(),
        guess,
        1.1 * guess,
        () -> "asymptotic CLs = " + (1 - settings.level()) + " for " + experiment);
  }

  private double expected(Fit fit, double z) {
    double logTail = settings.logAlpha() + Normal.logCumulative(z);
    double significance = z - Normal.quantile(logTail);
    double guess = significance * fit.spread() + 1;
    return UpperLimit.where(
            s -> significance - Math.sqrt(fit.asimov(s)),
            guess,
            1.1 * guess,
            () -> "the expected CLs")
        .events();
  }

  /// `q̃` of the data and of the Asimov set, and what follows from them.
  record Fit(ProfileLikelihood likelihood, double observed, double measured, double typical) {
    Fit(CountingExperiment experiment, AsimovSet asimov) {
      ProfileLikelihood likelihood = new ProfileLikelihood(experiment.background());
      double observed = experiment.observed();
      double measured = experiment.background().expected();
      double typical =
          switch (asimov) {
            case NOMINAL -> measured;
            case POSTFIT -> likelihood.fitted(0, observed, measured);
          };
      this(likelihood, observed, measured, typical);
    }

    double spread() {
      double sigma = likelihood.background().sigma();
      return Math.sqrt(typical + sigma * sigma);
    }

    double observed(double signal) {
      return likelihood.oneSided(signal, observed, measured);
    }

    double asimov(double signal) {
      return likelihood.oneSided(signal, typical, typical);
    }

    double logCls(double signal) {
      double q = observed(signal);
      double qA = asimov(signal);
      double x = q <= qA ? Math.sqrt(q) : (q + qA) / (2 * Math.sqrt(qA));
      return Normal.logCumulative(-x) - logClb(q, qA);
    }

    double logClb(double signal) {
      return logClb(observed(signal), asimov(signal));
    }

    private static double logClb(double q, double qA) {
      double y = q <= qA ? Math.sqrt(q) - Math.sqrt(qA) : (q - qA) / (2 * Math.sqrt(qA));
      return Normal.logCumulative(-y);
    }
  }
}
