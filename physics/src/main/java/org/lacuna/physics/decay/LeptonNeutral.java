package org.lacuna.physics.decay;

import java.util.Arrays;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// `K⁺ → ℓ⁺ + one neutral particle that is not seen`: a neutrino, or a heavy neutral lepton.
///
/// Two bodies: `E_ℓ = (m_K² + m_ℓ² − m²)/2m_K`.
///
/// @param name fixed name of the process
/// @param branchingFraction share of all K⁺ decays
/// @param charged the lepton
/// @param neutralMassGeV from 0 to `m_K − m_ℓ`, exclusively
public record LeptonNeutral(
    String name, double branchingFraction, Particle charged, double neutralMassGeV)
    implements DecayModel {

  public LeptonNeutral {
    double limitGeV = Particle.KAON.massGeV() - charged.massGeV();
    if (!(neutralMassGeV >= 0 && neutralMassGeV < limitGeV)) {
      throw new IllegalArgumentException(
          "neutralMassGeV = "
              + neutralMassGeV
              + " is not in [0, "
              + limitGeV
              + "), below the mass of the kaon less that of the lepton");
    }
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    double kaonGeV = Particle.KAON.massGeV();
    Arrays.fill(
        truth.charged.z,
        0,
        truth.n,
        (float) TwoBody.momentumGeV(kaonGeV, charged.massGeV(), neutralMassGeV));
    Arrays.fill(
        truth.charged.energy,
        0,
        truth.n,
        (float) TwoBody.energyGeV(kaonGeV, charged.massGeV(), neutralMassGeV));
  }
}
