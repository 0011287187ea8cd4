package org.lacuna.experiment.reconstruction;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.FloatMath;
import org.lacuna.experiment.event.Candidates;
import org.lacuna.experiment.event.Measured;

/// Chooses the kaon among the tracks of the GTK: the largest `D = [1 − F_d(d)] [1 − F_t(|Δt|)]`,
/// with F the cumulative distributions of true pairings.
///
/// Tracks must be in time and like the beam: `χ² = (Δp/σ_p)² + (Δx'/σ_x')² + (Δy'/σ_y')²`. The
/// distance d is that of straight lines: the stray field moves it by a fraction of its resolution.
/// An event without such a track gets one that is too far away in space and time to pass a cut, and
/// whose vertex is outside every volume.
///
/// @param distanceTail `1 − F_d` of a distance in m
/// @param timeTail `1 − F_t` of a time in ns
/// @param windowNs largest `|Δt|`
/// @param momentumGeV of the beam
/// @param momentumSigmaGeV σ_p
/// @param slopeX of the beam
/// @param slopeSigmaX σ_x'
/// @param slopeSigmaY σ_y'
/// @param largestChiSquare of a beam particle
public record MatchKaon(
    Curve distanceTail,
    Curve timeTail,
    double windowNs,
    double momentumGeV,
    double momentumSigmaGeV,
    double slopeX,
    double slopeSigmaX,
    double slopeSigmaY,
    double largestChiSquare)
    implements Step {
  private static final float LEAST_ANGLE2 = 1e-12f;

  @Override
  public void apply(Measured event) {
    Candidates gtk = event.gtk;
    approach(event.track, gtk);
    judge(gtk);
    choose(event, gtk);
  }

  private static void approach(Ray track, Candidates gtk) {
    float[] x = gtk.scratch[0];
    float[] y = gtk.scratch[1];
    float[] slopeX = gtk.scratch[2];
    float[] slopeY = gtk.scratch[3];
    Ray ray = gtk.ray;
    Rows.gather(track.x, gtk.parent, x, 0, gtk.n);
    Rows.gather(track.y, gtk.parent, y, 0, gtk.n);
    Rows.gather(track.slopeX, gtk.parent, slopeX, 0, gtk.n);
    Rows.gather(track.slopeY, gtk.parent, slopeY, 0, gtk.n);
    Rows.gather(track.z, gtk.parent, ray.scratch, 0, gtk.n);
    for (int j = 0; j < gtk.n; j++) {
      float path = ray.scratch[j] - ray.z[j];
      float dx = x[j] - Math.fma(ray.slopeX[j], path, ray.x[j]);
      float dy = y[j] - Math.fma(ray.slopeY[j], path, ray.y[j]);
      float sx = slopeX[j] - ray.slopeX[j];
      float sy = slopeY[j] - ray.slopeY[j];
      float angle = (float) Math.sqrt(Math.max(LEAST_ANGLE2, Math.fma(sx, sx, sy * sy)));
      gtk.distance[j] = Math.abs(Math.fma(dx, sy, -dy * sx)) / angle;
    }
  }

  private void judge(Candidates gtk) {
    float[] late = gtk.scratch[0];
    float[] near = gtk.scratch[1];
    Ray ray = gtk.ray;
    float window = (float) windowNs;
    float centre = (float) momentumGeV;
    float perMomentum = (float) (1 / momentumSigmaGeV);
    float axis = (float) slopeX;
    float perSlopeX = (float) (1 / slopeSigmaX);
    float perSlopeY = (float) (1 / slopeSigmaY);
    float largest = (float) largestChiSquare;
    for (int j = 0; j < gtk.n; j++) {
      float p = (ray.momentum[j] - centre) * perMomentum;
      float x = (ray.slopeX[j] - axis) * perSlopeX;
      float y = ray.slopeY[j] * perSlopeY;
      float beamLike = largest - Math.fma(p, p, Math.fma(x, x, y * y));
      late[j] = Math.abs(gtk.time[j]);
      gtk.discriminant[j] = FloatMath.step(Math.min(beamLike, window - late[j]));
    }
    distanceTail.at(gtk.distance, near, gtk.n);
    timeTail.at(late, late, gtk.n);
    for (int j = 0; j < gtk.n; j++) gtk.discriminant[j] *= near[j] * late[j];
  }

  private static void choose(Measured event, Candidates gtk) {
    int none = gtk.n;
    gtk.ray.set(none, 1f);
    gtk.ray.x[none] = Measured.NONE;
    gtk.discriminant[none] = 0f;
    gtk.distance[none] = Measured.NONE;
    gtk.time[none] = Measured.NONE;
    int[] index = event.kaonIndex;
    Arrays.fill(index, 0, event.n, none);
    Arrays.fill(event.beamTracks, 0, event.n, 0f);
    for (int j = 0; j < gtk.n; j++) {
      int row = gtk.parent[j];
      event.beamTracks[row] += 1f;
      index[row] = gtk.discriminant[j] > gtk.discriminant[index[row]] ? j : index[row];
    }
    event.kaon.gather(gtk.ray, index, 0, event.n);
    Rows.gather(gtk.discriminant, index, event.discriminant, 0, event.n);
    Rows.gather(gtk.distance, index, event.distance, 0, event.n);
    Rows.gather(gtk.time, index, event.kaonTime, 0, event.n);
  }
}
