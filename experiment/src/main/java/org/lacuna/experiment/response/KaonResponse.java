package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.event.Candidates;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// What the GTK measures: the kaon, if all three stations see it, and the beam particles near it in
/// time.
///
/// The track errors are normal; the error of the position, a tenth of a millimetre, is neglected
/// against that of the extrapolated muon. Pile-up particles are recorded as they are: their errors
/// would only blur a spot of a centimetre.
///
/// @param efficiency for one track
/// @param relativeSigma of the momentum, as a fraction
/// @param slopeSigma of each projection
/// @param timeSigmaNs against the kaon signal of the KTAG
/// @param windowNs within which tracks are recorded
/// @param intensityMHz rate of the beam from a uniform number
public record KaonResponse(
    double efficiency,
    double relativeSigma,
    double slopeSigma,
    double timeSigmaNs,
    double windowNs,
    Curve intensityMHz) {

  public KaonResponse {
    if (!(efficiency >= 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          "the efficiency for one track is " + efficiency + ", not 0 to 1");
    }
    double highestMHz = intensityMHz.at(1f);
    double most = PileUp.mean(highestMHz, windowNs, efficiency);
    if (!(most <= PileUp.LARGEST_MEAN)) {
      throw new IllegalArgumentException(
          "at the highest rate, "
              + highestMHz
              + " MHz, there are "
              + most
              + " pile-up particles on average; at most "
              + PileUp.LARGEST_MEAN
              + " can be drawn: give a shorter window or a lower rate");
    }
  }

  /// Fills the table of candidates.
  ///
  /// @param isThere whether the kaons live to cross the GTK
  public void measure(
      Truth truth, PileUp pileUp, Measured seen, Draws draw, Beam beam, boolean isThere) {
    int n = truth.n;
    Candidates gtk = seen.gtk;
    float[] momentum = truth.scratch[0];
    float[] slopeX = truth.scratch[1];
    float[] slopeY = truth.scratch[2];
    float[] time = truth.scratch[3];
    float[] found = truth.scratch[4];
    pileUp.fill(truth, draw, beam, intensityMHz, windowNs, efficiency, seen.intensity, found);
    draw.normals("kaon track", truth, momentum, slopeX, slopeY, time);
    float sigmaP = (float) relativeSigma;
    float sigmaSlope = (float) slopeSigma;
    float sigmaTime = (float) timeSigmaNs;
    float probability = isThere ? (float) efficiency : 0f;
    Ray kaon = truth.kaon;
    for (int i = 0; i < n; i++) {
      momentum[i] = kaon.momentum[i] * Math.fma(sigmaP, momentum[i], 1f);
      slopeX[i] = Math.fma(sigmaSlope, slopeX[i], kaon.slopeX[i]);
      slopeY[i] = Math.fma(sigmaSlope, slopeY[i], kaon.slopeY[i]);
      time[i] *= sigmaTime;
      found[i] = probability - found[i];
    }
    int kaons = Rows.positive(found, gtk.parent, n);
    Rows.gather(kaon.x, gtk.parent, gtk.ray.x, 0, kaons);
    Rows.gather(kaon.y, gtk.parent, gtk.ray.y, 0, kaons);
    Rows.gather(kaon.z, gtk.parent, gtk.ray.z, 0, kaons);
    Rows.gather(slopeX, gtk.parent, gtk.ray.slopeX, 0, kaons);
    Rows.gather(slopeY, gtk.parent, gtk.ray.slopeY, 0, kaons);
    Rows.gather(momentum, gtk.parent, gtk.ray.momentum, 0, kaons);
    Rows.gather(time, gtk.parent, gtk.time, 0, kaons);
    System.arraycopy(pileUp.parent, 0, gtk.parent, kaons, pileUp.n);
    System.arraycopy(pileUp.time, 0, gtk.time, kaons, pileUp.n);
    gtk.ray.append(pileUp.ray, kaons, pileUp.n);
    gtk.n = kaons + pileUp.n;
  }
}
