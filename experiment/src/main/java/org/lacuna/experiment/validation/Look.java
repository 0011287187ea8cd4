package org.lacuna.experiment.validation;

import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;

/// A look behind the measured columns of a sample. It has no state of its own, so that many threads
/// can look at once.
public interface Look {
  /// The sample, which gives the columns of a worker.
  Simulation sample();

  /// Throws a block of events and gathers what is seen of it.
  ///
  /// @param first number of the first event
  /// @param count at most [org.lacuna.core.batch.Rows#BLOCK]
  void block(Batch batch, long first, int count, Gathered into);
}
