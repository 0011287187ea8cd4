package org.lacuna.analysis.result;

import java.util.List;

/// The search for heavy neutral leptons: `hnl` of the file.
///
/// @param hypotheses by rising mass
/// @param lifetimes by rising lifetime; empty if only stable N were simulated
/// @param global of all hypotheses together
public record HnlSearch(
    List<Hypothesis> hypotheses, List<Lifetime> lifetimes, GlobalSignificance global) {

  public HnlSearch {
    hypotheses = List.copyOf(hypotheses);
    lifetimes = List.copyOf(lifetimes);
    for (int i = 1; i < hypotheses.size(); i++) {
      if (hypotheses.get(i).massMeV() <= hypotheses.get(i - 1).massMeV()) {
        throw new IllegalArgumentException(
            "hypotheses[%d].massMeV = %s: must be above the one before, sort them by mass"
                .formatted(i, hypotheses.get(i).massMeV()));
      }
    }
  }

  /// What a finite lifetime does to the acceptance.
  ///
  /// @param lifetimeNs mean proper lifetime of N
  /// @param acceptanceRatio by mass
  public record Lifetime(double lifetimeNs, List<AcceptanceRatio> acceptanceRatio) {
    public Lifetime {
      Checks.positive("lifetimeNs", lifetimeNs);
      acceptanceRatio = List.copyOf(acceptanceRatio);
    }
  }

  /// One point of the curve of a lifetime.
  ///
  /// @param massMeV mass of N
  /// @param ratio acceptance at this lifetime divided by that of a stable N
  public record AcceptanceRatio(double massMeV, double ratio) {
    public AcceptanceRatio {
      Checks.positive("massMeV", massMeV);
      Checks.atLeastZero("ratio", ratio);
    }
  }

  /// The largest excess, and how often one as large is found somewhere without a signal.
  ///
  /// @param largestSignificance local, in standard deviations
  /// @param massMeV where it is
  /// @param pValue global; `NaN` if not computed
  /// @param method that gave the global p-value, empty if none
  public record GlobalSignificance(
      double largestSignificance, double massMeV, double pValue, String method) {

    /// No hypothesis had a significance.
    public static final GlobalSignificance NOT_COMPUTED =
        new GlobalSignificance(Double.NaN, Double.NaN, Double.NaN, "");

    public GlobalSignificance {
      Checks.fractionOrMissing("pValue", pValue);
    }
  }
}
