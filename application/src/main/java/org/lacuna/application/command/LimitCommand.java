package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.LimitMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// One counting experiment: observed limit, expected band, p-value and significance.
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = "Upper limit on the signal of one counting experiment.",
    footer = {
      "",
      "Examples:",
      "  lacuna limit --observed 6894 --background 7549 --uncertainty 928",
      "  lacuna limit --observed 0 --background 3 --uncertainty 0 --method feldman-cousins",
      "  lacuna limit --observed 12 --background 9 --uncertainty 2 --all-methods"
    })
public final class LimitCommand implements Runnable {
  @Option(
      names = "--all-methods",
      description = "The limit by every method, and where they disagree more than they should.")
  private boolean allMethods;

  @Mixin private Counts counts;
  @Mixin private LimitOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    CountingExperiment experiment = counts.with(options.density());
    if (allMethods) {
      List<Map<String, @Nullable Object>> table = new AllMethods(options).of(experiment);
      answer.print(table, () -> LimitTable.rows(table, "method", "prior", "asimov"));
      return;
    }
    LimitMethod method = options.method();
    Map<String, @Nullable Object> result = given(() -> options.result(method, experiment));
    answer.print(result, () -> LimitTable.one(result));
  }
}
