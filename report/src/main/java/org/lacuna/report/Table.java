package org.lacuna.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.lacuna.core.quantity.Estimate;

/// A table: rounded for people as HTML and Markdown, with all digits for programs as CSV.
///
/// @param name of its files
/// @param title what the rows are, in the mark-up of labels
/// @param columns how a row is shown
/// @param rows what it is about
record Table<T>(String name, String title, List<Column<T>> columns, List<T> rows) {

  /// One column for people, and one or more for programs.
  ///
  /// @param head for people, in the mark-up of labels
  /// @param keys for programs
  /// @param shown the entry for people, in the mark-up of labels
  /// @param values the entries for programs
  record Column<T>(
      String head,
      List<String> keys,
      Function<T, String> shown,
      Function<T, List<String>> values) {}

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Words, which may hold any character.
  static <T> Column<T> words(String head, String key, Function<T, String> words) {
    return new Column<>(
        head,
        List.of(key),
        row -> escaped(words.apply(row)),
        row -> List.of(quoted(words.apply(row))));
  }

  /// A symbol in the mark-up of labels, which stands for a word.
  static <T> Column<T> symbol(
      String head, String key, Function<T, String> symbol, Function<T, String> word) {
    return new Column<>(head, List.of(key), symbol, row -> List.of(quoted(word.apply(row))));
  }

  /// A number, for people to so many significant digits.
  static <T> Column<T> number(String head, String key, int digits, ToDoubleFunction<T> number) {
    return new Column<>(
        head,
        List.of(key),
        row -> Numbers.digits(number.applyAsDouble(row), digits),
        row -> List.of(exact(number.applyAsDouble(row))));
  }

  /// A count; empty if it may not be looked at.
  static <T> Column<T> count(String head, String key, Function<T, OptionalLong> count) {
    return new Column<>(
        head,
        List.of(key),
        row -> {
          OptionalLong n = count.apply(row);
          return n.isPresent() ? Numbers.count(n.getAsLong()) : Numbers.digits(Double.NaN, 1);
        },
        row -> {
          OptionalLong n = count.apply(row);
          return List.of(n.isPresent() ? Long.toString(n.getAsLong()) : "");
        });
  }

  /// A value with its uncertainty, for programs in two columns; the unit is that of the head.
  static <T> Column<T> estimate(String head, String key, Function<T, Estimate> estimate) {
    return new Column<>(
        head,
        List.of(key, key + "_sigma"),
        row -> {
          Estimate e = estimate.apply(row);
          return Numbers.withSigma(e.value(), e.sigma());
        },
        row -> {
          Estimate e = estimate.apply(row);
          return List.of(exact(e.value()), exact(e.sigma()));
        });
  }

  byte[] csv() {
    StringBuilder text = new StringBuilder();
    text.append(
        columns.stream()
            .flatMap(c -> c.keys().stream())
            .collect(Collectors.joining(",", "", "\n")));
    for (T row : rows) {
      text.append(
          columns.stream()
              .flatMap(c -> c.values().apply(row).stream())
              .collect(Collectors.joining(",", "", "\n")));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] markdown() {
    StringBuilder text = new StringBuilder("# %s\n\n".formatted(title));
    text.append(line(columns.stream().map(Column::head).toList()));
    text.append("|---".repeat(columns.size())).append("|\n");
    for (T row : rows) text.append(line(shown(row)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  String html() {
    StringBuilder text = new StringBuilder("<table>\n<thead><tr>");
    for (Column<T> column : columns) text.append("<th>").append(column.head()).append("</th>");
    text.append("</tr></thead>\n<tbody>\n");
    for (T row : rows) {
      text.append("<tr>");
      for (String cell : shown(row)) text.append("<td>").append(cell).append("</td>");
      text.append("</tr>\n");
    }
    return text.append("</tbody>\n</table>\n").toString();
  }

  /// Text that may hold any character, as HTML.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private List<String> shown(T row) {
    return columns.stream().map(column -> column.shown().apply(row)).toList();
  }

  private static String exact(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  /// Text as an entry of a CSV file.
  static String quoted(String text) {
    return text.matches("[\\w .+-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
