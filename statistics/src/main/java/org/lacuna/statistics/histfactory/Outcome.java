package org.lacuna.statistics.histfactory;

/// How a fit or a limit ended; of several, the later in this order outranks.
public enum Outcome {
  OK,
  /// Converged, with a parameter on a bound of its range.
  AT_BOUND,
  /// Converged where an expected count is negative, or nothing is expected where something was
  /// observed: the model cannot describe these data.
  UNPHYSICAL,
  /// No value of the parameter of interest up to 10¹⁶ is excluded.
  NOT_BRACKETED,
  /// A fit found no minimum.
  NO_CONVERGENCE;

  Outcome or(Outcome other) {
    return compareTo(other) < 0 ? other : this;
  }
}
