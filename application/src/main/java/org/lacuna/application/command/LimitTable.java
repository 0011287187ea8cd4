package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.ScanCommand.Scaled;
import org.lacuna.statistics.counting.ExpectedBand;

/// Limits as text for people.
final class LimitTable {
  private LimitTable() {}

  /// One limit, a line per quantity.
  static String one(Map<String, @Nullable Object> result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, background %s, %s confidence level",
            result.get("method"),
            result.get("prior"),
            result.get("level")));
    lines.add(line("observed limit", events(result.get("observed")) + " events"));
    if (result.get("toyError") instanceof Double error) {
      lines.add(line("  from toys", "+- " + events(error)));
    }
    if (result.get("expected") instanceof ExpectedBand band) {
      lines.add(line("expected limit", events(band.median()) + " events"));
      lines.add(line("  68 % band", events(band.m1()) + " to " + events(band.p1())));
      lines.add(line("  95 % band", events(band.m2()) + " to " + events(band.p2())));
    }
    if (result.get("interval") instanceof Record interval) {
      lines.add(line("interval", interval.toString()));
    }
    lines.add(line("CLb", number(result.get("clb"))));
    lines.add(line("p-value", number(result.get("pValue"))));
    lines.add(line("significance", number(result.get("significance"))));
    lines.add(line("status", String.valueOf(result.get("status"))));
    return String.join("\n", lines);
  }

  /// Many limits, a line each.
  ///
  /// @param leading keys of the columns before the limits
  static String rows(List<Map<String, @Nullable Object>> results, String... leading) {
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(leading));
    header.addAll(
        List.of("observed", "-2 sigma", "-1 sigma", "median", "+1 sigma", "+2 sigma", "z"));
    boolean scaled = results.stream().anyMatch(result -> result.containsKey("scaled"));
    if (scaled) header.addAll(List.of("scaled", "scaled median"));
    header.add("");
    table.add(header);
    for (Map<String, @Nullable Object> result : results) {
      List<String> row = new ArrayList<>();
      for (String key : leading)
        row.add(result.get(key) == null ? "-" : String.valueOf(result.get(key)));
      row.add(events(result.get("observed")));
      ExpectedBand band =
          result.get("expected") instanceof ExpectedBand known
              ? known
              : ExpectedBand.of(z -> Double.NaN);
      for (double limit : band.values()) {
        row.add(events(limit));
      }
      row.add(number(result.get("significance")));
      if (scaled) {
        Scaled limits = result.get("scaled") instanceof Scaled known ? known : null;
        row.add(number(limits == null ? null : limits.observed()));
        row.add(number(limits == null ? null : limits.expected().median()));
      }
      Object status = result.get("status");
      Object note = result.get("note");
      row.add("ok".equals(status) ? note == null ? "" : note.toString() : String.valueOf(status));
      table.add(row);
    }
    return aligned(table);
  }

  private static String aligned(List<List<String>> table) {
    int columns = table.getFirst().size();
    int[] width = new int[columns];
    for (List<String> row : table) {
      for (int k = 0; k < columns; k++) width[k] = Math.max(width[k], row.get(k).length());
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : table) {
      StringBuilder line = new StringBuilder();
      for (int k = 0; k < columns; k++) {
        String cell = row.get(k);
        String blanks = " ".repeat(width[k] - cell.length());
        boolean isText = k == columns - 1 || !Character.isDigit(last(table, k));
        line.append(isText ? cell + blanks : blanks + cell).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  /// Numbers stand to the right; what a column holds is seen in its first row.
  private static char last(List<List<String>> table, int column) {
    String cell = table.size() > 1 ? table.get(1).get(column) : "";
    return cell.isEmpty() ? ' ' : cell.charAt(cell.length() - 1);
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-16s %s", name, value);
  }

  private static String events(@Nullable Object value) {
    return value instanceof Double number && !number.isNaN()
        ? String.format(Locale.ROOT, "%.2f", number)
        : "-";
  }

  private static String number(@Nullable Object value) {
    return value instanceof Double number && !number.isNaN()
        ? String.format(Locale.ROOT, "%.4g", number)
        : "-";
  }
}
