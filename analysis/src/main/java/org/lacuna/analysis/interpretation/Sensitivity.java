package org.lacuna.analysis.interpretation;

import org.lacuna.core.quantity.Estimate;
import org.lacuna.physics.exotic.LeptonHeavyNeutrino;
import org.lacuna.physics.particle.Particle;

/// From a number of events to a branching fraction and to the mixing of a heavy neutral lepton.
///
/// `B_SES = 1/(N_K A)`, `B = N_S B_SES`, `|U_μ4|² = B/(B(K⁺ → μ⁺ν) ρ_μ(m_N))`. Without acceptance
/// or phase space the conversion is infinite.
///
/// @param branchingSES branching fraction of one event
/// @param mixingSES mixing of one event
/// @cite NA62Invisible2021, Shrock1981
public record Sensitivity(Estimate branchingSES, Estimate mixingSES) {

  /// For a number of kaon decays and an acceptance.
  ///
  /// @param kaonDecays N_K, positive
  /// @param acceptance A, 0 to 1
  /// @param massGeV m_N, in [0, m_K − m_μ)
  /// @param branchingFraction B(K⁺ → μ⁺ν)
  public static Sensitivity of(
      Estimate kaonDecays, Estimate acceptance, double massGeV, Estimate branchingFraction) {
    double single = branching(kaonDecays.value(), acceptance.value());
    double relative = Math.sqrt(squared(relative(kaonDecays)) + squared(relative(acceptance)));
    double mixing = mixing(single, massGeV, branchingFraction.value());
    // N_K holds 1/B, so B cancels in the mixing: its error is that of the rest.
    double withoutBranching =
        Math.sqrt(Math.max(0, squared(relative) - squared(relative(branchingFraction))));
    return new Sensitivity(
        new Estimate(single, single * relative, ""),
        new Estimate(mixing, mixing * withoutBranching, ""));
  }

  /// `1/(N_K A)`.
  ///
  /// @throws IllegalArgumentException if the number of decays is not positive or the acceptance not
  ///   0 to 1
  public static double branching(double kaonDecays, double acceptance) {
    if (!(kaonDecays > 0)) {
      throw new IllegalArgumentException(
          "kaonDecays = " + kaonDecays + ": must be above 0; the normalisation failed");
    }
    if (!(acceptance >= 0 && acceptance <= 1)) {
      throw new IllegalArgumentException("acceptance = " + acceptance + ": must be 0 to 1");
    }
    return 1 / (kaonDecays * acceptance);
  }

  /// `|U_μ4|²` of a branching fraction.
  public static double mixing(double branching, double massGeV, double branchingFraction) {
    double rho = new LeptonHeavyNeutrino(Particle.MUON, massGeV).rho();
    return branching / (branchingFraction * rho);
  }

  private static double relative(Estimate estimate) {
    return estimate.sigma() / estimate.value();
  }

  private static double squared(double x) {
    return x * x;
  }
}
