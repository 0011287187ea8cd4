package org.lacuna.application.events;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.lacuna.experiment.simulation.EventRows;

/// Writes the events of a sample: one line for each that is measured, in the order of their
/// numbers. A number is written so that it reads back as the same; an undefined one is empty.
public final class EventWriter {
  private EventWriter() {}

  /// Writes header and events.
  ///
  /// @param first number of the first event
  /// @param count decays to throw
  public static void write(EventHeader header, EventRows events, long first, long count, Writer out)
      throws IOException {
    header.write(out);
    out.append(
        events.fields().stream()
            .map(EventRows.Field::heading)
            .collect(Collectors.joining(",", EventReader.EVENT + ",", "\n")));
    float[] row = new float[events.fields().size()];
    StringBuilder line = new StringBuilder();
    for (long event = first; event < first + count; event++) {
      if (!events.read(event, row)) continue;
      line.setLength(0);
      line.append(event);
      for (float value : row) {
        line.append(',');
        if (!Float.isNaN(value)) line.append(value);
      }
      out.append(line.append('\n'));
    }
  }
}
