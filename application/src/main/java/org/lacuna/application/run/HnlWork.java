package org.lacuna.application.run;

import java.util.function.Consumer;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;

/// The signal at one mass: events are thrown in equal portions until enough are selected.
///
/// All masses see the same random numbers, so that widths and acceptances are smooth in the mass.
///
/// @param portion events thrown at a time
/// @param enough selected events after which it stops
/// @param most events thrown in any case
/// @param windowInSigma half width of the mass window
/// @param rows per block
/// @param found takes the signal
record HnlWork(
    Simulation simulation,
    double massGeV,
    int portion,
    int enough,
    int most,
    double windowInSigma,
    int rows,
    Consumer<HnlSignal> found)
    implements Work {

  @Override
  public void on(Worker worker) {
    Batch batch = worker.batchOf(simulation);
    Result sum = simulation.result(Double.NEGATIVE_INFINITY);
    for (int first = 0; first < most && sum.selected() < enough; first += portion) {
      sum.add(simulation.events(batch, first, first + portion, rows, Double.NEGATIVE_INFINITY));
    }
    found.accept(HnlSignal.of(massGeV, sum, windowInSigma));
  }

  @Override
  public double cost() {
    return portion;
  }
}
