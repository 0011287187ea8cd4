package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.ThreeBodies;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.decay.TwoPhotons;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.ThreePions;

/// K⁺ → π⁺π⁰π⁰ and two photons from each π⁰. Density in [ThreePions].
public final class PionTwoPionZeros implements DecayModel {
  private static final ThreePions FORMULA = ThreePions.NEUTRAL;
  private static final double BOUND = 1.92;

  private final ThreeBodies bodies =
      new ThreeBodies(
          PION.massGeV(),
          PION_ZERO.massGeV(),
          PION_ZERO.massGeV(),
          ThreePionDensity.oddFirst(FORMULA, BOUND));

  @Override
  public String name() {
    return "pipi0pi0";
  }

  @Override
  public double branchingFraction() {
    return FORMULA.branchingFraction();
  }

  @Override
  public Particle charged() {
    return PION;
  }

  @Override
  public int photons() {
    return 4;
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    // Each π⁰ waits in the columns of its second photon.
    FourVectors one = truth.photon[1];
    FourVectors other = truth.photon[3];
    bodies.decay(truth, draw, one);
    other.balance(truth.charged, one, truth.n);
    TwoPhotons.decay(truth, draw, "photons of one", one, truth.photon[0], one);
    TwoPhotons.decay(truth, draw, "photons of the other", other, truth.photon[2], other);
  }
}
