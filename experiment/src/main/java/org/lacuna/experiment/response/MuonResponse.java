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
/// All errors are normal and independent of each other. Whether the muon is found at all is the
/// business of [Efficiency].
///
/// @param resolution of the track
/// @param ktagSigmaNs time of the kaon signal against that of the muon
/// @param muv3SigmaNs time of the MUV3 signal against that of the muon
/// @param calorimeterGeV mean energy in the calorimeter
/// @param calorimeterSigmaGeV its standard deviation
public record MuonResponse(
    TrackResolution resolution,
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
    resolution.measure(truth.chargedRay, track, n);
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
}
