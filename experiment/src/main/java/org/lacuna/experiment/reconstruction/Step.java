package org.lacuna.experiment.reconstruction;

import java.lang.invoke.MethodHandles;
import org.lacuna.core.batch.Formula;
import org.lacuna.core.batch.Spin;
import org.lacuna.experiment.event.Measured;

/// A piece of reconstruction: from measured columns to measured columns. It never sees the truth,
/// so it is the same for simulated and for real data.
public interface Step {
  void apply(Measured event);

  /// A step with the name it bears in the card and in a replay.
  record Named(String name, Step step) {}

  /// A step made of formulas; what one writes the next may read.
  static Step rows(Row... formulas) {
    return event -> {
      for (Row formula : formulas) LOOPS.get(formula.getClass()).apply(formula, event);
    };
  }

  /// A formula for row `i`.
  @FunctionalInterface
  interface Row {
    @Formula
    void of(Measured event, int i);
  }

  /// One loop for each formula.
  Spin<Loop> LOOPS = new Spin<>(MethodHandles.lookup(), PlainLoop.class);

  /// The loop over the rows.
  interface Loop {
    void apply(Row formula, Measured event);
  }

  /// The loop that is copied for each formula.
  final class PlainLoop implements Loop {
    PlainLoop() {}

    @Override
    public void apply(Row formula, Measured event) {
      for (int i = 0; i < event.n; i++) formula.of(event, i);
    }
  }
}
