package org.lacuna.experiment.reconstruction;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.event.Measured;

/// Gives the track the signal of the muon detector, if it is near enough to where the track points:
/// not farther from the edge of the tile than `r/p`.
///
/// The signal of an event whose track is farther becomes none.
public final class MatchMuv3 implements Step {
  private final float detector;
  private final Tiles tiles;
  private final float radius;
  private final Step formula = Step.rows(this::distance, this::match);

  /// @param detectorM where the detector stands
  /// @param tiles of the detector
  /// @param radiusGeVM r: multiple scattering at 1 GeV, times the standard deviations that are
  ///   taken
  public MatchMuv3(double detectorM, Tiles tiles, double radiusGeVM) {
    detector = (float) detectorM;
    this.tiles = tiles;
    radius = (float) radiusGeVM;
  }

  @Override
  public void apply(Measured event) {
    formula.apply(event);
  }

  /// Squared distance to the edge of the tile.
  private void distance(Measured e, int i) {
    Ray track = e.after;
    float path = detector - track.z[i];
    float half = 0.5f * tiles.side(e.muv3X[i], e.muv3Y[i]);
    float x = Math.abs(Math.fma(track.slopeX[i], path, track.x[i]) - e.muv3X[i]);
    float y = Math.abs(Math.fma(track.slopeY[i], path, track.y[i]) - e.muv3Y[i]);
    float beyondX = Math.max(0f, x - half);
    float beyondY = Math.max(0f, y - half);
    e.scratch[0][i] = Math.fma(beyondX, beyondX, beyondY * beyondY);
  }

  private void match(Measured e, int i) {
    float near = radius / e.after.momentum[i];
    float is = FloatMath.step(near * near - e.scratch[0][i]);
    e.muv3Time[i] = Math.fma(is, e.muv3Time[i], Measured.NONE * (1f - is));
  }
}
