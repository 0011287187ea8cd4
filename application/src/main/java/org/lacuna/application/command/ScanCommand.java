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
import org.lacuna.statistics.counting.LimitMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Many counting experiments, one row each.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Upper limits for a table of counting experiments, one row each.",
    footer = {"", "Example:", "  lacuna scan counts.csv --json"})
public final class ScanCommand implements Runnable {
  @Parameters(
      paramLabel = "COUNTS.csv",
      description = "Columns label,observed,background,uncertainty and perhaps sensitivity.")
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
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (CsvFile.Row row : table.rows()) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("label", row.text("label"));
      long observed = row.count("observed");
      double background = row.notNegative("background");
      double uncertainty = row.notNegative("uncertainty");
      result.putAll(
          options.result(
              method, new CountingExperiment(observed, density.of(background, uncertainty))));
      results.add(result);
    }
    answer.print(results, results::toString);
  }
}
