package org.lacuna.experiment.simulation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.core.batch.Columns;
import org.lacuna.physics.decay.Truth;

/// The check of a chain in a form in which rows are left whatever the veto does.
final class Rehearsal {
  private static final int EVENTS = 256;

  /// Half of them are kept and half are lost. More single events would teach the JIT that loops are
  /// short, and slow the chain for good.
  private static final int ALONE = 8;

  private final Simulation chain;

  Rehearsal(Simulation chain) {
    this.chain = chain;
  }

  /// Runs the check.
  ///
  /// @return names of the measured columns that no stage fills
  Set<String> absentColumns() {
    refuseEqualNames();
    Batch together = chain.batch();
    // An earlier block, so that something is left behind.
    chain.run(together, EVENTS, EVENTS);
    together.draw().register();
    chain.run(together, 0, EVENTS);
    if (together.seen().n == 0) {
      throw new IllegalStateException(
          "of " + EVENTS + " " + chain.model().name() + " decays none reaches the detectors");
    }
    Map<String, float[]> columns = Columns.of(together.seen());
    Set<String> absent = absentIn(columns, together.seen().n);
    Alone alone = new Alone(chain.batch());
    int kept = 0;
    int lost = 0;
    for (int event = 0; event < EVENTS; event++) {
      boolean isKept = kept < together.truth().n && together.truth().number(kept) == event;
      int before = isKept ? kept++ : lost++;
      if (before < ALONE / 2) compare(together, columns, before, isKept, alone, event);
    }
    return absent;
  }

  private void refuseEqualNames() {
    Set<String> names = new HashSet<>();
    for (Stage stage : chain.stages()) {
      if (!names.add(stage.name())) {
        throw new IllegalStateException("two stages are called '" + stage.name() + "'; rename one");
      }
    }
  }

  private static Set<String> absentIn(Map<String, float[]> columns, int n) {
    Set<String> absent = new HashSet<>();
    columns.forEach((name, column) -> {
      int undefined = 0;
      for (int i = 0; i < n; i++) undefined += Float.isFinite(column[i]) ? 0 : 1;
      if (undefined == n) absent.add(name);
      else if (undefined > 0) {
        throw new IllegalStateException(
            "the measured column " + name + " is undefined in " + undefined + " of " + n + " rows");
      }
    });
    return absent;
  }

  /// A batch for one event at a time, in which nothing is left from another.
  private static final class Alone {
    /// More places than one event with its candidates can take.
    private static final int PLACES = 64;

    final Batch batch;
    final Map<String, float[]> seen;
    private final List<float[]> columns;

    Alone(Batch batch) {
      this.batch = batch;
      seen = Columns.of(batch.seen());
      columns =
          Stream.of(
                  batch.truth(),
                  batch.pileUp(),
                  batch.seen(),
                  batch.seen().gtk,
                  batch.seen().tracks)
              .flatMap(table -> Columns.of(table).values().stream())
              .toList();
    }

    void poisonColumns() {
      columns.forEach(column -> Arrays.fill(column, 0, PLACES, Float.NaN));
    }

    void poisonWorkSpace() {
      Stream.of(
              batch.truth().scratch,
              batch.seen().scratch,
              batch.seen().gtk.scratch,
              batch.seen().tracks.scratch)
          .flatMap(Arrays::stream)
          .forEach(column -> Arrays.fill(column, 0, PLACES, Float.NaN));
    }
  }

  private void compare(
      Batch together,
      Map<String, float[]> columns,
      int row,
      boolean isKept,
      Alone alone,
      int event) {
    alone.poisonColumns();
    chain.run(alone.batch, event, 1, _ -> alone.poisonWorkSpace());
    Truth truth = alone.batch.truth();
    if ((truth.n == 1) != isKept) throw depends("whether it is kept", event);
    if (!isKept) return;
    columns.forEach((name, column) -> {
      float itself = Objects.requireNonNull(alone.seen.get(name))[0];
      if (Float.compare(column[row], itself) != 0) throw depends(name, event);
    });
    for (int v = 0; v < truth.weight.length; v++) {
      if (together.truth().weight[v][row] != truth.weight[v][0]) {
        throw depends("weight " + v, event);
      }
    }
  }

  private IllegalStateException depends(String what, int event) {
    return new IllegalStateException(
        what
            + " of event "
            + event
            + " of "
            + chain.model().name()
            + " depends on its neighbours or on what an earlier block or stage left behind");
  }
}
