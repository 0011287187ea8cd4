package org.lacuna.application.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.Look;

/// Samples of a study: named one after the other, then thrown together on all threads. What a
/// sample gave is there after [#run()].
public final class SampleList {
  private final Workers workers;
  private final List<Work> work = new ArrayList<>();

  /// @param threads at least 1
  public SampleList(int threads, Progress progress) {
    workers = new Workers(threads, progress);
  }

  /// A sample that goes through its selection.
  ///
  /// @param events thrown
  /// @param listedAboveGeV2 selected events with a larger squared missing mass are listed
  public Supplier<Sample> select(Simulation simulation, long events, double listedAboveGeV2) {
    SampleSum sum = new SampleSum(simulation, events, Rows.BLOCK, listedAboveGeV2);
    work.addAll(sum.work());
    return sum::sample;
  }

  /// A sample that goes through its selection, in equal parts that are kept apart.
  ///
  /// @param events thrown in all
  /// @param listedAboveGeV2 selected events with a larger squared missing mass are listed
  public Supplier<List<Sample>> parts(
      Simulation simulation, long events, int parts, double listedAboveGeV2) {
    Sample[] made = new Sample[parts];
    long each = events / parts;
    for (int part = 0; part < parts; part++) {
      int number = part;
      work.add(
          new Part(simulation, number, each, listedAboveGeV2, sample -> made[number] = sample));
    }
    return () -> List.of(made);
  }

  /// One of them, which it hands over.
  private record Part(
      Simulation simulation, int number, long events, double listedAboveGeV2, Consumer<Sample> made)
      implements Work {
    @Override
    public void on(Worker worker) {
      Batch batch = worker.batchOf(simulation);
      long first = number * events;
      Result result = simulation.events(batch, first, first + events, Rows.BLOCK, listedAboveGeV2);
      made.accept(new Sample(simulation, result));
    }

    @Override
    public double cost() {
      return events;
    }
  }

  /// A sample whose truth is looked at.
  ///
  /// @param events thrown
  public Supplier<Gathered> look(Look look, long events) {
    Gathered sum = new Gathered();
    work.addAll(Glance.of(look, events, sum));
    return () -> sum;
  }

  /// Throws all that was named.
  public void run() {
    workers.run("decays", work);
    work.clear();
  }
}
