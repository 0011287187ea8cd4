package org.lacuna.analysis.result;

/// What the exposure of the paper would give without a signal: the background and the limits from
/// the simulated, unfluctuated spectrum of 1.14·10¹⁰ kaon decays.
///
/// It needs no pseudo-data, exists for every hypothesis of every run, and is the curve to lay
/// beside the published one.
///
/// @param expected background in the signal window, in events
/// @param expectedSigma its uncertainty
/// @param eventsLimit on the number of signal events
/// @param branchingLimit on the branching fraction
/// @param mixingLimit on |U_μ4|²
public record ExpectedFullExposure(
    double expected,
    BackgroundSigma expectedSigma,
    Band eventsLimit,
    Band branchingLimit,
    Band mixingLimit) {

  public ExpectedFullExposure {
    Checks.atLeastZeroOrMissing("expected", expected);
  }
}
