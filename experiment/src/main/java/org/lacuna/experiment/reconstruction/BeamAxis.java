package org.lacuna.experiment.reconstruction;

import java.util.Arrays;
import org.lacuna.experiment.event.Measured;

/// Takes the axis of the beam for the kaon: what an experiment without a beam spectrometer does.
///
/// @param stationZM where the axis starts
/// @param xM its horizontal position there
/// @param slopeX its dx/dz
/// @param momentumGeV of the beam
public record BeamAxis(double stationZM, double xM, double slopeX, double momentumGeV)
    implements Step {
  @Override
  public void apply(Measured event) {
    int n = event.n;
    Arrays.fill(event.kaon.x, 0, n, (float) xM);
    Arrays.fill(event.kaon.y, 0, n, 0f);
    Arrays.fill(event.kaon.z, 0, n, (float) stationZM);
    Arrays.fill(event.kaon.slopeX, 0, n, (float) slopeX);
    Arrays.fill(event.kaon.slopeY, 0, n, 0f);
    Arrays.fill(event.kaon.momentum, 0, n, (float) momentumGeV);
    Arrays.fill(event.kaonTime, 0, n, 0f);
    Arrays.fill(event.discriminant, 0, n, 1f);
  }
}
