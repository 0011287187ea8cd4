package org.lacuna.statistics.evidence;

import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.SmearedPoisson;

/// Significance of one excess where it was looked for, one function per definition in use.
public final class LocalSignificance {
  private LocalSignificance() {}

  /// The probability to count as many or more, the background averaged over.
  public static Significance hybrid(CountingExperiment experiment) {
    double observed = experiment.observed();
    if (observed == 0) return new Significance(1, Double.NEGATIVE_INFINITY);
    SmearedPoisson counts = new SmearedPoisson(experiment.background());
    return Significance.ofTails(counts.logAtMost(observed - 1, 0), counts.logAtLeast(observed, 0));
  }

  /// From the profile likelihood of `n ~ Poisson(s + t)` with `t` known as `b₀ ± δ`: `±√q₀`,
  /// negative below the expectation. The background without a signal is the positive root u of `u²
  /// - (b₀ - δ²) u - n δ² = 0`, so that no search is needed.
  ///
  /// @return ±∞ only for a background of exactly nothing
  /// @cite Cowan2011
  public static double profileGauss(CountingExperiment experiment) {
    long n = experiment.observed();
    double expected = experiment.background().expected();
    double sigma = experiment.background().sigma();
    double variance = sigma * sigma;
    double half = (expected - variance) / 2;
    double root = Math.sqrt(half * half + n * variance);
    // The form without cancellation for either sign.
    double t = half >= 0 ? half + root : n * variance / (root - half);
    double pull = sigma > 0 ? (t - expected) / sigma : 0;
    double excess = (t - n) / n;
    double q = 2 * (n > 0 ? n * (excess - StrictMath.log1p(excess)) : t) + pull * pull;
    return Math.copySign(Math.sqrt(Math.max(0, q)), n - expected);
  }
}
