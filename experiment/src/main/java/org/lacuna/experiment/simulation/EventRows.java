package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.response.Variant;

/// The events of a sample as rows of numbers, as a file holds them: what was measured, the weights
/// of a simulated sample, and what really happened. Of further tracks there are as many columns as
/// the decay has further charged daughters.
///
/// Each event runs alone in a batch of one row. A block is faster, but keeps of the truth only what
/// later stages need; what it measures is the same, which assembly has checked.
public final class EventRows {
  /// Before the names of what really happened.
  public static final String TRUTH = "truth.";

  /// Before the names of weights, of which the nominal one comes first.
  public static final String WEIGHT = "weight.";

  /// Before the number of a further track.
  public static final String FURTHER = "tracks[";

  private final Simulation simulation;
  private final Batch batch;
  private final List<Field> fields = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  /// Where a number stands.
  private static final class Cell {
    final float[] column;
    final int row;

    Cell(float[] column, int row) {
      this.column = column;
      this.row = row;
    }
  }

  /// What a number of a row is.
  ///
  /// @param unit empty for a pure number
  public record Field(String name, String unit) {
    /// How it heads a column: `track.momentum [GeV]`, `charge`.
    public String heading() {
      return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
  }

  public EventRows(Simulation simulation) {
    this.simulation = simulation;
    batch = simulation.batch();
    enter("", batch.seen(), 0, simulation.selection().absent());
    if (simulation.losses() == Losses.RECORDED) {
      for (int k = 0; k < simulation.model().companions().size(); k++) {
        enter(FURTHER + k + "].", batch.seen().tracks, k, Set.of());
      }
    }
    if (simulation.role() != Role.NATURE) {
      float[][] weight = batch.truth().weight;
      for (Variant variant : Variant.values()) {
        if (variant.index() >= weight.length) continue;
        String name = variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        fields.add(new Field(WEIGHT + name, ""));
        cells.add(new Cell(weight[variant.index()], 0));
      }
    }
    enter(TRUTH, batch.truth(), 0, Set.of());
  }

  private void enter(String prefix, Object table, int row, Set<String> absent) {
    Map<String, Column> meanings = Columns.meanings(table);
    Columns.of(table)
        .forEach((name, column) -> {
          if (absent.contains(name)) return;
          fields.add(new Field(prefix + name, Objects.requireNonNull(meanings.get(name)).unit()));
          cells.add(new Cell(column, row));
        });
  }

  /// The fields of every row, in order. A measured column that the simulation does not have is not
  /// among them.
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  /// Runs an event.
  ///
  /// @param row receives a number for each field; undefined what no stage has filled
  /// @return whether the event was measured, and the row filled
  public boolean read(long event, float[] row) {
    // So that nothing is left over from an earlier event.
    for (Cell cell : cells) cell.column[cell.row] = Float.NaN;
    simulation.run(batch, event, 1);
    if (batch.isEmpty()) return false;
    for (int k = 0; k < row.length; k++) row[k] = cells.get(k).column[cells.get(k).row];
    return true;
  }
}
