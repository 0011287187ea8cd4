package org.lacuna.physics.decay;

import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// `K⁺ → ℓ⁺N` with N that decays in flight to something that is seen.
///
/// The decay of the kaon, its name and its random numbers are those of stable N; what the decay of
/// N costs is the business of the experiment.
///
/// @param decay of the kaon
/// @param lifetimeNs mean proper lifetime of N
public record ShortLived(LeptonNeutral decay, double lifetimeNs) implements DecayModel {
  public ShortLived {
    if (!(lifetimeNs > 0)) {
      throw new IllegalArgumentException("lifetimeNs = " + lifetimeNs + ": must be above 0");
    }
    if (!(decay.neutralMassGeV() > 0)) {
      throw new IllegalArgumentException(
          decay.name() + ": what has no mass does not decay; give a mass above 0, or no lifetime");
    }
  }

  @Override
  public String name() {
    return decay.name();
  }

  @Override
  public double branchingFraction() {
    return decay.branchingFraction();
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
