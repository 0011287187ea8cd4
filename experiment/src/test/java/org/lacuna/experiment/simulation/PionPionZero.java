package org.lacuna.experiment.simulation;

import java.util.Arrays;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.decay.TwoPhotons;
import org.lacuna.physics.particle.Particle;

/// K⁺ → π⁺π⁰, π⁰ → γγ, with the pion taken for a muon: the simplest decay with photons.
record PionPionZero() implements DecayModel {
  @Override
  public String name() {
    return "pipi0";
  }

  @Override
  public double branchingFraction() {
    return 0.2;
  }

  @Override
  public Particle charged() {
    return Particle.PION;
  }

  @Override
  public int photons() {
    return 2;
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    double kaon = Particle.KAON.massGeV();
    double pion = Particle.PION.massGeV();
    double pionZero = Particle.PION_ZERO.massGeV();
    float momentum = (float) TwoBody.momentumGeV(kaon, pion, pionZero);
    FourVectors neutral = new FourVectors();
    Arrays.fill(truth.charged.energy, 0, truth.n, (float) TwoBody.energyGeV(kaon, pion, pionZero));
    Arrays.fill(truth.charged.z, 0, truth.n, momentum);
    Arrays.fill(neutral.energy, 0, truth.n, (float) TwoBody.energyGeV(kaon, pionZero, pion));
    Arrays.fill(neutral.z, 0, truth.n, -momentum);
    TwoPhotons.decay(truth, draw, "photons", neutral, truth.photon[0], truth.photon[1]);
  }
}
