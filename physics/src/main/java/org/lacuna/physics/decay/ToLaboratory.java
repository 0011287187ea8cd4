package org.lacuna.physics.decay;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// From the rest frame of the kaon to the laboratory: a random orientation, a boost along the
/// flight of the kaon, and the place of the decay.
///
/// The boost along the kaon's own z is exact. Its direction is turned by the slopes of the kaon, a
/// few 10⁻³, as `(x + z s_x, y + z s_y, z − x s_x − y s_y)`: lengths change by `s²/2 < 10⁻⁵`.
///
/// A daughter that flies backwards in the laboratory gets an enormous slope, so that it leaves the
/// apparatus at once.
public final class ToLaboratory {
  private static final float KAON = (float) Particle.KAON.massGeV();
  private static final float LEAST_FORWARD_GEV = 1e-6f;

  private ToLaboratory() {}

  /// Turns, boosts and places all daughters.
  public static void apply(Truth truth, Draws draw) {
    float[][] turn = truth.scratch;
    draw.uniforms("orientation", truth, turn[0], turn[2]);
    for (int i = 0; i < truth.n; i++) {
      float cos = Math.fma(2f, turn[0][i], -1f);
      float halfTurns = Math.fma(2f, turn[2][i], -1f);
      turn[0][i] = cos;
      turn[1][i] = (float) Math.sqrt(Math.max(0f, 1f - cos * cos));
      turn[2][i] = FloatMath.cosPi(halfTurns);
      turn[3][i] = FloatMath.sinPi(halfTurns);
    }
    float[] kaonEnergy = turn[4];
    float[] kaonMomentum = truth.kaon.momentum;
    for (int i = 0; i < truth.n; i++) {
      kaonEnergy[i] = (float) Math.sqrt(Math.fma(kaonMomentum[i], kaonMomentum[i], KAON * KAON));
    }
    daughter(truth, truth.charged, truth.chargedRay);
    for (int k = 0; k < truth.photon.length; k++) {
      daughter(truth, truth.photon[k], truth.photonRay[k]);
    }
    for (int k = 0; k < truth.companion.length; k++) {
      daughter(truth, truth.companion[k], truth.companionRay[k]);
    }
  }

  private static void daughter(Truth truth, FourVectors momentum, Ray ray) {
    turnAndBoost(truth, momentum, ray);
    toSlopes(truth.kaon, ray, truth.n);
    place(truth, ray);
  }

  /// Leaves the momentum components in the place of the coordinates.
  private static void turnAndBoost(Truth truth, FourVectors v, Ray ray) {
    float[] cosTheta = truth.scratch[0];
    float[] sinTheta = truth.scratch[1];
    float[] cosPhi = truth.scratch[2];
    float[] sinPhi = truth.scratch[3];
    float[] kaonEnergy = truth.scratch[4];
    float[] kaonMomentum = truth.kaon.momentum;
    for (int i = 0; i < truth.n; i++) {
      float across = Math.fma(v.x[i], cosTheta[i], v.z[i] * sinTheta[i]);
      float along = Math.fma(v.z[i], cosTheta[i], -v.x[i] * sinTheta[i]);
      ray.x[i] = Math.fma(across, cosPhi[i], -v.y[i] * sinPhi[i]);
      ray.y[i] = Math.fma(across, sinPhi[i], v.y[i] * cosPhi[i]);
      ray.z[i] = Math.fma(kaonEnergy[i], along, kaonMomentum[i] * v.energy[i]) * (1f / KAON);
    }
  }

  private static void toSlopes(Ray kaon, Ray ray, int n) {
    for (int i = 0; i < n; i++) {
      float x = ray.x[i];
      float y = ray.y[i];
      float z = ray.z[i];
      float forward = z - Math.fma(x, kaon.slopeX[i], y * kaon.slopeY[i]);
      float inverse = 1f / Math.max(LEAST_FORWARD_GEV, forward);
      ray.momentum[i] = (float) Math.sqrt(Math.fma(x, x, Math.fma(y, y, z * z)));
      ray.slopeX[i] = Math.fma(z, kaon.slopeX[i], x) * inverse;
      ray.slopeY[i] = Math.fma(z, kaon.slopeY[i], y) * inverse;
    }
  }

  private static void place(Truth truth, Ray ray) {
    Ray kaon = truth.kaon;
    for (int i = 0; i < truth.n; i++) {
      float path = truth.decayZ[i] - kaon.z[i];
      ray.x[i] = Math.fma(kaon.slopeX[i], path, kaon.x[i]);
      ray.y[i] = Math.fma(kaon.slopeY[i], path, kaon.y[i]);
      ray.z[i] = truth.decayZ[i];
    }
  }
}
