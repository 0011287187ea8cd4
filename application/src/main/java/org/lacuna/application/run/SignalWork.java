package org.lacuna.application.run;

import java.util.function.Consumer;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;

/// The signal at one mass: events are thrown in equal portions until enough are selected.
///
/// All masses see the same random numbers, so that widths and acceptances are smooth in the mass.
///
/// @param samples portion, how many selected events are enough, and the most that are thrown
/// @param rows per block
/// @param made takes the sample, in which all selected events are listed
record SignalWork(Simulation simulation, RunCard.Samples samples, int rows, Consumer<Result> made)
    implements Work {

  @Override
  public void on(Worker worker) {
    Batch batch = worker.batchOf(simulation);
    Result sum = simulation.result(Double.NEGATIVE_INFINITY);
    int portion = samples.signal();
    for (int first = 0;
        first < samples.signalMost() && sum.selected() < samples.signalSelected();
        first += portion) {
      sum.add(simulation.events(batch, first, first + portion, rows, Double.NEGATIVE_INFINITY));
    }
    made.accept(sum);
  }

  @Override
  public double cost() {
    return samples.signal();
  }
}
