package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.PION;

import java.util.List;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.ThreeBodies;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.ThreePions;

/// K⁺ → π⁺π⁺π⁻; the companions are the other π⁺ and the π⁻. Density in [ThreePions].
public final class PionTriplet implements DecayModel {
  private static final ThreePions FORMULA = ThreePions.CHARGED;
  private static final double BOUND = 1.28;

  private final ThreeBodies bodies =
      new ThreeBodies(
          PION.massGeV(),
          PION.massGeV(),
          PION.massGeV(),
          ThreePionDensity.oddSecond(FORMULA, BOUND));

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
  public int candidates() {
    return 2;
  }

  @Override
  public List<Particle> companions() {
    return List.of(PION, PION);
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    bodies.decay(truth, draw, truth.companion[1]);
    truth.companion[0].balance(truth.charged, truth.companion[1], truth.n);
  }
}
