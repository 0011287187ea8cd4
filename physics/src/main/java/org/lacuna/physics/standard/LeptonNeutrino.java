package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.Constants.FERMI_PER_GEV2;
import static org.lacuna.physics.particle.Constants.HBAR_GEV_NS;
import static org.lacuna.physics.particle.Constants.KAON_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Constants.V_US;
import static org.lacuna.physics.particle.Particle.KAON;

import org.lacuna.physics.particle.Particle;

/// K⁺ → ℓ⁺ν at tree level.
///
/// `Γ = G_F² f_K² V_us² m_K m_ℓ² (1 − r)² / 8π`, `r = (m_ℓ/m_K)²`: suppressed by the helicity of
/// the lepton. Left out are electroweak and electromagnetic corrections, 2 % for the muon; so a
/// rate is never taken from here but from the measured branching fraction.
///
/// @param lepton e or μ
/// @cite PDG2022
public record LeptonNeutrino(Particle lepton) {

  /// The tree-level branching fraction: 0.6231 for the muon, where 0.6356 is measured.
  public double branchingFraction() {
    double r = lepton.massGeV() * lepton.massGeV() / (KAON.massGeV() * KAON.massGeV());
    double amplitude = FERMI_PER_GEV2 * KAON_DECAY_CONSTANT_GEV * V_US * lepton.massGeV() * (1 - r);
    double widthGeV = amplitude * amplitude * KAON.massGeV() / (8 * Math.PI);
    return widthGeV * KAON.lifetimeNs() / HBAR_GEV_NS;
  }
}
