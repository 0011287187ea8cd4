package org.lacuna.experiment.response;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.event.Tracks;
import org.lacuna.physics.decay.Truth;

/// What the spectrometer measures of further charged daughters.
///
/// A daughter that passes all chambers is a track, any other that is seen a segment before the
/// magnet. It leaves all its energy in the calorimeter and nothing in MUV3: that one of several
/// pions passes for the muon is part of the weight of the event. Its decay in flight is neglected.
///
/// @param chambers that a track passes
/// @param resolution of a track, and of a segment
/// @param timeSigmaNs of a track against the muon
public record FurtherTracks(Spectrometer chambers, TrackResolution resolution, double timeSigmaNs) {

  /// Whether the chambers see a daughter.
  @FunctionalInterface
  public interface Seen {
    boolean is(int companion, int row);
  }

  /// Carries the further daughters to the first chamber, and fills the table with those that are
  /// seen there.
  public void measure(Truth truth, Measured event, Draws draw, Flight flight, Seen seen) {
    Tracks tracks = event.tracks;
    tracks.n = 0;
    tracks.high = truth.high;
    for (int k = 0; k < truth.companionRay.length; k++) {
      int charge = k % 2 == 0 ? 1 : -1;
      flight.carry(truth, truth.companionRay[k], charge);
      enter(k, charge, truth, tracks, seen);
    }
    if (tracks.n > 0) measure(tracks, draw);
  }

  private static void enter(int k, int charge, Truth truth, Tracks tracks, Seen seen) {
    int at = tracks.n;
    int count = 0;
    for (int i = 0; i < truth.n; i++) if (seen.is(k, i)) truth.row[count++] = i;
    tracks.track.gather(truth.companionRay[k], truth.row, at, count);
    for (int j = 0; j < count; j++) {
      tracks.parent[at + j] = truth.row[j];
      tracks.event[at + j] = truth.event[truth.row[j]];
      tracks.copy[at + j] = k;
      tracks.charge[at + j] = charge;
    }
    tracks.n = at + count;
  }

  private void measure(Tracks tracks, Draws draw) {
    int n = tracks.n;
    Ray track = tracks.track;
    Ray after = tracks.after;
    float[] passes = tracks.scratch[0];
    chambers.bend(track, after, tracks.charge, n);
    Arrays.fill(passes, 0, n, 1f);
    chambers.see(passes, track, after, n);
    after.append(track, 0, n);
    draw.normals(
        "further tracks",
        tracks,
        track.slopeX,
        track.slopeY,
        track.momentum,
        tracks.time,
        track.x,
        track.y);
    resolution.measure(after, track, n);
    for (int j = 0; j < n; j++) {
      boolean isTrack = passes[j] > 0;
      tracks.charge[j] = isTrack ? tracks.charge[j] : 0f;
      tracks.calorimeterEnergy[j] = isTrack ? track.momentum[j] : 0f;
      tracks.time[j] *= (float) timeSigmaNs;
    }
    chambers.bend(track, after, tracks.charge, n);
    for (int j = 0; j < n; j++) {
      if (tracks.charge[j] == 0) track.momentum[j] = after.momentum[j] = 0f;
    }
    Arrays.fill(tracks.muv3Time, 0, n, Measured.NONE);
    Arrays.fill(tracks.extra, 0, n, 1f);
  }
}
