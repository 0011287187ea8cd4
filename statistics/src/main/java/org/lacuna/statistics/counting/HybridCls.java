package org.lacuna.statistics.counting;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.Root;

/// CLs limit with the background averaged over (hybrid): the signal `s` with `P(n ≤ n_obs | s + b)
/// / P(n ≤ n_obs | b) = 1 − CL`, each probability averaged over `g(b)`.
///
/// Exact: no pseudo-experiments, and the expected band from the exact quantiles of the count
/// without a signal. `ln CLs` is concave and falling, so that there is one limit for every count;
/// relative accuracy 1e-10 for counts and backgrounds up to 1e9.
///
/// @cite Read2002, Junk1999, CousinsHighland1992
public record HybridCls(LimitSettings settings) implements LimitMethod {

  public HybridCls(double level) {
    this(new LimitSettings(level));
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    SmearedPoisson counts = counts(experiment.background());
    double observed = experiment.observed();
    double logClb = counts.logAtMost(observed, 0);
    UpperLimit upper = upperLimit(counts, observed, logClb);
    double cls =
        upper instanceof UpperLimit.Converged(double events)
            ? StrictMath.exp(counts.logAtMost(observed, events) - logClb)
            : Double.NaN;
    return new Limit(upper, expected(experiment.background()), StrictMath.exp(logClb), cls);
  }

  @Override
  public Limit.Interval allowed(CountingExperiment experiment) {
    return Limit.Interval.upTo(upperLimit(experiment.background(), (double) experiment.observed()));
  }

  /// The limits that experiments without a signal would set.
  public ExpectedBand expected(Background background) {
    SmearedPoisson counts = counts(background);
    return ExpectedBand.of(z -> expected(counts, z));
  }

  /// The median of the limits that experiments without a signal would set.
  public double median(Background background) {
    return expected(counts(background), 0);
  }

  private double expected(SmearedPoisson counts, double z) {
    SmearedPoisson.Quantile typical = counts.quantile(z);
    return upperLimit(counts, (double) typical.count(), typical.logAtMost()).events();
  }

  /// The limit alone.
  ///
  /// @param observed any real number from 0; `b₀` gives the limit of the Asimov set
  public UpperLimit upperLimit(Background background, double observed) {
    SmearedPoisson counts = counts(background);
    return upperLimit(counts, observed, counts.logAtMost(observed, 0));
  }

  private SmearedPoisson counts(Background background) {
    return new SmearedPoisson(background, settings.signalUncertainty());
  }

  private UpperLimit upperLimit(SmearedPoisson counts, double observed, double logClb) {
    double target = logClb + settings.logAlpha();
    DoubleUnaryOperator excess = s -> counts.logAtMost(observed, s) - target;
    // First guess from normal distributions: P(n ≤ n_obs) = Φ((n_obs + ½ − b − s)/σ).
    Background background = counts.background();
    double sigma = Math.sqrt(background.sigma() * background.sigma() + observed + 1);
    double z = Normal.quantile(target);
    double guess =
        Math.max(-settings.logAlpha(), observed + 0.5 - background.expected() - z * sigma);
    double atGuess = excess.applyAsDouble(guess);
    double second = guess + atGuess * sigma / Normal.hazard(z);
    return UpperLimit.of(
        Root.ofFalling(excess, guess, atGuess, second),
        () ->
            "CLs = " + (1 - settings.level()) + " for " + observed + " observed on " + background);
  }
}
