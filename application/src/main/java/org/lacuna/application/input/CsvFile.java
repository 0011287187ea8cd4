package org.lacuna.application.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A table as text: a line with the names of the columns, then a line per row, fields parted by
/// commas (in double quotes if they hold one). Empty lines and lines that begin with `#` are passed
/// over.
public record CsvFile(Path path, List<Row> rows) {

  /// Reads the file.
  ///
  /// @param required columns, in any order
  /// @param optional further columns; any other is refused
  /// @throws InputException with file and line for what is missing or malformed
  public static CsvFile read(Path path, List<String> required, List<String> optional) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (NoSuchFileException e) {
      throw new InputException("there is no file " + path, e);
    } catch (IOException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      List<String> fields = fields(line);
      if (columns.isEmpty()) {
        columns = columns(path, i + 1L, fields, required, optional);
      } else if (fields.size() != columns.size()) {
        throw InputException.at(
            path, i + 1L, fields.size() + " fields, the header names " + columns.size());
      } else {
        Map<String, String> row = new TreeMap<>();
        for (int k = 0; k < fields.size(); k++) row.put(columns.get(k), fields.get(k));
        rows.add(new Row(path, i + 1L, row));
      }
    }
    if (columns.isEmpty()) {
      throw new InputException(
          path + " is empty; its first line must be " + String.join(",", required));
    }
    return new CsvFile(path, List.copyOf(rows));
  }

  private static List<String> columns(
      Path path, long line, List<String> names, List<String> required, List<String> optional) {
    boolean known =
        names.stream().allMatch(name -> required.contains(name) || optional.contains(name));
    boolean once = new HashSet<>(names).size() == names.size();
    if (known && once && names.containsAll(required)) return names;
    String also = optional.isEmpty() ? "" : " (and perhaps " + String.join(",", optional) + ")";
    throw InputException.at(
        path,
        line,
        "header '" + String.join(",", names) + "' must be " + String.join(",", required) + also);
  }

  /// The fields of a line.
  public static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        // Two quotes within quotes stand for one.
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) i++;
        else quoted = !quoted;
        if (twice) field.append('"');
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  /// One row; its getters refuse with file and line.
  ///
  /// @param line counted from 1
  public record Row(Path path, long line, Map<String, String> fields) {
    public boolean has(String column) {
      return fields.containsKey(column);
    }

    public String text(String column) {
      String text = fields.get(column);
      if (text == null) throw refused(column + " is missing");
      return text;
    }

    /// A finite number.
    public double number(String column) {
      try {
        double value = Double.parseDouble(text(column));
        if (Double.isFinite(value)) return value;
      } catch (NumberFormatException _) {
        // Said below, together with what parses and is no number.
      }
      throw refused(column + " '" + text(column) + "' is not a finite number");
    }

    public double notNegative(String column) {
      double value = number(column);
      if (value < 0) throw refused(column + " " + text(column) + " must not be negative");
      return value;
    }

    /// A count.
    public long count(String column) {
      try {
        return Count.parse(text(column));
      } catch (IllegalArgumentException e) {
        throw refused(column + " " + e.getMessage());
      }
    }

    public InputException refused(String message) {
      return InputException.at(path, line, message);
    }
  }
}
