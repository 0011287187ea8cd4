package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.MUON;

import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.standard.MuonDecay;

/// μ⁺ → e⁺νν̄ as columns, of a muon that was born with its spin against its flight: density in
/// [MuonDecay], a quarter of the proposals is kept.
///
/// That is the muon of K⁺ → μ⁺ν and π⁺ → μ⁺ν in the rest frame of its parent, so everything is
/// given in that frame; the laboratory is one boost by the parent away ([FourVectors#boost]). The
/// mass of the positron is neglected.
public final class MuonPositron {
  private static final float HALF_MASS = (float) MUON.massGeV() / 2;

  /// z and the cosine c to the spin: `z² [3 − 2z + c (2z − 1)]`, 2 at most.
  private static final Proposal DENSITY =
      (u, v, weight, work, i) -> {
        float z = u[i];
        float cosine = Math.fma(2f, v[i], -1f);
        float along = Math.fma(2f, z, -1f);
        v[i] = cosine;
        // 1.0001: rounding must not lift a weight above 1.
        weight[i] = z * z * (Math.fma(cosine, along, 2f - along) * (0.5f / 1.0001f));
      };

  private MuonPositron() {}

  /// Fills the positron. Several muons of an event are told apart by the stage.
  ///
  /// @param muon four-momenta in the rest frame of what the muon came from, not at rest
  /// @param positron receives the positron in the same frame; not the columns of the muon
  public static void decay(Truth truth, Draws draw, FourVectors muon, FourVectors positron) {
    float[] cosine = truth.scratch[0];
    float[] azimuth = truth.scratch[1];
    float[] momentum = truth.scratch[2];
    AcceptReject.sample(truth, draw, "positron", positron.energy, cosine, DENSITY);
    draw.uniforms("azimuth of the positron", truth, azimuth);
    alongFlight(positron, cosine, azimuth, truth.n);
    for (int i = 0; i < truth.n; i++) {
      float across2 = Math.fma(muon.x[i], muon.x[i], muon.y[i] * muon.y[i]);
      momentum[i] = (float) Math.sqrt(Math.fma(muon.z[i], muon.z[i], across2));
    }
    turn(muon, momentum, positron, truth.n);
    positron.boost(muon, MUON.massGeV(), truth.n);
  }

  /// The positron at rest, z along the flight of the muon: the spin points the other way.
  private static void alongFlight(FourVectors positron, float[] cosine, float[] azimuth, int n) {
    for (int i = 0; i < n; i++) {
      float energy = HALF_MASS * positron.energy[i];
      float halfTurns = Math.fma(2f, azimuth[i], -1f);
      float across = energy * (float) Math.sqrt(Math.max(0f, 1f - cosine[i] * cosine[i]));
      positron.energy[i] = energy;
      positron.x[i] = across * FloatMath.cosPi(halfTurns);
      positron.y[i] = across * FloatMath.sinPi(halfTurns);
      positron.z[i] = -energy * cosine[i];
    }
  }

  /// Turns z to the flight of the muon, without a case for any direction.
  ///
  /// @cite Duff2017
  private static void turn(FourVectors muon, float[] momentum, FourVectors v, int n) {
    for (int i = 0; i < n; i++) {
      float nx = muon.x[i] / momentum[i];
      float ny = muon.y[i] / momentum[i];
      float nz = muon.z[i] / momentum[i];
      float sign = Math.fma(2f, FloatMath.step(nz), -1f);
      float a = -1f / (sign + nz);
      float b = nx * ny * a;
      float one = v.x[i];
      float two = v.y[i];
      float along = v.z[i];
      v.x[i] = one * (1f + sign * nx * nx * a) + two * b + along * nx;
      v.y[i] = one * sign * b + two * (sign + ny * ny * a) + along * ny;
      v.z[i] = -one * sign * nx - two * ny + along * nz;
    }
  }
}
