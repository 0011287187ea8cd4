package org.lacuna.application.events;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.CsvFile;
import org.lacuna.application.input.InputException;
import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.simulation.EventRows;
import org.lacuna.experiment.simulation.Simulation;

/// Reads a file of events block by block.
///
/// A block does not reach across a multiple of [Simulation#CHUNK] in the event numbers, so that
/// sums over the file can be made of the same pieces as in a run.
public final class EventReader implements AutoCloseable {
  /// The column of event numbers. Without it events are numbered from 0 on.
  static final String EVENT = "event";

  private static final Pattern HEADING = Pattern.compile("(\\S+)(?: \\[(.*)\\])?");

  private final Path path;
  private final LineNumberReader in;
  private final EventHeader header = new EventHeader(Map.of());
  private final String heading;
  private final List<Target> targets;
  private final Measured seen = new Measured();
  private final List<float[]> weights = new ArrayList<>();

  /// Measured columns that no field has been found for.
  private final Map<String, float[]> missing = new LinkedHashMap<>(Columns.of(seen));

  private final Map<String, Column> meanings = Columns.meanings(seen);
  private final List<String> ignored = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private @Nullable String pending;
  private long number = -1;
  private long chunk;

  /// Where a field goes.
  @FunctionalInterface
  private interface Target {
    /// @throws NumberFormatException if it cannot be used
    void take(String field, int row);
  }

  private EventReader(Path path, LineNumberReader in) throws IOException {
    this.path = path;
    this.in = in;
    heading = heading();
    missing.values().forEach(column -> Arrays.fill(column, Float.NaN));
    targets = CsvFile.fields(heading).stream().map(this::target).toList();
    if (missing.size() == meanings.size()) {
      throw refused("no column is known: they are called like 'track.momentum [GeV]'");
    }
  }

  /// Opens a file.
  ///
  /// @throws InputException if it cannot be read, or its heading cannot
  public static EventReader open(Path path) {
    try {
      return new EventReader(path, new LineNumberReader(Files.newBufferedReader(path)));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private String heading() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("#")) header.read(line);
      else if (!line.isBlank()) return line;
    }
    throw new InputException(path + " is empty: its first line must name the columns");
  }

  private Target target(String text) {
    Matcher parts = HEADING.matcher(text);
    String name = parts.matches() ? parts.group(1) : text;
    if (name.equals(EVENT)) return (field, _) -> number = Long.parseLong(field);
    if (name.startsWith(EventRows.WEIGHT)) {
      if (weights.isEmpty() && !name.equals(EventRows.WEIGHT + "nominal")) {
        throw refused("the first weight is '" + text + "': it must be weight.nominal");
      }
      weights.add(Rows.floats(Rows.BLOCK));
      return into(weights.getLast());
    }
    Column meaning = meanings.get(name);
    if (meaning == null) {
      boolean isPassedOver = name.startsWith(EventRows.TRUTH) || name.startsWith(EventRows.FURTHER);
      if (!isPassedOver) ignored.add(text);
      return (_, _) -> {};
    }
    String known = new EventRows.Field(name, meaning.unit()).heading();
    if (!text.equals(known)) throw refused("column '" + text + "' must be '" + known + "'");
    float[] column = missing.remove(name);
    if (column == null) throw refused("column '" + text + "' is there twice");
    return into(column);
  }

  private static Target into(float[] column) {
    return (field, row) -> {
      column[row] = Float.parseFloat(field);
      if (!Float.isFinite(column[row])) throw new NumberFormatException(field);
    };
  }

  /// Reads the next block.
  ///
  /// @return whether there was one
  /// @throws InputException with file and line for what is malformed
  public boolean next() {
    lines.clear();
    try {
      while (lines.size() < Rows.BLOCK) {
        String line = pending == null ? in.readLine() : pending;
        pending = null;
        if (line == null) break;
        if (line.isBlank()) continue;
        read(line, lines.size());
        if (!lines.isEmpty() && number / Simulation.CHUNK != chunk) {
          // It begins the next block.
          pending = line;
          number--;
          break;
        }
        chunk = number / Simulation.CHUNK;
        lines.add(line);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    seen.n = lines.size();
    return seen.n > 0;
  }

  private void read(String line, int row) {
    List<String> fields = CsvFile.fields(line);
    if (fields.size() != targets.size()) {
      throw refused(fields.size() + " fields, the heading names " + targets.size());
    }
    number++;
    for (int k = 0; k < fields.size(); k++) {
      try {
        targets.get(k).take(fields.get(k), row);
      } catch (NumberFormatException _) {
        String column = CsvFile.fields(heading).get(k);
        throw refused(column + " '" + fields.get(k) + "' is not a finite number");
      }
    }
    if (number < 0) throw refused(EVENT + " " + number + " is negative: numbers start at 0");
  }

  private InputException refused(String message) {
    return InputException.at(path, in.getLineNumber(), message);
  }

  private static InputException unreadable(Path path, IOException e) {
    return new InputException("cannot read " + path + ": " + e, e);
  }

  public EventHeader header() {
    return header;
  }

  /// The line that names the columns.
  public String headingLine() {
    return heading;
  }

  /// Measured columns that the file does not have.
  public Set<String> absent() {
    return Set.copyOf(missing.keySet());
  }

  /// Columns of the file that are not known.
  public List<String> ignored() {
    return List.copyOf(ignored);
  }

  /// The events of the block.
  public Measured seen() {
    return seen;
  }

  /// Their weights, for each variant; none for events without weights.
  public float[][] weights() {
    return weights.toArray(float[][]::new);
  }

  /// Their lines.
  public List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  /// Number of the chunk to which the block belongs.
  public long chunk() {
    return chunk;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
