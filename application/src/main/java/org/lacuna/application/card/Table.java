package org.lacuna.application.card;

import java.util.List;

/// Numbers in rows and columns.
///
/// @param columns names
/// @param rows numbers in the units that are used inside, as many in each row as there are columns
public record Table(List<String> columns, List<List<Double>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A column of the table.
  ///
  /// @param name in a file, with the unit that the numbers have there, as in `momentumGeV`
  /// @param numbers what they measure, and their range
  /// @param unit of the numbers in a file; empty for bare numbers
  public record Column(String name, Numeric numbers, String unit) {}

  /// The numbers of a column.
  ///
  /// @throws IllegalArgumentException if there is no such column
  public double[] column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) throw new IllegalArgumentException("no column " + name + " in " + columns);
    return rows.stream().mapToDouble(row -> row.get(index)).toArray();
  }
}
