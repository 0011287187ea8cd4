package org.lacuna.experiment.response;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// What the detectors measure of a muon: the track at the first chamber, times, and its energy in
/// the calorimeter.
///
/// All errors are normal and independent of each other. The slope error is that before the magnet:
/// the resolution of the chambers and, growing with 1/p, their multiple scattering. Whether the
/// muon is found at all is the business of [Efficiency].
///
/// @param constantResolution σ_p/p at low momentum, as a fraction
/// @param resolutionPerGeV its growth with the momentum, added in quadrature
/// @param slopeSigma of each projection at high momentum
/// @param slopeScatterGeV its growth with 1/p, added in quadrature
/// @param positionSigmaM of each coordinate at the first chamber
/// @param ktagSigmaNs time of the kaon signal against that of the muon
/// @param muv3SigmaNs time of the MUV3 signal against that of the muon
/// @param calorimeterGeV mean energy in the calorimeter
/// @param calorimeterSigmaGeV its standard deviation
public record MuonResponse(
    double constantResolution,
    double resolutionPerGeV,
    double slopeSigma,
    double slopeScatterGeV,
    double positionSigmaM,
    double ktagSigmaNs,
    double muv3SigmaNs,
    double calorimeterGeV,
    double calorimeterSigmaGeV) {

  /// Fills the columns of the muon from its true ray at the first chamber.
  public void measure(Truth truth, Measured seen, Draws draw, Spectrometer spectrometer) {
    int n = truth.n;
    Ray track = seen.track;
    float[] ktag = seen.ktagTime;
    float[] muv3 = seen.muv3Time;
    float[] energy = seen.calorimeterEnergy;
    draw.normals(
        "track and tag",
        truth,
        track.slopeX,
        track.slopeY,
        track.momentum,
        ktag,
        track.x,
        track.y,
        muv3,
        energy);
    momentum(truth.chargedRay.momentum, track.momentum, n);
    slopes(truth, track);
    place(truth.chargedRay, track, n);
    spectrometer.bend(track, seen.after, 1, n);
    float ktagSigma = (float) ktagSigmaNs;
    float muv3Sigma = (float) muv3SigmaNs;
    float mean = (float) calorimeterGeV;
    float spread = (float) calorimeterSigmaGeV;
    for (int i = 0; i < n; i++) {
      ktag[i] *= ktagSigma;
      muv3[i] *= muv3Sigma;
      energy[i] = Math.max(0f, Math.fma(spread, energy[i], mean));
    }
    Arrays.fill(seen.charge, 0, n, 1f);
  }

  private void momentum(float[] momentum, float[] measured, int n) {
    float constant2 = (float) (constantResolution * constantResolution);
    float perGeV2 = (float) (resolutionPerGeV * resolutionPerGeV);
    for (int i = 0; i < n; i++) {
      float p = momentum[i];
      float sigma = (float) Math.sqrt(Math.fma(perGeV2 * p, p, constant2));
      measured[i] = p * Math.fma(sigma, measured[i], 1f);
    }
  }

  private void slopes(Truth truth, Ray track) {
    Ray ray = truth.chargedRay;
    float scatter = (float) slopeScatterGeV;
    float constant2 = (float) (slopeSigma * slopeSigma);
    for (int i = 0; i < truth.n; i++) {
      float perP = scatter / ray.momentum[i];
      float sigma = (float) Math.sqrt(Math.fma(perP, perP, constant2));
      track.slopeX[i] = Math.fma(sigma, track.slopeX[i], ray.slopeX[i]);
      track.slopeY[i] = Math.fma(sigma, track.slopeY[i], ray.slopeY[i]);
    }
  }

  private void place(Ray ray, Ray track, int n) {
    float sigma = (float) positionSigmaM;
    for (int i = 0; i < n; i++) {
      track.x[i] = Math.fma(sigma, track.x[i], ray.x[i]);
      track.y[i] = Math.fma(sigma, track.y[i], ray.y[i]);
      track.z[i] = ray.z[i];
    }
  }
}
