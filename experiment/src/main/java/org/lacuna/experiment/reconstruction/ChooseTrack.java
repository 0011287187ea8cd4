package org.lacuna.experiment.reconstruction;

import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.event.Tracks;

/// Chooses the muon candidate among several tracks, and counts those that form a vertex with it.
///
/// A candidate is positive, in the range of momenta, and like a muon in calorimeter and MUV3; among
/// several the one nearest in time to the kaon signal of the KTAG is taken. Without a better one
/// the track stays what it is. A further track or segment counts as an extra segment if its
/// straight line comes near that of the candidate, within a range of z. Events without further
/// tracks are left alone.
///
/// To be done after the association with MUV3 and before the choice of the kaon.
///
/// @param leastGeV momentum of a candidate
/// @param mostGeV momentum of a candidate
/// @param energyOverMomentum largest of a candidate
/// @param windowNs within which MUV3 answers the track
/// @param closestM largest distance of two tracks at a vertex
/// @param fromM where vertices begin
/// @param toM where they end
public record ChooseTrack(
    double leastGeV,
    double mostGeV,
    double energyOverMomentum,
    double windowNs,
    double closestM,
    double fromM,
    double toM)
    implements Step {
  private static final double LEAST_ANGLE2 = 1e-12;

  public ChooseTrack {
    if (!(leastGeV < mostGeV)) {
      throw new IllegalArgumentException(
          "momenta of a candidate go from " + leastGeV + " to " + mostGeV + " GeV: give a range");
    }
    if (!(fromM < toM)) {
      throw new IllegalArgumentException(
          "vertices go from " + fromM + " to " + toM + " m: give a range");
    }
  }

  @Override
  public void apply(Measured event) {
    Tracks others = event.tracks;
    for (int j = 0; j < others.n; j++) {
      if (isBetter(event, others.parent[j], j)) exchange(event, others.parent[j], j);
    }
    for (int j = 0; j < others.n; j++) {
      int i = others.parent[j];
      float before = others.extra[j];
      others.extra[j] = formsVertex(event.track, i, others.track, j) ? 1f : 0f;
      event.extraSegments[i] += others.extra[j] - before;
    }
  }

  private boolean isBetter(Measured event, int i, int j) {
    Tracks others = event.tracks;
    boolean isMuon =
        isMuon(
            others.charge[j],
            others.track.momentum[j],
            others.calorimeterEnergy[j],
            others.muv3Time[j] - others.time[j]);
    if (!isMuon) return false;
    boolean isChosenMuon =
        isMuon(
            event.charge[i],
            event.track.momentum[i],
            event.calorimeterEnergy[i],
            event.muv3Time[i]);
    float kaon = event.ktagTime[i];
    return !isChosenMuon || Math.abs(others.time[j] - kaon) < Math.abs(kaon);
  }

  private boolean isMuon(float charge, float momentum, float energy, float muv3Ns) {
    return charge > 0
        && momentum > leastGeV
        && momentum < mostGeV
        && energy < energyOverMomentum * momentum
        && Math.abs(muv3Ns) < windowNs;
  }

  /// The other track becomes the candidate, and the origin of all times.
  private static void exchange(Measured event, int i, int j) {
    Tracks others = event.tracks;
    event.track.swap(i, others.track, j);
    event.after.swap(i, others.after, j);
    swap(event.charge, i, others.charge, j);
    swap(event.calorimeterEnergy, i, others.calorimeterEnergy, j);
    swap(event.muv3Time, i, others.muv3Time, j);
    float time = others.time[j];
    others.time[j] = 0;
    for (int k = 0; k < others.n; k++) {
      if (others.parent[k] != i) continue;
      others.time[k] -= time;
      others.muv3Time[k] -= time;
    }
    float[][] times = {
      event.ktagTime, event.muv3Time, event.lkrTime, event.lavTime, event.savTime, event.chantiTime
    };
    for (float[] column : times) column[i] -= time;
    // Which of the tiles has answered the other track is not known.
    event.muv3X[i] = Measured.NONE;
    event.muv3Y[i] = Measured.NONE;
  }

  private static void swap(float[] a, int i, float[] b, int j) {
    float value = a[i];
    a[i] = b[j];
    b[j] = value;
  }

  private boolean formsVertex(Ray track, int i, Ray other, int j) {
    double path = track.z[i] - other.z[j];
    double dx = track.x[i] - (other.x[j] + other.slopeX[j] * path);
    double dy = track.y[i] - (other.y[j] + other.slopeY[j] * path);
    double sx = track.slopeX[i] - other.slopeX[j];
    double sy = track.slopeY[i] - other.slopeY[j];
    double angle2 = Math.max(LEAST_ANGLE2, sx * sx + sy * sy);
    double z = track.z[i] - (dx * sx + dy * sy) / angle2;
    double distance = Math.abs(dx * sy - dy * sx) / Math.sqrt(angle2);
    return z > fromM && z < toM && distance < closestM;
  }
}
