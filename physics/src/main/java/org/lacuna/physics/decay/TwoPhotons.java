package org.lacuna.physics.decay;

import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// `π⁰ → γγ`, isotropic in the rest frame of the pion.
///
/// With the unit vector `u` of a photon in the frame of the pion and the momentum `p` of the pion,
/// the photon has `E = (E_π + u·p)/2`, and along with it the second photon takes what is left.
public final class TwoPhotons {
  private static final float MASS = (float) Particle.PION_ZERO.massGeV();
  private static final float HALF = MASS / 2;

  private TwoPhotons() {}

  /// Fills two photons from a pion.
  ///
  /// @param purpose of the random numbers, one for each pion
  /// @param pion four-momenta of the pion
  public static void decay(
      Truth truth, Draws draw, String purpose, FourVectors pion, FourVectors one, FourVectors two) {
    int n = truth.n;
    draw.uniforms(purpose, truth, one.z, one.x);
    direct(one, n);
    boost(pion, one, n);
    rest(pion, one, two, n);
  }

  private static void direct(FourVectors one, int n) {
    for (int i = 0; i < n; i++) {
      float cos = Math.fma(2f, one.z[i], -1f);
      float halfTurns = Math.fma(2f, one.x[i], -1f);
      float across = HALF * (float) Math.sqrt(Math.max(0f, 1f - cos * cos));
      one.x[i] = across * FloatMath.cosPi(halfTurns);
      one.y[i] = across * FloatMath.sinPi(halfTurns);
      one.z[i] = HALF * cos;
    }
  }

  private static void boost(FourVectors pion, FourVectors one, int n) {
    for (int i = 0; i < n; i++) {
      float across = Math.fma(one.y[i], pion.y[i], one.z[i] * pion.z[i]);
      float along = Math.fma(one.x[i], pion.x[i], across) * (1f / MASS);
      float part = along / (pion.energy[i] + MASS) + HALF / MASS;
      one.x[i] = Math.fma(part, pion.x[i], one.x[i]);
      one.y[i] = Math.fma(part, pion.y[i], one.y[i]);
      one.z[i] = Math.fma(part, pion.z[i], one.z[i]);
      one.energy[i] = Math.fma(pion.energy[i], HALF / MASS, along);
    }
  }

  private static void rest(FourVectors pion, FourVectors one, FourVectors two, int n) {
    for (int i = 0; i < n; i++) {
      two.x[i] = pion.x[i] - one.x[i];
      two.y[i] = pion.y[i] - one.y[i];
      two.z[i] = pion.z[i] - one.z[i];
      two.energy[i] = pion.energy[i] - one.energy[i];
    }
  }
}
