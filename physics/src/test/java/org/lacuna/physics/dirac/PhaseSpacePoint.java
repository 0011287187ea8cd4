package org.lacuna.physics.dirac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.kinematics.TwoBody;

/// One way in which a particle at rest may decay.
///
/// @param momenta of the products
/// @param weight volume of phase space that a random point stands for: its mean is the whole volume
///   `∫ Π d³pᵢ/[(2π)³ 2Eᵢ] (2π)⁴ δ⁴(P − Σpᵢ)`
public record PhaseSpacePoint(List<FourVector> momenta, double weight) {

  /// A chain of two-body decays with intermediate masses drawn uniformly.
  ///
  /// @param masses of two or more products, in GeV
  public static PhaseSpacePoint random(RandomGenerator random, double parentGeV, double... masses) {
    List<FourVector> momenta = new ArrayList<>();
    FourVector rest = new FourVector(parentGeV, 0, 0, 0);
    double restGeV = parentGeV;
    double others = Arrays.stream(masses).sum();
    double weight = Math.PI / parentGeV;
    for (int i = 0; i < masses.length - 1; i++) {
      others -= masses[i];
      double free = i == masses.length - 2 ? 0 : restGeV - masses[i] - others;
      double nextGeV = others + free * random.nextDouble();
      double momentum = TwoBody.momentumGeV(restGeV, masses[i], nextGeV);
      weight *= momentum / (4 * Math.PI * Math.PI) * (free > 0 ? free : 1);
      double cosine = 2 * random.nextDouble() - 1;
      double sine = Math.sqrt(1 - cosine * cosine);
      double azimuth = 2 * Math.PI * random.nextDouble();
      double x = momentum * sine * StrictMath.cos(azimuth);
      double y = momentum * sine * StrictMath.sin(azimuth);
      double z = momentum * cosine;
      momenta.add(FourVector.ofMass(masses[i], x, y, z).fromRestFrameOf(rest, restGeV));
      rest = FourVector.ofMass(nextGeV, -x, -y, -z).fromRestFrameOf(rest, restGeV);
      restGeV = nextGeV;
    }
    momenta.add(rest);
    return new PhaseSpacePoint(momenta, weight);
  }
}
