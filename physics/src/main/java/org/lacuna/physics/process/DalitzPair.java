package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.PION_ZERO;

import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.standard.PionZeroDalitzPair;

/// π⁰ → e⁺e⁻γ as columns: density in [PionZeroDalitzPair].
///
/// ln x is drawn flat and η flat in `±β`; the weight is `(1 − x)³ (1 + a x)² β (1 + η² + ρ/x)/2`,
/// of which half is kept. With pair energy E, momentum p the positron has `(E + pη)/2` and, along
/// the flight of the pair, `(p + Eη)/2`.
final class DalitzPair {
  private static final float MASS = (float) PION_ZERO.massGeV();
  private static final float LOWEST = (float) PionZeroDalitzPair.LOWEST;
  private static final float LN_LOWEST = (float) StrictMath.log(PionZeroDalitzPair.LOWEST);
  private static final float SLOPE = (float) PionZeroDalitzPair.SLOPE;

  private static final Proposal LOGARITHMIC =
      (u, v, weight, work, i) -> {
        float x = FloatMath.exp(LN_LOWEST * u[i]);
        float beta = (float) Math.sqrt(Math.max(0f, 1f - LOWEST / x));
        u[i] = x;
        v[i] = beta * (2f * v[i] - 1f);
        weight[i] = beta;
      };

  private static final Proposal DENSITY =
      (u, v, weight, work, i) -> {
        float x = u[i];
        float left = 1f - x;
        float factor = Math.fma(SLOPE, x, 1f);
        float pair = Math.fma(v[i], v[i], 1f + LOWEST / x);
        // 1.0001: rounding must not lift a weight above 1.
        weight[i] *= left * left * left * (factor * factor) * pair * (0.5f / 1.0001f);
      };

  private DalitzPair() {}

  /// Fills the daughters.
  ///
  /// @param pion four-momenta of the pion; may be the columns of the electron
  static void decay(
      Truth truth,
      Draws draw,
      FourVectors pion,
      FourVectors positron,
      FourVectors electron,
      FourVectors photon) {
    int n = truth.n;
    float[] x = truth.scratch[0];
    float[] eta = truth.scratch[1];
    float[] azimuth = truth.scratch[2];
    AcceptReject.sample(truth, draw, "pair", x, eta, LOGARITHMIC, DENSITY);
    draw.uniforms("direction of the pair", truth, photon.z, photon.x, azimuth);
    along(x, eta, photon, positron, n);
    direct(photon, positron, azimuth, truth.scratch[3], n);
    photon.boost(pion, PION_ZERO.massGeV(), n);
    positron.boost(pion, PION_ZERO.massGeV(), n);
    electron.rest(pion, photon, n);
    electron.rest(electron, positron, n);
  }

  /// Energies; the positron along and across the pair, in z and x; uniform numbers stay in the
  /// photon.
  private static void along(
      float[] x, float[] eta, FourVectors photon, FourVectors positron, int n) {
    for (int i = 0; i < n; i++) {
      float momentum = MASS / 2 * (1f - x[i]);
      float energy = MASS / 2 * (1f + x[i]);
      float beta2 = 1f - LOWEST / x[i];
      float across2 = x[i] * (beta2 - eta[i] * eta[i]);
      photon.energy[i] = momentum;
      positron.energy[i] = 0.5f * Math.fma(momentum, eta[i], energy);
      positron.z[i] = 0.5f * Math.fma(energy, eta[i], momentum);
      positron.x[i] = MASS / 2 * (float) Math.sqrt(Math.max(0f, across2));
    }
  }

  /// Turns photon and positron to a random direction of the photon.
  private static void direct(
      FourVectors photon, FourVectors positron, float[] azimuth, float[] sine, int n) {
    for (int i = 0; i < n; i++) {
      float cosTheta = Math.fma(2f, photon.z[i], -1f);
      photon.z[i] = cosTheta;
      sine[i] = (float) Math.sqrt(Math.max(0f, 1f - cosTheta * cosTheta));
    }
    for (int i = 0; i < n; i++) {
      float turn = Math.fma(2f, azimuth[i], -1f);
      float across = positron.x[i];
      positron.x[i] = across * FloatMath.cosPi(turn);
      positron.y[i] = across * FloatMath.sinPi(turn);
    }
    for (int i = 0; i < n; i++) {
      float cosTheta = photon.z[i];
      float along = -positron.z[i];
      float inPlane = positron.x[i];
      positron.x[i] = Math.fma(along, sine[i], inPlane * cosTheta);
      positron.z[i] = Math.fma(along, cosTheta, -inPlane * sine[i]);
    }
    for (int i = 0; i < n; i++) {
      float turn = Math.fma(2f, photon.x[i], -1f);
      float cosPhi = FloatMath.cosPi(turn);
      float sinPhi = FloatMath.sinPi(turn);
      float inPlane = positron.x[i];
      float across = positron.y[i];
      positron.x[i] = inPlane * cosPhi - across * sinPhi;
      positron.y[i] = Math.fma(inPlane, sinPhi, across * cosPhi);
      photon.x[i] = photon.energy[i] * sine[i] * cosPhi;
      photon.y[i] = photon.energy[i] * sine[i] * sinPhi;
      photon.z[i] *= photon.energy[i];
    }
  }
}
