package org.lacuna.experiment.response;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.physics.decay.Truth;

/// The flight of the charged daughter from the decay point to the first chamber, through the stray
/// field.
///
/// The field has turned and shifted the kaon before it decayed, which turns and shifts what comes
/// of it; then it acts on the daughter itself. Both to first order.
public record Flight(StrayField field) {

  /// Moves the start of the charged ray to the first chamber.
  public void carry(Truth truth) {
    carry(truth, truth.chargedRay, 1);
  }

  /// The same for any daughter.
  ///
  /// @param ray from the decay point
  /// @param charge 1 or −1
  public void carry(Truth truth, Ray ray, int charge) {
    float[][] work = truth.scratch;
    field.at(truth.decayZ, truth.row, work[4], truth.n, work[0], work[1], work[2], work[3]);
    float kickX = field.wholeKickX();
    float kickY = field.wholeKickY();
    carry(
        truth,
        ray.momentum,
        charge,
        ray.slopeX,
        ray.x,
        work[0],
        work[1],
        kickX,
        field.wholeShiftX());
    carry(
        truth,
        ray.momentum,
        charge,
        ray.slopeY,
        ray.y,
        work[2],
        work[3],
        kickY,
        field.wholeShiftY());
    Arrays.fill(ray.z, 0, truth.n, field.chamberZ());
  }

  private void carry(
      Truth truth,
      float[] momentum,
      int charge,
      float[] slope,
      float[] place,
      float[] kick,
      float[] shift,
      float wholeKick,
      float wholeShift) {
    float chamber = field.chamberZ();
    float[] kaonMomentum = truth.kaon.momentum;
    for (int i = 0; i < truth.n; i++) {
      float perKaon = 1f / kaonMomentum[i];
      place[i] = Math.fma(shift[i], perKaon, place[i]);
      slope[i] = Math.fma(kick[i], perKaon, slope[i]);
    }
    for (int i = 0; i < truth.n; i++) {
      float path = chamber - truth.decayZ[i];
      float left = wholeShift - Math.fma(kick[i], path, shift[i]);
      float perMomentum = charge / momentum[i];
      place[i] = Math.fma(slope[i], path, Math.fma(left, perMomentum, place[i]));
      slope[i] = Math.fma(wholeKick - kick[i], perMomentum, slope[i]);
    }
  }
}
