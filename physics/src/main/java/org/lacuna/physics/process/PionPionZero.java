package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.TwoBodyDecay;

/// K⁺ → π⁺π⁰; the π⁰ decays at once.
///
/// @param mode how
public record PionPionZero(PionZeroMode mode) implements DecayModel {
  @Override
  public String name() {
    return "pipi0" + mode.suffix();
  }

  @Override
  public double branchingFraction() {
    return BranchingFraction.PION_PION_ZERO * mode.fraction();
  }

  @Override
  public Particle charged() {
    return PION;
  }

  @Override
  public int photons() {
    return mode.photons();
  }

  @Override
  public List<Particle> companions() {
    return mode.companions();
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    FourVectors pionZero = mode.pion(truth);
    along(truth.charged, new TwoBodyDecay(KAON, PION, PION_ZERO), 1, truth.n);
    along(pionZero, new TwoBodyDecay(KAON, PION_ZERO, PION), -1, truth.n);
    Arrays.fill(pionZero.x, 0, truth.n, 0f);
    Arrays.fill(pionZero.y, 0, truth.n, 0f);
    mode.decay(truth, draw);
  }

  private static void along(FourVectors v, TwoBodyDecay decay, int direction, int n) {
    Arrays.fill(v.energy, 0, n, (float) decay.energyGeV());
    Arrays.fill(v.z, 0, n, direction * (float) decay.momentumGeV());
  }
}
