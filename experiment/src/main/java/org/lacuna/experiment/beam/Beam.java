package org.lacuna.experiment.beam;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// The beam at the last station of the GTK, and where its kaons decay.
///
/// The spot is flat-topped (symmetric beta distributions) around its centre and converges
/// horizontally: `x' = x'₀ + c (x − x₀) + σ G`. Kaons that decay before the fiducial volume are not
/// thrown here, nor those behind it.
///
/// @param momentumGeV momentum from a uniform number
/// @param centreXM x₀, where the spot has its middle
/// @param centreYM the same, upwards
/// @param spotX horizontal position in m around the middle, from a uniform number
/// @param spotY vertical position in m around the middle
/// @param slopeX central dx/dz
/// @param convergencePerM change of dx/dz with x
/// @param spreadSlopeX standard deviation of dx/dz at a given x
/// @param spreadSlopeY standard deviation of dy/dz
/// @param stationZM where the last station stands
/// @param fiducialStartM where counting of decays begins
/// @param fiducialEndM where it ends
/// @param kaons share of them among all particles of the beam
public record Beam(
    Curve momentumGeV,
    double centreXM,
    double centreYM,
    Curve spotX,
    Curve spotY,
    double slopeX,
    double convergencePerM,
    double spreadSlopeX,
    double spreadSlopeY,
    double stationZM,
    double fiducialStartM,
    double fiducialEndM,
    double kaons) {
  private static final float DECAY_LENGTH_M_PER_GEV = (float) Particle.KAON.decayLengthM(1);

  /// Fiducial length in decay lengths up to which the logarithm of the decay point is accurate.
  private static final double LONGEST = 0.17;

  /// Steps of an average over the momentum.
  private static final int STEPS = 1000;

  public Beam {
    if (!(stationZM < fiducialStartM && fiducialStartM < fiducialEndM)) {
      throw new IllegalArgumentException(
          "the fiducial volume, "
              + fiducialStartM
              + " to "
              + fiducialEndM
              + " m, must lie behind the last station at "
              + stationZM
              + " m");
    }
    if (!(kaons > 0 && kaons <= 1)) {
      throw new IllegalArgumentException(
          "the share of kaons in the beam is " + kaons + ", not above 0 and up to 1");
    }
    double slowestGeV = momentumGeV.at(0f);
    if (!(fiducialEndM - fiducialStartM < LONGEST * DECAY_LENGTH_M_PER_GEV * slowestGeV)) {
      throw new IllegalArgumentException(
          "the fiducial volume is longer than "
              + LONGEST
              + " decay lengths of a kaon of "
              + slowestGeV
              + " GeV, beyond which the decay point is not accurate");
    }
  }

  /// Share of the particles at the start of the fiducial volume that are kaons and decay in it.
  public double decays() {
    double decays = 0;
    for (int k = 0; k < STEPS; k++) {
      double momentumGeV = this.momentumGeV.at((k + 0.5f) / STEPS);
      decays += decaysBetween(fiducialStartM, fiducialEndM, momentumGeV) / STEPS;
    }
    return kaons * decays;
  }

  /// A normal distribution that ends `cut` standard deviations from its mean.
  public static Curve truncatedNormal(double mean, double sigma, double cut) {
    return Curve.inverse(
        mean - cut * sigma,
        mean + cut * sigma,
        x -> StrictMath.exp(-0.5 * ((x - mean) / sigma) * ((x - mean) / sigma)));
  }

  /// A spot `half (2B − 1)` with `B` from the beta distribution of two equal parameters.
  public static Curve spot(double halfWidthM, double shape) {
    return Curve.inverse(
        -halfWidthM,
        halfWidthM,
        x -> StrictMath.pow(1 - (x / halfWidthM) * (x / halfWidthM), shape - 1));
  }

  /// The kaons of a block that decay in the fiducial volume: state at the last station, decay
  /// point, and a fresh start for margin and weights.
  public void kaons(Truth truth, Draws draw) {
    kaons(truth, draw, fiducialStartM, fiducialEndM);
  }

  /// Share of kaons that decay between two places, of those at the start of the fiducial volume.
  double decaysBetween(double fromM, double toM, double momentumGeV) {
    double lengthM = Particle.KAON.decayLengthM(momentumGeV);
    return StrictMath.exp((fiducialStartM - fromM) / lengthM)
        - StrictMath.exp((fiducialStartM - toM) / lengthM);
  }

  /// The same where they decay between two places.
  ///
  /// @param fromM the kaon is followed back if that is before the station
  /// @param toM at most 0.17 decay lengths further
  public void kaons(Truth truth, Draws draw, double fromM, double toM) {
    float[] u = truth.scratch[0];
    particles(truth, truth.kaon, u, draw);
    float[] momentum = truth.kaon.momentum;
    float from = (float) fromM;
    float length = (float) (toM - fromM);
    for (int i = 0; i < truth.n; i++) {
      float perLength = 1f / (DECAY_LENGTH_M_PER_GEV * momentum[i]);
      float decayed = u[i] * FloatMath.oneMinusExp(length * perLength);
      truth.decayZ[i] = Math.fma(FloatMath.minusLnOneMinus(decayed), 1f / perLength, from);
    }
    Arrays.fill(truth.margin, 0, truth.n, 1f);
    for (float[] weight : truth.weight) Arrays.fill(weight, 0, truth.n, 1f);
  }

  /// State at the last station of one beam particle per row, kaon or pile-up.
  ///
  /// @param spare receives one more uniform number for each row
  public void particles(Rows rows, Ray ray, float[] spare, Draws draw) {
    draw.uniforms("spot", rows, ray.x, ray.y, spare, ray.momentum);
    draw.normals("divergence", rows, ray.slopeX, ray.slopeY);
    spotX.at(ray.x, ray.x, rows.n);
    spotY.at(ray.y, ray.y, rows.n);
    float middleX = (float) centreXM;
    float middleY = (float) centreYM;
    float centre = (float) slopeX;
    float perM = (float) convergencePerM;
    float sigmaX = (float) spreadSlopeX;
    float sigmaY = (float) spreadSlopeY;
    for (int i = 0; i < rows.n; i++) {
      ray.slopeX[i] = Math.fma(perM, ray.x[i], Math.fma(sigmaX, ray.slopeX[i], centre));
      ray.slopeY[i] *= sigmaY;
      ray.x[i] += middleX;
      ray.y[i] += middleY;
    }
    momentumGeV.at(ray.momentum, ray.momentum, rows.n);
    Arrays.fill(ray.z, 0, rows.n, (float) stationZM);
  }
}
