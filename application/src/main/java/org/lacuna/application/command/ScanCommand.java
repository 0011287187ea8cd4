package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.CsvFile;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.counting.LimitMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Many counting experiments, one row each.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Upper limits for a table of counting experiments, one row each.",
    footer = {
      "",
      "The table is a CSV file with the columns label,observed,background,uncertainty and perhaps",
      "sensitivity (what one event is worth; the limits are then also given in its unit).",
      "A row that is malformed is refused; one whose limit cannot be computed says so in its"
          + " status.",
      "",
      "Example:",
      "  lacuna scan counts.csv --json"
    })
public final class ScanCommand implements Runnable {
  @Parameters(paramLabel = "COUNTS.csv", description = "The table.")
  private Path file = Path.of("");

  @Mixin private LimitOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    Background.Density density = options.density();
    LimitMethod method = options.method();
    CsvFile table =
        CsvFile.read(
            file,
            List.of("label", "observed", "background", "uncertainty"),
            List.of("sensitivity"));
    // All rows are read before the first limit: a malformed one costs no time.
    List<Row> rows = table.rows().stream().map(Row::of).toList();
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (Row row : rows) results.add(result(row, method, density));
    answer.print(results, () -> LimitTable.rows(results, "label"));
  }

  private Map<String, @Nullable Object> result(
      Row row, LimitMethod method, Background.Density density) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("label", row.label);
    try {
      Background background = density.of(row.background, row.uncertainty);
      result.putAll(options.result(method, new CountingExperiment(row.observed, background)));
    } catch (IllegalArgumentException undefined) {
      result.putAll(options.none(undefined));
    }
    if (!Double.isNaN(row.sensitivity)) {
      result.put("sensitivity", row.sensitivity);
      result.put("scaled", scaled(result, row.sensitivity));
    }
    return result;
  }

  /// The limits in the unit of the sensitivity.
  record Scaled(double observed, ExpectedBand expected) {}

  private static @Nullable Scaled scaled(Map<String, @Nullable Object> result, double sensitivity) {
    return result.get("observed") instanceof Double observed
            && result.get("expected") instanceof ExpectedBand band
        ? new Scaled(observed * sensitivity, band.times(sensitivity))
        : null;
  }

  /// @param sensitivity NaN if the table has none
  private record Row(
      String label, long observed, double background, double uncertainty, double sensitivity) {
    static Row of(CsvFile.Row row) {
      return new Row(
          row.text("label"),
          row.count("observed"),
          row.notNegative("background"),
          row.notNegative("uncertainty"),
          row.has("sensitivity") ? row.notNegative("sensitivity") : Double.NaN);
    }
  }
}
