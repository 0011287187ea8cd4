package org.lacuna.application.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.ProgressLine;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.InputException;
import org.lacuna.application.run.Progress;
import org.lacuna.application.run.SampleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The simulation beside published numbers.
@Command(
    name = "validation",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates what is published about the apparatus and lays it beside: acceptances,"
          + " resolutions,",
      "wrong kaons, lifetimes. Nothing is fitted; the errors are those of the simulation."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna study validation --events 1e5",
      "  lacuna study validation --json --quiet"
    })
final class ValidationStudyCommand implements Runnable {
  private static final long LEAST_EVENTS = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "2e6",
      converter = Count.class,
      description = "Decays thrown for each sample (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Key of all random numbers (default: that of the card).")
  private @Nullable String seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads (default: one for each processor). The results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Mixin private Answer answer;

  /// A row as in JSON.
  record Row(String quantity, double published, double lacuna, double sigma, String where) {
    static Row of(Quantity it) {
      double value = it.lacuna().value();
      return new Row(it.quantity(), it.published(), value, it.lacuna().sigma(), it.where());
    }
  }

  @Override
  public void run() {
    if (events < LEAST_EVENTS) {
      throw new InputException(
          "--events " + events + ": at least " + LEAST_EVENTS + " are needed for a width");
    }
    if (threads < 1) {
      throw new InputException("--threads " + threads + ": must be at least 1");
    }
    Map<String, String> changes = new LinkedHashMap<>();
    if (seed != null) changes.put("seed", seed);
    List<Quantity> found =
        new ValidationStudy(changes, new SampleList(threads, progress()), events).run();
    answer.print(found.stream().map(Row::of).toList(), () -> table(found));
  }

  private Progress progress() {
    if (quiet) return Progress.SILENT;
    return ProgressLine.to(spec.commandLine().getErr());
  }

  private static String table(List<Quantity> found) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("quantity", "published", "Lacuna", "MC error", "unit", "where"));
    for (Quantity it : found) {
      rows.add(
          List.of(
              it.quantity(),
              number(it.published()),
              number(it.lacuna().value()),
              String.format(Locale.ROOT, "%.2g", it.lacuna().sigma()),
              it.lacuna().unit(),
              it.where()));
    }
    return TextTable.of(rows);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }
}
