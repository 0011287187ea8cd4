package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;

import java.util.List;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.ThreeBodies;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.ThreePions;

/// K⁺ → π⁺π⁺π⁻; the companions are the π⁻ and the other π⁺. Density in [ThreePions].
public final class PionTriplet implements DecayModel {
  private static final ThreePions FORMULA = ThreePions.CHARGED;
  private static final double BOUND = 1.28;

  private final ThreeBodies bodies =
      new ThreeBodies(PION.massGeV(), PION.massGeV(), PION.massGeV(), density());

  @Override
  public String name() {
    return "pipipi";
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
  public List<Particle> companions() {
    return List.of(PION, PION);
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    bodies.decay(truth, draw, truth.companion[0]);
    truth.companion[1].balance(truth.charged, truth.companion[0], truth.n);
  }

  /// ρ of the energies u of a π⁺ and v of the π⁻.
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
      float odd = Math.fma(odd1, v[i], odd0);
      float even = even1 * (u[i] - (kaon - u[i] - v[i]));
      weight[i] *= Math.fma(odd, Math.fma(odd, h, g), Math.fma(even * even, k, scale));
    };
  }
}
