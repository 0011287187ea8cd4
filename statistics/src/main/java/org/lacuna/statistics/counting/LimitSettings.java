package org.lacuna.statistics.counting;

/// What can be chosen about a limit; each method takes what concerns it and refuses what it cannot
/// honour.
///
/// @param level confidence level, above 0 and below 1
/// @param signalUncertainty relative error of acceptance and normalisation, from 0 to 1
/// @param asimov which Asimov set the asymptotic formulas take
/// @param toys number of pseudo-experiments
public record LimitSettings(double level, double signalUncertainty, AsimovSet asimov, Toys toys) {

  public LimitSettings {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "confidence level " + level + " must be above 0 and below 1, as 0.90");
    }
    if (!(signalUncertainty >= 0 && signalUncertainty <= 1)) {
      throw new IllegalArgumentException(
          "signal uncertainty " + signalUncertainty + " must be a fraction from 0 to 1, as 0.03");
    }
  }

  /// Everything but the level as usual.
  public LimitSettings(double level) {
    this(level, 0, AsimovSet.NOMINAL, new Toys(100_000, 1, 1));
  }

  /// `α = 1 − CL`, in the logarithm.
  double logAlpha() {
    return StrictMath.log1p(-level);
  }

  /// @throws IllegalArgumentException if there is an uncertainty that the method cannot marginalise
  void requireExactSignal(String method) {
    if (signalUncertainty > 0) {
      throw new IllegalArgumentException(
          "signal uncertainty "
              + signalUncertainty
              + " cannot be marginalised by "
              + method
              + ": use 0, or one of bayes-flat, cls-hybrid, cls-toys, feldman-cousins");
    }
  }
}
