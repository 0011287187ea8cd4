package org.lacuna.analysis.result;

import java.util.List;
import java.util.OptionalLong;
import org.lacuna.core.quantity.Estimate;

/// The search for `K⁺ → μ⁺νX`, X invisible: an excess above a threshold of m²_miss.
///
/// @param scalar X a scalar, by rising mass
/// @param vector X a vector, by rising mass
public record Munux(List<Mass> scalar, List<Mass> vector) {

  /// A run that did not search for it.
  public static final Munux NOT_COMPUTED = new Munux(List.of(), List.of());

  public Munux {
    scalar = List.copyOf(scalar);
    vector = List.copyOf(vector);
  }

  /// The search for one mass.
  ///
  /// @param massMeV mass of X
  /// @param m0SquaredGeV2 threshold of m²_miss
  /// @param acceptance of the selection with the threshold
  /// @param observed events above the threshold; empty while the region is closed
  /// @param expected background above it, in events
  /// @param expectedSigma its uncertainty
  /// @param branchingLimit on B(K⁺ → μ⁺νX)
  /// @param status whether there is a limit
  public record Mass(
      double massMeV,
      double m0SquaredGeV2,
      Estimate acceptance,
      OptionalLong observed,
      double expected,
      BackgroundSigma expectedSigma,
      Limit branchingLimit,
      SearchStatus status) {
    public Mass {
      Checks.positive("massMeV", massMeV);
      Checks.positive("m0SquaredGeV2", m0SquaredGeV2);
      Checks.unit("acceptance", acceptance, "");
      Checks.atLeastZeroOrMissing("expected", expected);
    }
  }
}
