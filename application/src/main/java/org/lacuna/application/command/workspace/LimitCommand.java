package org.lacuna.application.command.workspace;

import static org.lacuna.application.command.TextTable.number;
import static org.lacuna.application.input.InputException.given;

import java.util.List;
import java.util.Optional;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.json.Json;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.histfactory.AsymptoticCls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.AsymptoticCls.Discovery;
import org.lacuna.statistics.histfactory.AsymptoticCls.Limit;
import org.lacuna.statistics.histfactory.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Upper limits of the parameter of interest.
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = "Upper limit of the parameter of interest, observed and expected.",
    footer = {
      "",
      "The search may pass the upper bound that the file gives to the parameter of interest.",
      "",
      "Examples:",
      "  lacuna workspace limit search.json",
      "  lacuna workspace limit background.json --patch signal.json --level 0.95 --json"
    })
final class LimitCommand implements Runnable {
  @Mixin private WorkspaceOptions options;

  @Option(
      names = "--level",
      defaultValue = "0.90",
      paramLabel = "CL",
      description = "Confidence level, above 0 and below 1 (default: ${DEFAULT-VALUE}).")
  private double level;

  @Mixin private AsimovOption asimov;
  @Mixin private Answer answer;

  /// The shape of `limit --json`, to which a template adds what it knows more.
  ///
  /// @param prior empty, there is none
  private record Result(
      String method,
      Optional<String> prior,
      double level,
      double observed,
      ExpectedBand expected,
      double clb,
      double clsAtLimit,
      double pValue,
      double significance,
      Outcome status,
      boolean beyondFileBound,
      Asimov asimov) {}

  @Override
  public void run() {
    AsymptoticCls asymptotic = given(() -> asimov.asymptotic(options.chosen().model()));
    Limit limit = given(() -> asymptotic.limit(level));
    Discovery excess = asymptotic.discovery();
    Result result =
        new Result(
            "cls-asymptotic",
            Optional.empty(),
            level,
            limit.observed(),
            limit.expected(),
            limit.clb(),
            limit.clsAtLimit(),
            excess.pValue(),
            excess.significance(),
            limit.outcome(),
            limit.beyondFileBound(),
            asimov.convention());
    answer.print(result, () -> text(result));
  }

  private static String text(Result result) {
    return TextTable.of(
        List.of(
            List.of("status", Json.word(result.status())),
            List.of("confidence level", number(result.level())),
            List.of("observed limit", number(result.observed())),
            List.of("expected limits", AsimovOption.text(result.expected())),
            List.of("CLb at the limit", number(result.clb())),
            List.of("p-value without a signal", number(result.pValue())),
            List.of("significance", number(result.significance())),
            List.of("beyond the bound of the file", result.beyondFileBound() ? "yes" : "no")));
  }
}
