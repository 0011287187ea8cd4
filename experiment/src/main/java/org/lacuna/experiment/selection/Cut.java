package org.lacuna.experiment.selection;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Formula;
import org.lacuna.core.batch.Spin;
import org.lacuna.experiment.event.Measured;

/// A named requirement on measured events. A new cut is one formula and one line in the table of
/// cuts.
///
/// @param label as in a cutflow, with its threshold
/// @param lowering lowers the margin of rows that fail
public record Cut(String label, Lowering lowering) {

  /// The margin of row `i`: positive when the event passes; undefined is failed. No branches, so
  /// that an undefined column makes an undefined margin.
  @FunctionalInterface
  public interface Margin {
    @Formula
    float of(Measured event, int i);
  }

  /// For a requirement that is more than one formula.
  @FunctionalInterface
  public interface Lowering {
    void lower(float[] margin, Measured event);
  }

  /// One loop for each formula.
  interface Loop {
    void apply(Margin formula, float[] margin, Measured event);
  }

  static final class PlainLoop implements Loop {
    PlainLoop() {}

    @Override
    public void apply(Margin formula, float[] margin, Measured event) {
      for (int i = 0; i < event.n; i++) margin[i] = Math.min(margin[i], formula.of(event, i));
    }
  }

  private static final Spin<Loop> LOOPS = new Spin<>(MethodHandles.lookup(), PlainLoop.class);

  /// A cut made of one formula.
  public static Cut of(String label, Margin formula) {
    Loop loop = LOOPS.get(formula.getClass());
    return new Cut(label, (margin, event) -> loop.apply(formula, margin, event));
  }

  /// The measured columns on which this cut depends, found by probing: an undefined column makes an
  /// undefined margin. All others are 1, not 0, by which a formula may divide.
  public List<String> reads() {
    Measured event = new Measured();
    return reads(event, Columns.of(event));
  }

  /// The same with an event that is used up and its columns: made once for all cuts.
  List<String> reads(Measured event, Map<String, float[]> columns) {
    event.n = 1;
    columns.values().forEach(column -> column[0] = 1f);
    List<String> names = new ArrayList<>();
    columns.forEach((name, column) -> {
      float[] margin = {1f};
      column[0] = Float.NaN;
      lowering.lower(margin, event);
      column[0] = 1f;
      if (Float.isNaN(margin[0])) names.add(name);
    });
    return names;
  }
}
