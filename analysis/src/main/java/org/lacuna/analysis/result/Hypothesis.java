package org.lacuna.analysis.result;

import java.util.OptionalLong;
import org.lacuna.core.quantity.Estimate;

/// The search for a heavy neutral lepton of one mass, `K⁺ → μ⁺N`.
///
/// @param massMeV mass of N
/// @param sigmaMeV width of the Gaussian core of the reconstructed mass
/// @param acceptance selected and inside the mass window, per decay in the fiducial volume
/// @param acceptanceBeforeWindow the same without the mass window
/// @param observed events in the signal window; empty while it is closed
/// @param expected background in the signal window, from the sidebands, in events
/// @param expectedSigma its uncertainty
/// @param significance local, in standard deviations; negative for a deficit
/// @param pValue local, P(n ≥ observed | background)
/// @param bestFitSignal observed − expected, in events
/// @param eventsLimit on the number of signal events
/// @param branchingSES single-event sensitivity of the branching fraction, 1 / (N_K A)
/// @param mixingSES single-event sensitivity of |U_μ4|²
/// @param branchingLimit on B(K⁺ → μ⁺N)
/// @param mixingLimit on |U_μ4|²
/// @param expectedFullExposure at the exposure of the paper
/// @param status which of the numbers from `expected` to `mixingLimit` exist
public record Hypothesis(
    double massMeV,
    Estimate sigmaMeV,
    Estimate acceptance,
    Estimate acceptanceBeforeWindow,
    OptionalLong observed,
    double expected,
    BackgroundSigma expectedSigma,
    double significance,
    double pValue,
    double bestFitSignal,
    Limit eventsLimit,
    Estimate branchingSES,
    Estimate mixingSES,
    Limit branchingLimit,
    Limit mixingLimit,
    ExpectedFullExposure expectedFullExposure,
    SearchStatus status) {

  public Hypothesis {
    Checks.positive("massMeV", massMeV);
    Checks.unit("sigmaMeV", sigmaMeV, "MeV");
    Checks.unit("acceptance", acceptance, "");
    Checks.unit("acceptanceBeforeWindow", acceptanceBeforeWindow, "");
    Checks.atLeastZeroOrMissing("expected", expected);
    Checks.fractionOrMissing("pValue", pValue);
    if (status.hasLimit()) {
      Checks.known("expected", expected);
      Checks.known("median expected limit", mixingLimit.expected().median());
    }
  }
}
