package org.lacuna.experiment.response;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;

/// Rare scattering by large angles in one layer of material, which normal resolutions do not have.
///
/// A particle of momentum p is turned by `q/p` in a random direction; q is the momentum that the
/// nucleus takes. What happens often and little is part of the resolutions; this is the tail beyond
/// it.
///
/// @param name of the layer, unique in an apparatus
/// @param probability that a particle is scattered, before `kept`; at most a tenth
/// @param squaredGeV2 q² from a uniform number of (0, 1]
/// @param kept probability to keep such a q²: the form factor of the nucleus
public record FarScattering(
    String name, double probability, DoubleUnaryOperator squaredGeV2, DoubleUnaryOperator kept) {
  private static final double MOST = 0.1;

  public FarScattering {
    if (!(probability >= 0 && probability <= MOST)) {
      throw new IllegalArgumentException(
          name
              + ": the probability of far scattering is "
              + probability
              + "; it is a tail of 0 to "
              + MOST);
    }
  }

  /// Single Coulomb scattering: `P(θ > θ₁) = (k/p θ₁)²`, with `exp(−(q/q₀)²)` for the size of the
  /// nucleus. The tail starts where its probability is `share`.
  ///
  /// @param strengthGeV `k = χ_c p`: `k² = 0.157 MeV² t Z(Z + 1)/A` with t in g/cm²
  /// @param formFactorGeV q₀
  /// @param share where the tail starts, as a probability: 0.2 % is 9 standard deviations of the
  ///   core that the same layer makes
  /// @cite PDG2022
  public static FarScattering coulomb(
      String name, double strengthGeV, double formFactorGeV, double share) {
    double least2 = strengthGeV * strengthGeV / share;
    return new FarScattering(name, share, u -> least2 / u, q2 -> exponential(q2, formFactorGeV));
  }

  /// Elastic scattering off nuclei, `dP/dq² ~ exp(−(q/q₀)²)`.
  ///
  /// @param probability of the layer
  /// @param slopeGeV q₀
  public static FarScattering nuclear(String name, double probability, double slopeGeV) {
    return new FarScattering(
        name, probability, u -> -StrictMath.log(u) * slopeGeV * slopeGeV, _ -> 1);
  }

  private static double exponential(double squaredGeV2, double scaleGeV) {
    return StrictMath.exp(-squaredGeV2 / (scaleGeV * scaleGeV));
  }

  /// Turns the rays that scatter.
  ///
  /// @param ray of the particle where it passes the layer
  public void turn(Truth truth, Ray ray, Draws draw) {
    float[] margin = truth.scratch[0];
    float[] keep = truth.scratch[1];
    float[] halfTurns = truth.scratch[2];
    draw.uniforms(name, truth, margin, keep, halfTurns);
    float share = (float) probability;
    for (int i = 0; i < truth.n; i++) margin[i] = share - margin[i];
    int scattered = Rows.positive(margin, truth.row, truth.n);
    // Few rows, so that plain functions cost nothing.
    for (int j = 0; j < scattered; j++) {
      int i = truth.row[j];
      double q2 = squaredGeV2.applyAsDouble(1 - margin[i] / share);
      if (keep[i] > kept.applyAsDouble(q2)) continue;
      double angle = Math.sqrt(q2) / ray.momentum[i];
      double azimuth = 2 * Math.PI * halfTurns[i];
      ray.slopeX[i] += (float) (angle * StrictMath.cos(azimuth));
      ray.slopeY[i] += (float) (angle * StrictMath.sin(azimuth));
    }
  }
}
