package org.lacuna.application.run;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;

/// A sample whose chunks come in any order and are added in theirs.
final class SampleSum {
  private final Simulation simulation;
  private final long events;
  private final int rows;
  private final double listedAboveGeV2;
  private final Result sum;
  private final InOrder<Result> chunks;

  /// @param events of the whole sample
  /// @param rows per block
  SampleSum(Simulation simulation, long events, int rows, double listedAboveGeV2) {
    this.simulation = simulation;
    this.events = events;
    this.rows = rows;
    this.listedAboveGeV2 = listedAboveGeV2;
    sum = simulation.result(listedAboveGeV2);
    chunks = new InOrder<>(sum::add);
  }

  /// One piece of work for each chunk.
  List<Work> work() {
    List<Work> work = new ArrayList<>();
    for (long chunk = 0; chunk < Simulation.chunks(events); chunk++) work.add(new Chunk(chunk));
    return work;
  }

  /// The finished sample.
  Sample sample() {
    return new Sample(simulation, sum);
  }

  private final class Chunk implements Work {
    private final long number;

    Chunk(long number) {
      this.number = number;
    }

    @Override
    public void on(Worker worker) {
      chunks.add(
          number,
          simulation.chunk(worker.batchOf(simulation), number, events, rows, listedAboveGeV2));
    }

    @Override
    public double cost() {
      return Math.min(Simulation.CHUNK, events - number * Simulation.CHUNK);
    }
  }
}
