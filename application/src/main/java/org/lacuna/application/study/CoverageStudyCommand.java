package org.lacuna.application.study;

import static org.lacuna.application.input.InputException.given;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.LimitOptions;
import org.lacuna.application.input.CsvFile;
import org.lacuna.application.input.InputException;
import org.lacuna.statistics.study.CoverageStudy;
import org.lacuna.statistics.study.CoverageStudy.Coverage;
import org.lacuna.statistics.study.CoverageStudy.Point;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;

/// Coverage of a method over a grid of backgrounds and signals.
@Command(
    name = "coverage",
    defaultValueProvider = CoverageStudyCommand.FewerToys.class,
    mixinStandardHelpOptions = true,
    description = {
      "How often the limit of a method lies above the true signal (an interval: holds it), in",
      "experiments that count n ~ Poisson(b + s) and measure b0 ~ normal(b, uncertainty)."
    },
    footer = {
      "",
      "--toys (default: 1000 per point) and --seed are those of the study. A grid is a CSV file",
      "with the columns background,uncertainty,signal; the default one has backgrounds and signals",
      "from 0 to 10000.",
      "",
      "Examples:",
      "  lacuna study coverage --toys 2000",
      "  lacuna study coverage --method cls-asymptotic --grid points.csv --json"
    })
final class CoverageStudyCommand implements Runnable {
  private static final double[] BACKGROUNDS = {0, 1, 10, 100, 1000, 10_000};
  private static final double[] RELATIVE = {0, 0.1, 0.3};
  // 2.35 lies just above the limit of an experiment without a count, where coverage is lowest.
  private static final double[] SIGNALS = {0, 1, 2.35, 5, 10, 30, 100, 1000, 10_000};

  @Option(
      names = "--grid",
      paramLabel = "FILE|default",
      defaultValue = "default",
      description = "The points (default: ${DEFAULT-VALUE}).")
  private String grid = "";

  @Mixin private LimitOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    List<Point> points = grid.equals("default") ? standard() : read(Path.of(grid));
    CoverageStudy study =
        given(() ->
            new CoverageStudy(
                options.method(),
                options.density(),
                options.settings().level(),
                (int) options.settings().toys().number(),
                options.settings().toys().seed()));
    List<Coverage> found = new ArrayList<>();
    for (Point point : points) found.add(given(() -> study.at(point)));
    answer.print(found, () -> table(found));
  }

  /// The number of toys that is usual for one limit would take minutes for a grid.
  static final class FewerToys implements CommandLine.IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec option) {
      return option.paramLabel().equals("N") ? "1000" : null;
    }
  }

  private static List<Point> standard() {
    List<Point> points = new ArrayList<>();
    for (double background : BACKGROUNDS) {
      for (double relative : RELATIVE) {
        if (background == 0 && relative > 0) continue;
        for (double signal : SIGNALS) {
          points.add(new Point(background, relative * background, signal));
        }
      }
    }
    return points;
  }

  private static List<Point> read(Path file) {
    List<CsvFile.Row> rows =
        CsvFile.read(file, List.of("background", "uncertainty", "signal"), List.of()).rows();
    if (rows.isEmpty()) throw new InputException(file + " has no points");
    return rows.stream()
        .map(row -> {
          try {
            return new Point(
                row.number("background"), row.number("uncertainty"), row.number("signal"));
          } catch (IllegalArgumentException e) {
            throw row.refused(String.valueOf(e.getMessage()));
          }
        })
        .toList();
  }

  private static String table(List<Coverage> all) {
    StringBuilder text =
        new StringBuilder("| background | ± | signal | coverage | |\n|---|---|---|---|---|\n");
    for (Coverage row : all) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %.4f | %s |%n",
              number(row.point().background()),
              number(row.point().uncertainty()),
              number(row.point().signal()),
              row.coverage(),
              row.covers() ? "" : "below"));
    }
    return text.toString().stripTrailing();
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
