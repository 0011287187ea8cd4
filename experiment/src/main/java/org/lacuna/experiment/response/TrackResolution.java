package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;

/// How well the spectrometer measures a track at the first chamber.
///
/// All errors are normal and independent of each other. The slope error is that before the magnet:
/// the resolution of the chambers and, growing with 1/p, their multiple scattering.
///
/// @param constant σ_p/p at low momentum, as a fraction
/// @param perGeV its growth with the momentum, added in quadrature
/// @param slopeSigma of each projection at high momentum
/// @param slopeScatterGeV its growth with 1/p, added in quadrature
/// @param positionSigmaM of each coordinate at the first chamber
public record TrackResolution(
    double constant,
    double perGeV,
    double slopeSigma,
    double slopeScatterGeV,
    double positionSigmaM) {

  /// Measures tracks.
  ///
  /// @param ray true tracks at the first chamber
  /// @param track standard normal numbers in all columns but z; receives what is measured
  public void measure(Ray ray, Ray track, int n) {
    momentum(ray.momentum, track.momentum, n);
    slopes(ray, track, n);
    place(ray, track, n);
  }

  private void momentum(float[] momentum, float[] measured, int n) {
    float constant2 = (float) (constant * constant);
    float perGeV2 = (float) (perGeV * perGeV);
    for (int i = 0; i < n; i++) {
      float p = momentum[i];
      float sigma = (float) Math.sqrt(Math.fma(perGeV2 * p, p, constant2));
      measured[i] = p * Math.fma(sigma, measured[i], 1f);
    }
  }

  private void slopes(Ray ray, Ray track, int n) {
    float scatter = (float) slopeScatterGeV;
    float constant2 = (float) (slopeSigma * slopeSigma);
    for (int i = 0; i < n; i++) {
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
