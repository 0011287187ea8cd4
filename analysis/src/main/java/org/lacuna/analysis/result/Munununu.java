package org.lacuna.analysis.result;

import java.util.OptionalLong;
import org.lacuna.core.quantity.Estimate;

/// The search for `K⁺ → μ⁺ννν̄`: an excess above a threshold of m²_miss.
///
/// @param acceptanceUncut of the selection without the threshold
/// @param acceptance with it
/// @param m0SquaredGeV2 threshold of m²_miss
/// @param observed events above it; empty while the region is closed
/// @param expected background above it, in events
/// @param expectedSigma its uncertainty
/// @param eventsLimit on the number of signal events
/// @param branchingLimit on B(K⁺ → μ⁺ννν̄)
/// @param status whether there is a limit
public record Munununu(
    Estimate acceptanceUncut,
    Estimate acceptance,
    double m0SquaredGeV2,
    OptionalLong observed,
    double expected,
    BackgroundSigma expectedSigma,
    Limit eventsLimit,
    Limit branchingLimit,
    SearchStatus status) {

  /// A run that did not search for it.
  public static final Munununu NOT_COMPUTED =
      new Munununu(
          new Estimate(Double.NaN, Double.NaN, ""),
          new Estimate(Double.NaN, Double.NaN, ""),
          Double.NaN,
          OptionalLong.empty(),
          Double.NaN,
          BackgroundSigma.NOT_COMPUTED,
          Limit.NOT_COMPUTED,
          Limit.NOT_COMPUTED,
          SearchStatus.NOT_COMPUTED);

  public Munununu {
    Checks.unit("acceptanceUncut", acceptanceUncut, "");
    Checks.unit("acceptance", acceptance, "");
    Checks.atLeastZeroOrMissing("m0SquaredGeV2", m0SquaredGeV2);
    Checks.atLeastZeroOrMissing("expected", expected);
  }
}
