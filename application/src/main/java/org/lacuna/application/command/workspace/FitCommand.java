package org.lacuna.application.command.workspace;

import static org.lacuna.application.command.TextTable.number;
import static org.lacuna.application.input.InputException.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.json.Json;
import org.lacuna.statistics.histfactory.Fit;
import org.lacuna.statistics.histfactory.Fit.Estimate;
import org.lacuna.statistics.histfactory.Model;
import org.lacuna.statistics.histfactory.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The parameters of largest likelihood.
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = "Parameters of largest likelihood, with their uncertainties.",
    footer = {
      "",
      "Examples:",
      "  lacuna workspace fit search.json",
      "  lacuna workspace fit search.json --mu 0 --json   (background only)"
    })
final class FitCommand implements Runnable {
  @Mixin private WorkspaceOptions options;

  @Option(
      names = "--mu",
      paramLabel = "M",
      description = "Hold the parameter of interest at this value.")
  private @Nullable Double mu;

  @Mixin private Answer answer;

  private record Result(double twiceNll, Map<String, Value> parameters, Outcome status) {}

  private record Value(double value, double sigma) {}

  @Override
  public void run() {
    Model model = options.chosen().model();
    Double held = mu;
    Fit fit = held == null ? Fit.of(model) : given(() -> Fit.at(model, held));
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Estimate estimate : fit.estimates()) {
      parameters.put(estimate.name(), new Value(estimate.value(), estimate.sigma()));
    }
    Result result = new Result(fit.twiceNll(), parameters, fit.outcome());
    answer.print(result, () -> text(fit));
  }

  private static String text(Fit fit) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("status", Json.word(fit.outcome()), "", ""));
    rows.add(List.of("-2 ln L", number(fit.twiceNll()), "", ""));
    rows.add(List.of("", "", "", ""));
    rows.add(List.of("parameter", "value", "sigma", ""));
    for (Estimate estimate : fit.estimates()) {
      rows.add(
          List.of(
              estimate.name(),
              number(estimate.value()),
              number(estimate.sigma()),
              estimate.atBound() ? "on its bound" : ""));
    }
    return TextTable.of(rows);
  }
}
