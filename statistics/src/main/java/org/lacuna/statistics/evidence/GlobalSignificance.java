package org.lacuna.statistics.evidence;

import org.lacuna.statistics.function.Normal;

/// The probability that a scan without a signal shows, anywhere, an excess of at least this local
/// significance.
///
/// @param pValue in [0, 1]
/// @param uncertainty of the p-value from the number of pseudo-experiments; 0 for a bound
public record GlobalSignificance(double pValue, double uncertainty) {

  /// The p-value in standard deviations, `p = 1 - Φ(z)`.
  public double sigma() {
    return -Normal.quantile(StrictMath.log(pValue));
  }

  /// The share of pseudo-experiments with a larger excess, with its binomial error. None of many is
  /// 0 with the error 1/total, not certainty.
  static GlobalSignificance counted(long larger, long total) {
    double share = larger / (double) total;
    return new GlobalSignificance(
        share, Math.max(Math.sqrt(share * (1 - share) / total), 1.0 / total));
  }

  /// The bound of Gross and Vitells, `p_local + ⟨N(q₀)⟩ exp(-(z² - q₀)/2)`, at most 1.
  ///
  /// It is meant for a dense scan of a smooth field; on a coarse grid it lies above the truth.
  ///
  /// @param local significance of the largest excess, at least √q₀
  /// @param upcrossings mean number of times that a scan without a signal rises through √q₀
  /// @param q the level q₀, not negative
  /// @throws IllegalArgumentException if an argument is out of its range
  /// @cite GrossVitells2010
  public static GlobalSignificance grossVitells(double local, double upcrossings, double q) {
    if (!(upcrossings >= 0) || Double.isInfinite(upcrossings)) {
      throw new IllegalArgumentException(
          "upcrossings = " + upcrossings + ": a mean number, finite and not negative");
    }
    if (!(q >= 0) || !(local >= Math.sqrt(q))) {
      throw new IllegalArgumentException(
          "q = "
              + q
              + ": must be from 0 to local² = "
              + local * local
              + "; count the upcrossings at a lower level");
    }
    return bound(pLocal(local) + upcrossings * StrictMath.exp((q - local * local) / 2));
  }

  /// The bound for any correlation, `p_local` times the number of hypotheses, at most 1.
  ///
  /// @param local significance of the largest excess, not NaN
  /// @param hypotheses how many were looked at, at least 1
  /// @throws IllegalArgumentException if an argument is out of its range
  public static GlobalSignificance bonferroni(double local, int hypotheses) {
    if (Double.isNaN(local) || hypotheses < 1) {
      throw new IllegalArgumentException(
          "local = " + local + " with hypotheses = " + hypotheses + ": a number, and at least 1");
    }
    return bound(hypotheses * pLocal(local));
  }

  private static GlobalSignificance bound(double pValue) {
    return new GlobalSignificance(Math.min(1, pValue), 0);
  }

  private static double pLocal(double local) {
    return Normal.cumulative(-local);
  }
}
