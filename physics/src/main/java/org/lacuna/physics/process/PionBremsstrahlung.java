package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Radiative;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.decay.TwoPhotons;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.PionPionZeroPhoton;

/// K⁺ → π⁺π⁰γ by inner bremsstrahlung and two photons from the π⁰; the radiated one comes first.
/// Density in [PionPionZeroPhoton].
///
/// The decays are also in [PionPionZero], whose rate includes photons of any energy: a sample of
/// these replaces a part of those, it is not added.
public final class PionBremsstrahlung implements DecayModel {
  /// What samples call a photon.
  public static final double SOFTEST_PHOTON_GEV = 1e-3;

  /// Above `ln(v₊/v₋) [y − v/x − r x/v]`, which is largest where x is small.
  private static final double BOUND = 1.04;

  private final double branchingFraction = PionPionZeroPhoton.branchingFraction(SOFTEST_PHOTON_GEV);

  private final Radiative radiative =
      new Radiative(
          PION.massGeV(),
          PION_ZERO.massGeV(),
          SOFTEST_PHOTON_GEV,
          PionPionZeroPhoton.highestX(),
          PionBremsstrahlung::lnRange,
          density());

  @Override
  public String name() {
    return "pipi0gamma";
  }

  /// With a photon above 1 MeV.
  @Override
  public double branchingFraction() {
    return branchingFraction;
  }

  @Override
  public Particle charged() {
    return PION;
  }

  @Override
  public int photons() {
    return 3;
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    FourVectors pionZero = truth.photon[2];
    radiative.decay(truth, draw, truth.photon[0]);
    pionZero.balance(truth.charged, truth.photon[0], truth.n);
    TwoPhotons.decay(truth, draw, "photons", pionZero, truth.photon[1], pionZero);
  }

  private static double lnRange(double x) {
    double low = PionPionZeroPhoton.lowestV(x);
    return low > 0 ? Math.max(0, StrictMath.log(PionPionZeroPhoton.highestV(x) / low)) : 0;
  }

  private static Proposal density() {
    double ratio = PION.massGeV() / KAON.massGeV();
    double zeroRatio = PION_ZERO.massGeV() / KAON.massGeV();
    float rest = (float) (1 + ratio * ratio - zeroRatio * zeroRatio);
    float r = (float) (ratio * ratio);
    float perBound = (float) (1 / BOUND);
    return (u, v, weight, work, i) -> {
      float x = u[i];
      float bracket = rest + v[i] - x - v[i] / x - r * x / v[i];
      weight[i] *= Math.max(0f, bracket * perBound);
    };
  }
}
