package org.lacuna.experiment.reconstruction;

import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.experiment.event.Measured;

/// The decay vertex: closest approach of kaon and muon, both carried through the stray field.
///
/// A first z comes from straight lines. Both particles are brought there through the field, where
/// their straight lines give the vertex, the distance and the directions from which the missing
/// mass is made.
public final class Vertex implements Step {
  private static final float LEAST_ANGLE2 = 1e-12f;

  private final StrayField field;
  private final Step straight = Step.rows(Vertex::straightDepth);
  private final Step atField;
  private final Step approach = Step.rows(Vertex::depth, Vertex::place);

  public Vertex(StrayField field) {
    this.field = field;
    atField = Step.rows(this::muonSlopes, this::kaonSlopes, this::muonPlace, this::kaonPlace);
  }

  @Override
  public void apply(Measured event) {
    straight.apply(event);
    float[][] work = event.scratch;
    field.at(event.vertexZ, event.row, work[4], event.n, work[0], work[1], work[2], work[3]);
    atField.apply(event);
    approach.apply(event);
  }

  private static void straightDepth(Measured e, int i) {
    Ray k = e.kaon;
    Ray m = e.track;
    float path = m.z[i] - k.z[i];
    float dx = m.x[i] - Math.fma(k.slopeX[i], path, k.x[i]);
    float dy = m.y[i] - Math.fma(k.slopeY[i], path, k.y[i]);
    float sx = m.slopeX[i] - k.slopeX[i];
    float sy = m.slopeY[i] - k.slopeY[i];
    float angle2 = Math.max(LEAST_ANGLE2, Math.fma(sx, sx, sy * sy));
    e.vertexZ[i] = m.z[i] - Math.fma(dx, sx, dy * sy) / angle2;
  }

  private void muonSlopes(Measured e, int i) {
    float perMomentum = 1f / e.track.momentum[i];
    float kickX = field.wholeKickX() - e.scratch[0][i];
    float kickY = field.wholeKickY() - e.scratch[2][i];
    e.muonSlopeX[i] = Math.fma(-kickX, perMomentum, e.track.slopeX[i]);
    e.muonSlopeY[i] = Math.fma(-kickY, perMomentum, e.track.slopeY[i]);
  }

  private void kaonSlopes(Measured e, int i) {
    float perMomentum = 1f / e.kaon.momentum[i];
    e.kaonSlopeX[i] = Math.fma(e.scratch[0][i], perMomentum, e.kaon.slopeX[i]);
    e.kaonSlopeY[i] = Math.fma(e.scratch[2][i], perMomentum, e.kaon.slopeY[i]);
  }

  /// Where the muon was at the first z.
  private void muonPlace(Measured e, int i) {
    float path = e.track.z[i] - e.vertexZ[i];
    float perMomentum = 1f / e.track.momentum[i];
    float shiftX = field.wholeShiftX() - Math.fma(e.scratch[0][i], path, e.scratch[1][i]);
    float shiftY = field.wholeShiftY() - Math.fma(e.scratch[2][i], path, e.scratch[3][i]);
    e.scratch[5][i] = e.track.x[i] - Math.fma(e.muonSlopeX[i], path, shiftX * perMomentum);
    e.scratch[6][i] = e.track.y[i] - Math.fma(e.muonSlopeY[i], path, shiftY * perMomentum);
  }

  /// Where the kaon was at the first z.
  private void kaonPlace(Measured e, int i) {
    float path = e.vertexZ[i] - e.kaon.z[i];
    float perMomentum = 1f / e.kaon.momentum[i];
    float x = Math.fma(e.scratch[1][i], perMomentum, e.kaon.x[i]);
    float y = Math.fma(e.scratch[3][i], perMomentum, e.kaon.y[i]);
    e.scratch[7][i] = Math.fma(e.kaon.slopeX[i], path, x);
    e.scratch[8][i] = Math.fma(e.kaon.slopeY[i], path, y);
  }

  private static void depth(Measured e, int i) {
    float dx = e.scratch[5][i] - e.scratch[7][i];
    float dy = e.scratch[6][i] - e.scratch[8][i];
    float sx = e.muonSlopeX[i] - e.kaonSlopeX[i];
    float sy = e.muonSlopeY[i] - e.kaonSlopeY[i];
    float angle2 = Math.max(LEAST_ANGLE2, Math.fma(sx, sx, sy * sy));
    e.scratch[9][i] = -Math.fma(dx, sx, dy * sy) / angle2;
    e.distance[i] = Math.abs(Math.fma(dx, sy, -dy * sx)) / (float) Math.sqrt(angle2);
  }

  private static void place(Measured e, int i) {
    float further = e.scratch[9][i];
    float x = e.scratch[5][i] + e.scratch[7][i];
    float y = e.scratch[6][i] + e.scratch[8][i];
    float slopeX = e.muonSlopeX[i] + e.kaonSlopeX[i];
    float slopeY = e.muonSlopeY[i] + e.kaonSlopeY[i];
    e.vertexX[i] = 0.5f * Math.fma(slopeX, further, x);
    e.vertexY[i] = 0.5f * Math.fma(slopeY, further, y);
    e.vertexZ[i] += further;
  }
}
