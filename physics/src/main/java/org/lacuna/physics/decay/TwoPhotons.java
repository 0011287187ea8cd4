package org.lacuna.physics.decay;

import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// `π⁰ → γγ`, isotropic in the rest frame of the pion.
///
/// With the unit vector `u` of a photon in the frame of the pion and the momentum `p` of the pion,
/// the photon has `E = (E_π + u·p)/2`, and along with it the second photon takes what is left.
public final class TwoPhotons {
  private static final float HALF = (float) Particle.PION_ZERO.massGeV() / 2;

  private TwoPhotons() {}

  /// Fills two photons from a pion.
  ///
  /// @param purpose of the random numbers, one for each pion
  /// @param pion four-momenta of the pion; may be the columns of the second photon
  public static void decay(
      Truth truth, Draws draw, String purpose, FourVectors pion, FourVectors one, FourVectors two) {
    int n = truth.n;
    draw.uniforms(purpose, truth, one.z, one.x);
    direct(one, n);
    one.boost(pion, Particle.PION_ZERO.massGeV(), n);
    two.rest(pion, one, n);
  }

  /// The first photon in the frame of the pion.
  private static void direct(FourVectors one, int n) {
    for (int i = 0; i < n; i++) {
      float cos = Math.fma(2f, one.z[i], -1f);
      float halfTurns = Math.fma(2f, one.x[i], -1f);
      float across = HALF * (float) Math.sqrt(Math.max(0f, 1f - cos * cos));
      one.x[i] = across * FloatMath.cosPi(halfTurns);
      one.y[i] = across * FloatMath.sinPi(halfTurns);
      one.z[i] = HALF * cos;
      one.energy[i] = HALF;
    }
  }
}
