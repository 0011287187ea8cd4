package org.lacuna.application.run;

import org.jspecify.annotations.Nullable;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;

/// One thread with its columns.
final class Worker {
  private @Nullable Simulation sample;
  private @Nullable Batch batch;

  /// Columns for events of a sample; kept as long as the next piece of work is of the same one.
  Batch batchOf(Simulation wanted) {
    Batch own = batch;
    if (own == null || sample != wanted) {
      own = wanted.batch();
      batch = own;
      sample = wanted;
    }
    return own;
  }
}
