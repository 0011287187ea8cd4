package org.lacuna.statistics.counting;

/// A limit with all that is published with it. The shape does not depend on the method.
///
/// @param expected limits that experiments without a signal would set
/// @param clb probability of at most what was observed, without a signal; NaN if the method has
///   none
/// @param clsAtLimit CLs at the limit, `1 − CL` if all went well; NaN if the method has none
public record Limit(UpperLimit observed, ExpectedBand expected, double clb, double clsAtLimit) {}
