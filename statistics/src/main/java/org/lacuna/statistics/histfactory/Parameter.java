package org.lacuna.statistics.histfactory;

/// One parameter of a model.
///
/// @param name as in the file; of a modifier per bin with its index, `name[0]`
/// @param init where fits begin, and where a fixed parameter stays
/// @param lower end of the range in which fits keep it
/// @param upper end of that range
/// @param fixed true if no fit moves it
/// @param constraint its auxiliary measurement
public record Parameter(
    String name, double init, double lower, double upper, boolean fixed, Constraint constraint) {
  Parameter named(String other) {
    return new Parameter(other, init, lower, upper, fixed, constraint);
  }
}
