package org.lacuna.statistics.counting;

import org.lacuna.statistics.function.Normal;

/// CLs limit as if the count were normal, `n ~ normal(s + b₀, σ)` with `σ² = b₀ + δ²`, in closed
/// form: `S = n − b₀ − σ Φ⁻¹[(1 − CL) Φ((n − b₀)/σ)]`.
///
/// An estimate for the back of an envelope: within a permille above 1000 events, of little use
/// below ten.
///
/// @cite Read2002
public record NormalCls(LimitSettings settings) implements LimitMethod {

  public NormalCls {
    settings.requireExactSignal("cls-normal");
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    Background background = experiment.background();
    double delta = background.sigma();
    double sigma = Math.sqrt(background.expected() + delta * delta);
    double excess = experiment.observed() - background.expected();
    if (sigma == 0) {
      UpperLimit none =
          new UpperLimit.NotBracketed("no normal distribution has a width of 0: " + experiment);
      return new Limit(none, ExpectedBand.of(z -> Double.NaN), Double.NaN, Double.NaN);
    }
    double pull = excess / sigma;
    return new Limit(
        new UpperLimit.Converged(sigma * limit(pull)),
        ExpectedBand.of(z -> sigma * limit(z)),
        Normal.cumulative(pull),
        1 - settings.level());
  }

  private double limit(double pull) {
    return pull - Normal.quantile(Normal.logCumulative(pull) + settings.logAlpha());
  }
}
