package org.lacuna.application.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table for people: columns as wide as their widest cell, numbers with six digits.
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /// Sets rows one below the other.
  ///
  /// @param rows each with the same number of cells, the heading first
  /// @return without the last line break
  public static String of(List<List<String>> rows) {
    int[] width =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row ->
            IntStream.range(0, width.length)
                .mapToObj(column ->
                    row.get(column) + " ".repeat(width[column] - row.get(column).length()))
                .collect(Collectors.joining(GAP))
                .stripTrailing())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /// A number with six digits.
  ///
  /// @return a dash for NaN, which means that there is no such number
  public static String number(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.6g", number);
  }
}
