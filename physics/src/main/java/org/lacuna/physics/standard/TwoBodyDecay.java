package org.lacuna.physics.standard;

import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.particle.Particle;

/// A decay into two particles: one energy in the rest frame, a flat spectrum in the laboratory.
///
/// The parent is unpolarised or without spin, so that its daughters are isotropic.
///
/// @param parent what decays
/// @param daughter the one looked at
/// @param other the one not looked at
public record TwoBodyDecay(Particle parent, Particle daughter, Particle other) {

  /// Momentum p* of either in the rest frame of the parent.
  public double momentumGeV() {
    return TwoBody.momentumGeV(parent.massGeV(), daughter.massGeV(), other.massGeV());
  }

  /// Energy E* of the daughter in the rest frame of the parent.
  public double energyGeV() {
    return TwoBody.energyGeV(parent.massGeV(), daughter.massGeV(), other.massGeV());
  }

  /// Where the flat spectrum of the daughter begins, `(E E* − p p*)/M`.
  ///
  /// @param parentMomentumGeV p of the parent in the laboratory
  public double lowestEnergyGeV(double parentMomentumGeV) {
    return laboratoryEnergyGeV(parentMomentumGeV, -momentumGeV());
  }

  /// Where the flat spectrum of the daughter ends, `(E E* + p p*)/M`.
  ///
  /// @param parentMomentumGeV p of the parent in the laboratory
  public double highestEnergyGeV(double parentMomentumGeV) {
    return laboratoryEnergyGeV(parentMomentumGeV, momentumGeV());
  }

  private double laboratoryEnergyGeV(double parentMomentumGeV, double alongGeV) {
    double mass = parent.massGeV();
    double energy = Math.sqrt(mass * mass + parentMomentumGeV * parentMomentumGeV);
    return (energy * energyGeV() + parentMomentumGeV * alongGeV) / mass;
  }
}
