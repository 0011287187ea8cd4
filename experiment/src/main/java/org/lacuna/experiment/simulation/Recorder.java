package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.core.batch.Columns;
import org.lacuna.experiment.event.Candidates;
import org.lacuna.experiment.event.Tracks;

/// Tells what each stage changed in the first event of a batch.
public final class Recorder {
  private final Map<String, Float> last = new LinkedHashMap<>();

  /// A column that a stage changed.
  ///
  /// @param column its name
  /// @param value what it holds now
  public record Change(String column, float value) {}

  /// What has changed since the last call.
  public List<Change> changes(Batch batch) {
    Map<String, Float> now = new LinkedHashMap<>();
    if (batch.truth().n > 0) read("truth.", batch.truth(), 0, now);
    if (batch.seen().n > 0) read("seen.", batch.seen(), 0, now);
    Candidates gtk = batch.seen().gtk;
    for (int j = 0; j < gtk.n; j++) read("seen.gtk[" + j + "].", gtk, j, now);
    Tracks tracks = batch.seen().tracks;
    for (int j = 0; j < tracks.n; j++) read("seen.tracks[" + j + "].", tracks, j, now);
    List<Change> changes = new ArrayList<>();
    now.forEach((column, value) -> {
      Float before = last.put(column, value);
      if (!value.equals(before) && !value.isNaN()) changes.add(new Change(column, value));
    });
    return changes;
  }

  private static void read(String path, Object table, int row, Map<String, Float> values) {
    Columns.of(table).forEach((name, column) -> values.put(path + name, column[row]));
  }
}
