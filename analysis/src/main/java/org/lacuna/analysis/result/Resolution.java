package org.lacuna.analysis.result;

import org.lacuna.core.quantity.Estimate;

/// How well masses are measured: `resolution` of the file.
///
/// @param missingMassSquaredAtPeak of `K⁺ → μ⁺ν`
public record Resolution(Width missingMassSquaredAtPeak) {

  /// Width of a distribution of m²_miss, in GeV².
  ///
  /// @param core of its Gaussian core
  /// @param rms inside |m²_miss| < 0.01 GeV²
  public record Width(Estimate core, Estimate rms) {
    public Width {
      Checks.unit("core", core, "GeV^2");
      Checks.unit("rms", rms, "GeV^2");
    }
  }
}
