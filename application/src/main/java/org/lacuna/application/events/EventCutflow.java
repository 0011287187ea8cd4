package org.lacuna.application.events;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Result;

/// What the selection makes of a file of events: the same cuts and the same sums as in a run.
///
/// @param selection with those cuts marked that read a column which the file does not have
/// @param ignored columns of the file that are not known
public record EventCutflow(
    EventHeader header, Selection selection, Result result, List<String> ignored) {

  /// Reads a file.
  ///
  /// @param selected receives the selected events as a file of the same form; null for none
  public static EventCutflow of(Path file, Selection cuts, @Nullable Writer selected)
      throws IOException {
    try (EventReader reader = EventReader.open(file)) {
      Selection selection = cuts.without(reader.absent());
      if (selected != null) {
        reader.header().write(selected);
        selected.append(reader.headingLine()).append('\n');
      }
      Result sum = empty(selection, reader);
      Result chunk = empty(selection, reader);
      long current = 0;
      while (reader.next()) {
        if (reader.chunk() != current) {
          sum.add(chunk);
          chunk = empty(selection, reader);
          current = reader.chunk();
        }
        selection.apply(reader.seen());
        chunk.fill(reader.seen().n, reader.seen(), reader.weights());
        if (selected != null) copy(reader, selection, selected);
      }
      sum.add(chunk);
      return new EventCutflow(reader.header(), selection, sum, reader.ignored());
    }
  }

  private static Result empty(Selection selection, EventReader reader) {
    return new Result(selection, reader.weights().length, Double.POSITIVE_INFINITY);
  }

  private static void copy(EventReader reader, Selection selection, Writer selected)
      throws IOException {
    int[] passed = reader.seen().passed;
    for (int i = 0; i < reader.lines().size(); i++) {
      boolean all = selection.failed(passed[i]).findAny().isEmpty();
      if (all) selected.append(reader.lines().get(i)).append('\n');
    }
  }
}
