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
}
