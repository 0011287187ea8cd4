package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject.Proposal;
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
      new ThreeBodies(PION.massGeV(), PION_ZERO.massGeV(), PION_ZERO.massGeV(), density());

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

  /// ρ of the energies u of the π⁺ and v of a π⁰.
  private static Proposal density() {
    double pion2 = PION.massGeV() * PION.massGeV();
    double perEnergy = 2 * KAON.massGeV() / pion2;
    float kaon = (float) KAON.massGeV();
    float odd0 = (float) FORMULA.u(KAON.massGeV() * KAON.massGeV() + pion2);
    float odd1 = (float) -perEnergy;
    float even1 = (float) perEnergy;
    float scale = (float) (1 / BOUND);
    float g = (float) (FORMULA.g() / BOUND);
    float h = (float) (FORMULA.h() / BOUND);
    float k = (float) (FORMULA.k() / BOUND);
    return (u, v, weight, work, i) -> {
      float odd = Math.fma(odd1, u[i], odd0);
      float even = even1 * (v[i] - (kaon - u[i] - v[i]));
      weight[i] *= Math.fma(odd, Math.fma(odd, h, g), Math.fma(even * even, k, scale));
    };
  }
}
