package org.lacuna.application.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private SampleOptions options;
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
    List<Quantity> found =
        new ValidationStudy(options.changes(), options.samples(), options.events()).run();
    answer.print(found.stream().map(Row::of).toList(), () -> table(found));
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
