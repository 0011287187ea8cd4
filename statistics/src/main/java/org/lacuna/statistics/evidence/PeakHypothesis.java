package org.lacuna.statistics.evidence;

/// One place of a scan: a peak at `centre`, as wide as the resolution there.
///
/// @param centre in the unit of the observable
/// @param sigma resolution, same unit, positive
public record PeakHypothesis(double centre, double sigma) {}
