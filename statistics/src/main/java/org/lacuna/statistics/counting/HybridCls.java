package org.lacuna.statistics.counting;

import java.util.OptionalDouble;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.Root;

/// CLs limit with the background averaged over (hybrid): the signal `s` with `P(n ≤ n_obs | s + b)
/// / P(n ≤ n_obs | b) = 1 − CL`, each probability averaged over `g(b)`.
///
/// Exact: no pseudo-experiments, and the expected band from the exact quantiles of the count
/// without a signal. `ln CLs` is concave and falling, so that there is one limit for every count.
///
/// @cite Read2002, Junk1999, CousinsHighland1992
public record HybridCls(double level) implements LimitMethod {

  public HybridCls {
    LimitSettings.requireLevel(level);
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    SmearedPoisson counts = new SmearedPoisson(experiment.background());
    double observed = experiment.observed();
    UpperLimit upper = upperLimit(counts, observed);
    double logClb = counts.logAtMost(observed, 0);
    double cls =
        upper instanceof UpperLimit.Converged(double events)
            ? StrictMath.exp(counts.logAtMost(observed, events) - logClb)
            : Double.NaN;
    return new Limit(upper, expected(counts), StrictMath.exp(logClb), cls);
  }

  /// The limits that experiments without a signal would set.
  public ExpectedBand expected(Background background) {
    return expected(new SmearedPoisson(background));
  }

  private ExpectedBand expected(SmearedPoisson counts) {
    return ExpectedBand.of(z -> upperLimit(counts, (double) counts.quantile(z)).events());
  }

  /// The limit alone.
  ///
  /// @param observed any real number from 0; `b₀` gives the limit of the Asimov set
  public UpperLimit upperLimit(Background background, double observed) {
    return upperLimit(new SmearedPoisson(background), observed);
  }

  private UpperLimit upperLimit(SmearedPoisson counts, double observed) {
    double alpha = 1 - level;
    double logAlpha = StrictMath.log1p(-level);
    double logClb = counts.logAtMost(observed, 0);
    // First guess from normal distributions: P(n ≤ n_obs) = Φ((n_obs + ½ − b − s)/σ).
    Background background = counts.background();
    double sigma = Math.sqrt(background.sigma() * background.sigma() + observed + 1);
    double z = Normal.quantile(logClb + logAlpha);
    double guess = Math.max(-logAlpha, observed + 0.5 - background.expected() - z * sigma);
    double first = counts.logAtMost(observed, guess) - logClb - logAlpha;
    double second = guess + first * sigma / Normal.hazard(z);
    OptionalDouble root =
        Root.ofFalling(s -> counts.logAtMost(observed, s) - logClb - logAlpha, guess, second);
    return root.isPresent()
        ? new UpperLimit.Converged(root.getAsDouble())
        : new UpperLimit.NotBracketed(
            "no signal below "
                + Root.LARGEST
                + " events has CLs = "
                + alpha
                + " for "
                + observed
                + " observed on "
                + background);
  }
}
