package org.lacuna.physics.widths;

/// Squared mixing of a heavy neutral lepton with the three neutrinos, `|U_e4|²`, `|U_μ4|²`,
/// `|U_τ4|²`.
///
/// @param electron 0 to 1
/// @param muon 0 to 1
/// @param tau 0 to 1
public record Mixing(double electron, double muon, double tau) {
  /// @throws IllegalArgumentException if one is outside 0 to 1
  public Mixing {
    refuseOutside("electron", electron);
    refuseOutside("muon", muon);
    refuseOutside("tau", tau);
  }

  /// The sum of the three.
  public double sum() {
    return electron + muon + tau;
  }

  private static void refuseOutside(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " mixing squared is " + value + ": give 0 to 1");
    }
  }
}
