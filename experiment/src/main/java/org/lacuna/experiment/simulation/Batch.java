package org.lacuna.experiment.simulation;

import java.util.Arrays;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Fate;
import org.lacuna.physics.decay.Truth;

/// All columns of one worker.
///
/// @param truth what happened
/// @param pileUp other beam particles
/// @param seen what is measured of it
/// @param fate whether the events go on
/// @param draw random numbers of the sample
public record Batch(Truth truth, PileUp pileUp, Measured seen, Fate fate, Draws draw) {
  /// Measured columns start undefined, so that those which nothing fills stay so.
  public Batch {
    for (float[] column : Columns.of(seen).values()) Arrays.fill(column, Float.NaN);
  }

  /// Whether no event is left.
  public boolean isEmpty() {
    return truth.n == 0;
  }

  /// Whether the event of a row can still be seen.
  public boolean goesOn(int row) {
    return row < truth.n && truth.margin[row] > 0;
  }
}
