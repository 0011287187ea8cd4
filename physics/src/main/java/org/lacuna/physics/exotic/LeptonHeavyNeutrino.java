package org.lacuna.physics.exotic;

import static org.lacuna.physics.particle.BranchingFraction.ELECTRON_NEUTRINO;
import static org.lacuna.physics.particle.BranchingFraction.MUON_NEUTRINO;
import static org.lacuna.physics.particle.Particle.KAON;

import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.particle.Particle;

/// K⁺ → ℓ⁺N with a heavy neutral lepton N.
///
/// `B = B(ℓν) ρ |U_ℓ4|²`, `ρ = [a + b − (a − b)²] √λ(1, a, b) / [a (1 − a)²]`, `a = (m_ℓ/m_K)²`, `b
/// = (m_N/m_K)²`: 1 at `m_N = 0`, exactly 0 at and above `m_K − m_ℓ`. A massive N lifts the
/// suppression by helicity; ρ reaches 4.13 for the muon (at 263 MeV) and 1.4·10⁵ for the electron.
/// Radiation is taken as for a massless neutrino.
///
/// @param lepton e or μ
/// @param massGeV mass of N, 0 or above
/// @cite Shrock1981
public record LeptonHeavyNeutrino(Particle lepton, double massGeV) {
  private static final double K = KAON.massGeV();

  /// @throws IllegalArgumentException if the mass is negative or not finite, or the lepton neither
  ///   e nor μ
  public LeptonHeavyNeutrino {
    if (lepton != Particle.ELECTRON && lepton != Particle.MUON) {
      throw new IllegalArgumentException("lepton is " + lepton + ": give ELECTRON or MUON");
    }
    if (!(massGeV >= 0 && massGeV < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("massGeV is " + massGeV + ": give 0 or more");
    }
  }

  /// The mass at and above which the decay is closed, `m_K − m_ℓ`.
  public static double limitGeV(Particle lepton) {
    return K - lepton.massGeV();
  }

  /// ρ, the rate per unit of mixing relative to K⁺ → ℓ⁺ν.
  public double rho() {
    double a = square(lepton.massGeV() / K);
    double b = square(massGeV / K);
    double root = 2 * momentumGeV() / K;
    return (a + b - square(a - b)) * root / (a * square(1 - a));
  }

  /// Branching fraction.
  ///
  /// @param mixingSquared `|U_ℓ4|²`
  public double branchingFraction(double mixingSquared) {
    double massless = lepton == Particle.MUON ? MUON_NEUTRINO : ELECTRON_NEUTRINO;
    return massless * rho() * mixingSquared;
  }

  /// Momentum of the lepton in the kaon frame.
  public double momentumGeV() {
    return TwoBody.momentumGeV(K, lepton.massGeV(), massGeV);
  }

  private static double square(double x) {
    return x * x;
  }
}
