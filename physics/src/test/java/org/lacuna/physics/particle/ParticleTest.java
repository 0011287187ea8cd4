package org.lacuna.physics.particle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParticleTest {
  @Test
  void anEighthOfTheKaonsDecaysInTheFiducialVolume() {
    double length = Particle.KAON.decayLengthM(75);
    assertThat(length).isCloseTo(563.845, within(1e-3));
    assertThat(-StrictMath.expm1(-75 / length)).isCloseTo(0.1246, within(1e-3));
  }

  @Test
  void stableParticlesDecayNowhere() {
    assertThat(Particle.ELECTRON.decayLengthM(1)).isInfinite();
    assertThat(Particle.PHOTON.decayLengthM(1)).isInfinite();
  }

  @Test
  void theSixFrequentDecaysLeaveHardlyRoomForOthers() {
    assertThat(
            BranchingFraction.MUON_NEUTRINO
                + BranchingFraction.PION_PION_ZERO
                + BranchingFraction.THREE_CHARGED_PIONS
                + BranchingFraction.PION_ZERO_ELECTRON_NEUTRINO
                + BranchingFraction.PION_ZERO_MUON_NEUTRINO
                + BranchingFraction.PION_TWO_PION_ZEROS)
        .isCloseTo(0.99995, within(1e-9));
  }
}
