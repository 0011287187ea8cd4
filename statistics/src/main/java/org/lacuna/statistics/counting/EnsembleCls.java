package org.lacuna.statistics.counting;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.PoissonTail;
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
    HybridCls hybrid = new HybridCls(settings);
    UpperLimit upper = upperLimit(ensemble, hybrid);
    Background background = experiment.background();
    // The counts of a known background are discrete, and the quantile of q̃ is that of the count.
    ExpectedBand expected =
        background.isKnown()
            ? hybrid.expected(background)
            : ExpectedBand.of(z -> expected(ensemble, z, upper.events()));
    return new Limit(upper, expected, ensemble.clb(upper.events()), ensemble.cls(upper.events()));
  }

  @Override
  public Limit.Interval allowed(CountingExperiment experiment) {
    return Limit.Interval.upTo(upperLimit(Ensemble.of(experiment), new HybridCls(settings)));
  }

  private UpperLimit upperLimit(Ensemble ensemble, HybridCls hybrid) {
    Background background = ensemble.likelihood.background();
    double start = hybrid.upperLimit(background, ensemble.observed).events();
    return UpperLimit.where(
        s -> StrictMath.log(ensemble.cls(s)) - settings.logAlpha(),
        start,
        1.01 * start,
        () ->
            "CLs = "
                + (1 - settings.level())
                + " in the ensemble of "
                + ensemble.observed
                + " observed on "
                + background);
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
      double reach = REACH * Math.sqrt(mean);
      long first = (long) Math.max(0, mean - reach - 4);
      long last = (long) (mean + reach + 40);
      // q̃ falls with the count: up to one count all measurements are beyond q, from another none.
      long some = firstBelow(REACH, first, last, n -> margin(signal, q, n, background));
      long none = firstBelow(-REACH, some, last, n -> margin(signal, q, n, background));
      double sum = some == 0 ? 0 : StrictMath.exp(PoissonTail.logAtMost(some - 1.0, mean));
      // Between, the summand is smooth: many counts are as good as all.
      double width = Math.min(Math.sqrt(mean), likelihood.background().sigma());
      double step = Math.max(1, Math.floor(width / 64));
      for (double n = some + 0.5 * (step - 1); n < none; n += step) {
        double probability = StrictMath.exp(new PoissonTerm(n).log(mean));
        sum += step * probability * Normal.cumulative(margin(signal, q, n, background));
      }
      return Math.min(1, sum);
    }

    /// The smallest count whose margin is below the bound, or `last + 1`.
    private static long firstBelow(
        double bound, long first, long last, DoubleUnaryOperator margin) {
      long low = first - 1;
      long high = last + 1;
      while (high - low > 1) {
        long middle = low + (high - low) / 2;
        if (margin.applyAsDouble((double) middle) < bound) high = middle;
        else low = middle;
      }
      return high;
    }

    /// How many standard deviations the background lies above the measurement at which `q̃ = q`; ±∞
    /// if every one or none is beyond.
    private double margin(double signal, double q, double count, double background) {
      if (likelihood.background().isKnown()) {
        // As good as equal counts as at least: it is the count that was observed.
        boolean beyond = likelihood.oneSided(signal, count, measured) >= q * (1 - 1e-12);
        return beyond ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      }
      return (background - threshold(signal, q, count)) / likelihood.background().sigma();
    }

    /// The auxiliary measurement from which on `q̃ ≥ q`; ±∞ if none or all are.
    private double threshold(double signal, double q, double count) {
      double sigma = likelihood.background().sigma();
      double low = Math.min(0, measured - 40 * sigma) - signal;
      double high = count + measured + 40 * sigma + 40 * Math.sqrt(count + 1);
      if (likelihood.oneSided(signal, count, low) >= q) return Double.NEGATIVE_INFINITY;
      if (likelihood.oneSided(signal, count, high) < q) return Double.POSITIVE_INFINITY;
      double guess = Math.max(count - signal, measured);
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
