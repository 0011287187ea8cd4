package org.lacuna.statistics.sideband;

/// What a sideband fit comes to: a [SidebandEstimate], or the reason why there is none.
public sealed interface SidebandOutcome {

  /// One word for tables and files: `ok`, `constrained`, `insufficient-sideband` or
  /// `no-convergence`.
  String status();

  /// The background in the signal window.
  ///
  /// @param expected number of events of the central order
  /// @param statistical standard deviation from the counts in the sidebands
  /// @param systematic difference of the alternative order
  /// @param deviance Poisson deviance of the central order per degree of freedom; above 1.5 the
  ///   polynomial is too stiff for the spectrum
  /// @param constrained whether a fit, central or alternative, is held at zero in a bin or in the
  ///   window
  record SidebandEstimate(
      double expected, double statistical, double systematic, double deviance, boolean constrained)
      implements SidebandOutcome {

    /// Standard deviation of the estimate: statistical and systematic in quadrature.
    public double sigma() {
      return Math.sqrt(statistical * statistical + systematic * systematic);
    }

    @Override
    public String status() {
      return constrained ? "constrained" : "ok";
    }
  }

  /// Too few bins, or bins on one side only: the polynomial would be an extrapolation.
  ///
  /// @param reason with the numbers
  record InsufficientSideband(String reason) implements SidebandOutcome {
    @Override
    public String status() {
      return "insufficient-sideband";
    }
  }

  /// The minimum was not reached: a defect of this package, not of the data.
  ///
  /// @param reason with the numbers
  record NoConvergence(String reason) implements SidebandOutcome {
    @Override
    public String status() {
      return "no-convergence";
    }
  }
}
