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
/// Scattering is drawn, or forced: then every particle scatters, large q² are preferred, and the
/// weights make up for both, so that few events show the far tail.
///
/// @param name of the layer, unique in an apparatus
/// @param probability that a particle is scattered, before `kept`; at most a tenth
/// @param squaredGeV2 q² from a uniform number of (0, 1]
/// @param kept probability to keep such a q²: the form factor of the nucleus
/// @param isForced whether every particle scatters
public record FarScattering(
    String name,
    double probability,
    DoubleUnaryOperator squaredGeV2,
    DoubleUnaryOperator kept,
    boolean isForced) {
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
    return new FarScattering(
        name, share, u -> least2 / u, q2 -> exponential(q2, formFactorGeV), false);
  }

  /// Elastic scattering off nuclei, `dP/dq² ~ exp(−(q/q₀)²)`.
  ///
  /// @param probability of the layer
  /// @param slopeGeV q₀
  public static FarScattering nuclear(String name, double probability, double slopeGeV) {
    return new FarScattering(
        name, probability, u -> -StrictMath.log(u) * slopeGeV * slopeGeV, _ -> 1, false);
  }

  /// The same layer where every particle scatters.
  public FarScattering forced() {
    return new FarScattering(name, probability, squaredGeV2, kept, true);
  }

  private static double exponential(double squaredGeV2, double scaleGeV) {
    return StrictMath.exp(-squaredGeV2 / (scaleGeV * scaleGeV));
  }

  /// Turns the charged rays of the events in which a particle scatters.
  ///
  /// The charged particle itself in the first chamber; or the kaon at the last beam station, with
  /// everything that comes of it: what has been measured of the kaon before stays as it is.
  ///
  /// @param particle that scatters, where it passes the layer
  public void turn(Truth truth, Ray particle, Draws draw) {
    float[] u = truth.scratch[0];
    float[] keep = truth.scratch[1];
    float[] halfTurns = truth.scratch[2];
    draw.uniforms(name, truth, u, keep, halfTurns);
    Ray ray = truth.chargedRay;
    int scattered = isForced ? all(truth) : some(truth, u);
    // Few rows, so that plain functions cost nothing.
    for (int j = 0; j < scattered; j++) {
      int i = truth.row[j];
      double small = isForced ? u[i] * u[i] * u[i] : u[i];
      double q2 = squaredGeV2.applyAsDouble(small);
      double keeping = kept.applyAsDouble(q2);
      if (isForced) weigh(truth, i, (float) (probability * 3 * u[i] * u[i] * keeping));
      else if (keep[i] > keeping) continue;
      double angle = Math.sqrt(q2) / particle.momentum[i];
      double azimuth = 2 * Math.PI * halfTurns[i];
      float path = ray.z[i] - particle.z[i];
      float turnX = (float) (angle * StrictMath.cos(azimuth));
      float turnY = (float) (angle * StrictMath.sin(azimuth));
      ray.x[i] = Math.fma(turnX, path, ray.x[i]);
      ray.y[i] = Math.fma(turnY, path, ray.y[i]);
      ray.slopeX[i] += turnX;
      ray.slopeY[i] += turnY;
    }
  }

  private static int all(Truth truth) {
    for (int i = 0; i < truth.n; i++) truth.row[i] = i;
    return truth.n;
  }

  /// Rows that scatter; their `u` becomes uniform again.
  private int some(Truth truth, float[] u) {
    float share = (float) probability;
    for (int i = 0; i < truth.n; i++) u[i] = share - u[i];
    int scattered = Rows.positive(u, truth.row, truth.n);
    for (int j = 0; j < scattered; j++) u[truth.row[j]] = 1 - u[truth.row[j]] / share;
    return scattered;
  }

  private static void weigh(Truth truth, int row, float factor) {
    for (float[] weight : truth.weight) weight[row] *= factor;
  }
}
