package org.lacuna.physics.standard;

/// μ⁺ → e⁺νν̄ of a polarised muon, the mass of the electron neglected.
///
/// `d²P/dz dc = z² [3 − 2z + P c (2z − 1)]`, `z = 2E_e/m_μ` from 0 to 1 and c the cosine between
/// positron and muon spin; the integral is 1. Left out are radiation and terms in m_e/m_μ.
///
/// A μ⁺ from K⁺ → μ⁺ν or π⁺ → μ⁺ν has helicity −1 in the rest frame of its parent: there its spin
/// points against its flight.
///
/// @cite PDG2022
public final class MuonDecay {
  private MuonDecay() {}

  /// Probability density in z and c; 0 outside 0 ≤ z ≤ 1.
  ///
  /// @param z energy of the positron over its largest value
  /// @param cosine between positron and spin, −1 to 1
  /// @param polarisation of the muon, 0 to 1
  public static double density(double z, double cosine, double polarisation) {
    if (!(z >= 0 && z <= 1)) return 0;
    return z * z * (3 - 2 * z + polarisation * cosine * (2 * z - 1));
  }
}
