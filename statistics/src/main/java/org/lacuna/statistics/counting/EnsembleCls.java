package org.lacuna.statistics.counting;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.PoissonTerm;
import org.lacuna.statistics.function.Root;

/// CLs limit of the profile likelihood from the exact distribution of its test statistic: what the
/// pseudo-experiments of the LHC give in the limit of an infinite number.
///
/// Counts `n ~ Poisson(s + t*)` and auxiliary measurements `a ~ normal(t*, δ)`, with `t*` the
/// background fitted to the data under `s` (for CLsb) or under 0 (for CLb). For a given `n`, `q̃`
/// grows with `a`; so `P(q̃ ≥ q) = Σ pois(n) [1 − Φ((a_n − t*)/δ)]` with `q̃(n, a_n) = q`.
///
/// For the density gauss, whose auxiliary measurement it is.
///
/// @cite Cowan2011
public record EnsembleCls(LimitSettings settings) implements LimitMethod {
  /// Counts further than this many standard deviations from the mean are left out.
  private static final double REACH = 9;

  public EnsembleCls {
    settings.requireExactSignal("cls-exact-ensemble");
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    Ensemble ensemble = Ensemble.of(experiment);
    double start =
        new HybridCls(settings)
            .upperLimit(ensemble.likelihood.background(), ensemble.observed)
            .events();
    UpperLimit upper =
        UpperLimit.where(
            s -> StrictMath.log(ensemble.cls(s)) - settings.logAlpha(),
            start,
            1.01 * start,
            () -> "CLs = " + (1 - settings.level()) + " in the ensemble of " + experiment);
    return new Limit(
        upper,
        ExpectedBand.of(z -> expected(ensemble, z, start)),
        ensemble.clb(upper.events()),
        ensemble.cls(upper.events()));
  }

  private double expected(Ensemble ensemble, double z, double start) {
    double clb = Normal.cumulative(z);
    double guess = start * StrictMath.exp(0.37 * z);
    return UpperLimit.where(
            s ->
                StrictMath.log(ensemble.clsb(s, ensemble.quantile(s, clb)) / clb)
                    - settings.logAlpha(),
            guess,
            1.02 * guess,
            () -> "the expected CLs")
        .events();
  }

  /// The pseudo-experiments that belong to the data.
  record Ensemble(ProfileLikelihood likelihood, double observed, double measured) {

    static Ensemble of(CountingExperiment experiment) {
      Background background = experiment.background();
      if (!(background instanceof Background.Gaussian) && !background.isKnown()) {
        throw new IllegalArgumentException(
            "cls-exact-ensemble is defined for the density gauss, not for " + background);
      }
      return new Ensemble(
          new ProfileLikelihood(background), experiment.observed(), background.expected());
    }

    double cls(double signal) {
      double q = likelihood.oneSided(signal, observed, measured);
      return clsb(signal, q) / clb(signal, q);
    }

    double clb(double signal) {
      return clb(signal, likelihood.oneSided(signal, observed, measured));
    }

    /// `P(q̃(s) ≥ q)` if there is the signal `s`.
    double clsb(double signal, double q) {
      return atLeast(signal, q, signal, likelihood.fitted(signal, observed, measured));
    }

    /// `P(q̃(s) ≥ q)` if there is no signal.
    double clb(double signal, double q) {
      return atLeast(signal, q, 0, likelihood.fitted(0, observed, measured));
    }

    /// The `q` that is exceeded with a given probability if there is no signal.
    double quantile(double signal, double probability) {
      double typical = Math.max(1e-3, likelihood.oneSided(signal, measured, measured));
      DoubleUnaryOperator excess = q -> clb(signal, q) - probability;
      if (excess.applyAsDouble(1e-12 * typical) <= 0) return 0;
      return Root.ofFalling(excess, typical, 1.1 * typical).orElse(Double.POSITIVE_INFINITY);
    }

    private double atLeast(double signal, double q, double present, double background) {
      if (q == 0) return 1;
      double mean = present + background;
      long first = (long) Math.max(0, mean - REACH * Math.sqrt(mean) - 4);
      long last = (long) (mean + REACH * Math.sqrt(mean) + 40);
      double sum = 0;
      double threshold = Double.NaN;
      for (long n = first; n <= last; n++) {
        double count = n;
        double probability = StrictMath.exp(new PoissonTerm(count).log(mean));
        if (likelihood.background().isKnown()) {
          double statistic = likelihood.oneSided(signal, count, measured);
          // As good as equal counts as at least: it is the count that was observed.
          if (statistic >= q * (1 - 1e-12)) sum += probability;
        } else {
          threshold = threshold(signal, q, count, threshold);
          double sigma = likelihood.background().sigma();
          sum += probability * Normal.cumulative((background - threshold) / sigma);
        }
      }
      return sum;
    }

    /// The auxiliary measurement from which on `q̃ ≥ q`; ±∞ if none or all are.
    ///
    /// @param near the one of the count before, NaN if there is none
    private double threshold(double signal, double q, double count, double near) {
      double sigma = likelihood.background().sigma();
      double low = Math.min(0, measured - 40 * sigma) - signal;
      double high = count + measured + 40 * sigma + 40 * Math.sqrt(count + 1);
      if (likelihood.oneSided(signal, count, low) >= q) return Double.NEGATIVE_INFINITY;
      if (likelihood.oneSided(signal, count, high) < q) return Double.POSITIVE_INFINITY;
      double guess = Double.isFinite(near) ? near + 1 : Math.max(count - signal, measured);
      // Shifted, because the root finder wants numbers above 0.
      double shift = low - sigma;
      return shift
          + Root.ofFalling(
                  x -> q - likelihood.oneSided(signal, count, Math.min(high, x + shift)),
                  guess - shift,
                  guess - shift + 0.1 * sigma)
              .orElseThrow();
    }
  }
}
