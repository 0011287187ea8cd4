package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Constants;

/// The flight of N in K⁺ → ℓ⁺N: an event is lost if N decays before the vetoes end.
///
/// Up to there N needs the proper time `t = (z_end − z) m_N/(p_z c)`, with the momentum of the kaon
/// less that of the lepton, and it lives so long with `exp(−t/τ)`. Every decay is taken to be seen.
///
/// @param massGeV m_N
/// @param endM z_end
public record NeutralFlight(double massGeV, double endM) {
  private static final double LEAST_FORWARD_GEV = 1e-3;

  /// Probability that N of an event gets to the end.
  ///
  /// @param lifetimeNs τ
  public double survival(Truth truth, int row, double lifetimeNs) {
    return StrictMath.exp(-properNs(truth, row) / lifetimeNs);
  }

  /// Multiplies all variants of the weights by the probability.
  public void weigh(Truth truth, double lifetimeNs) {
    float[] survival = truth.scratch[0];
    for (int i = 0; i < truth.n; i++) survival[i] = (float) survival(truth, i, lifetimeNs);
    truth.weigh(survival);
  }

  /// Draws where N decays; the margin of an event becomes at most the way from the end to there.
  public void draw(Truth truth, Draws draw, double lifetimeNs) {
    float[] u = truth.scratch[0];
    draw.uniforms("proper time", truth, u);
    for (int i = 0; i < truth.n; i++) {
      double share = -lifetimeNs * StrictMath.log(u[i]) / properNs(truth, i);
      double beyondM = (share - 1) * (endM - truth.decayZ[i]);
      truth.margin[i] = Math.min(truth.margin[i], (float) beyondM);
    }
  }

  private double properNs(Truth truth, int row) {
    double forward = forwardGeV(truth.kaon, row) - forwardGeV(truth.chargedRay, row);
    double perMomentum = massGeV / Math.max(LEAST_FORWARD_GEV, forward);
    return (endM - truth.decayZ[row]) * perMomentum / Constants.SPEED_OF_LIGHT_M_PER_NS;
  }

  private static double forwardGeV(Ray ray, int row) {
    double x = ray.slopeX[row];
    double y = ray.slopeY[row];
    return ray.momentum[row] / Math.sqrt(1 + x * x + y * y);
  }
}
