package org.lacuna.experiment.beam;

import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// A decay before the last beam station. The event is seen with a pile-up particle in the place of
/// the kaon, if at all.
///
/// @param decay with a muon and nothing else that is seen
/// @param perFiducialDecay kaons that decay in the upstream line for each one in the fiducial
///   volume
public record UpstreamDecay(DecayModel decay, double perFiducialDecay) implements DecayModel {
  public UpstreamDecay {
    if (!(perFiducialDecay > 0)) {
      throw new IllegalArgumentException(
          "perFiducialDecay = " + perFiducialDecay + ": must be above 0");
    }
    if (decay.photons() > 0 || !decay.companions().isEmpty()) {
      throw new IllegalArgumentException(
          decay.name() + " upstream: only decays with one charged daughter are followed");
    }
  }

  @Override
  public String name() {
    return "upstream-" + decay.name();
  }

  @Override
  public double branchingFraction() {
    return decay.branchingFraction() * perFiducialDecay;
  }

  @Override
  public Particle charged() {
    return decay.charged();
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    decay.decay(truth, draw);
  }
}
