package org.lacuna.application.run;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.Look;

/// A chunk of a sample whose truth is looked at.
record Glance(Look look, long chunk, long first, long end, InOrder<Gathered> chunks)
    implements Work {

  /// One piece of work for each chunk.
  ///
  /// @param events thrown
  /// @param sum takes what is gathered
  static List<Work> of(Look look, long events, Gathered sum) {
    List<Work> work = new ArrayList<>();
    InOrder<Gathered> chunks = new InOrder<>(sum::add);
    for (long chunk = 0; chunk < Simulation.chunks(events); chunk++) {
      long first = chunk * Simulation.CHUNK;
      work.add(new Glance(look, chunk, first, Math.min(events, first + Simulation.CHUNK), chunks));
    }
    return work;
  }

  @Override
  public void on(Worker worker) {
    Gathered gathered = new Gathered();
    Batch batch = worker.batchOf(look.sample());
    for (long next = first; next < end; next += Rows.BLOCK) {
      look.block(batch, next, (int) Math.min(Rows.BLOCK, end - next), gathered);
    }
    chunks.add(chunk, gathered);
  }

  @Override
  public double cost() {
    return end - first;
  }
}
