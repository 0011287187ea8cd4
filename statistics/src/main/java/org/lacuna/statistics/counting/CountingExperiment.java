package org.lacuna.statistics.counting;

/// What was counted and what was expected without a signal: `n ~ Poisson(s + b)`.
///
/// @param observed from 0 to [#LARGEST]
public record CountingExperiment(long observed, Background background) {
  /// Counts and expectations beyond are refused.
  public static final double LARGEST = 1e12;

  public CountingExperiment {
    if (observed < 0 || observed > LARGEST) {
      throw new IllegalArgumentException(
          "observed " + observed + " must be a whole number from 0 to " + LARGEST);
    }
  }
}
