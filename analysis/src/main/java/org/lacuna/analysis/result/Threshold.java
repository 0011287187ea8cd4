package org.lacuna.analysis.result;

import java.util.OptionalLong;

/// What is above one threshold of m²_miss, whatever the signal: Fig. 7 left of the paper.
///
/// @param m0SquaredGeV2 the threshold
/// @param observed events above it; empty while the region is closed
/// @param expected background above it, in events
/// @param expectedSigma its uncertainty
/// @param eventsLimit on the number of signal events above it
public record Threshold(
    double m0SquaredGeV2,
    OptionalLong observed,
    double expected,
    BackgroundSigma expectedSigma,
    Limit eventsLimit) {

  public Threshold {
    Checks.positive("m0SquaredGeV2", m0SquaredGeV2);
    Checks.atLeastZero("expected", expected);
  }
}
