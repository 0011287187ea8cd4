package org.lacuna.physics.dirac;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.kinematics.TwoBody;

/// Momenta of the daughters of a particle at rest, anywhere in phase space (not uniformly).
public final class RandomMomenta {
  private RandomMomenta() {}

  /// One decay, in the rest frame of the parent.
  ///
  /// @param masses of two or more daughters, in GeV
  public static List<FourVector> of(RandomGenerator random, double parentGeV, double... masses) {
    List<FourVector> daughters = new ArrayList<>();
    FourVector rest = new FourVector(parentGeV, 0, 0, 0);
    double restGeV = parentGeV;
    double lightest = 0;
    for (double mass : masses) lightest += mass;
    for (int i = 0; i < masses.length - 1; i++) {
      lightest -= masses[i];
      boolean last = i == masses.length - 2;
      double others =
          last ? masses[i + 1] : lightest + (restGeV - masses[i] - lightest) * random.nextDouble();
      double momentum = TwoBody.momentumGeV(restGeV, masses[i], others);
      double cosine = 2 * random.nextDouble() - 1;
      double sine = Math.sqrt(1 - cosine * cosine);
      double azimuth = 2 * Math.PI * random.nextDouble();
      double x = momentum * sine * StrictMath.cos(azimuth);
      double y = momentum * sine * StrictMath.sin(azimuth);
      double z = momentum * cosine;
      daughters.add(FourVector.ofMass(masses[i], x, y, z).fromRestFrameOf(rest, restGeV));
      rest = FourVector.ofMass(others, -x, -y, -z).fromRestFrameOf(rest, restGeV);
      restGeV = others;
    }
    daughters.add(rest);
    return daughters;
  }
}
