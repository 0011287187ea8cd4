package org.lacuna.application.command.workspace;

import static org.lacuna.application.command.TextTable.number;
import static org.lacuna.application.input.InputException.given;

import java.util.List;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.json.Json;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.histfactory.AsymptoticCls.Cls;
import org.lacuna.statistics.histfactory.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// CLs of one signal strength.
@Command(
    name = "cls",
    mixinStandardHelpOptions = true,
    description = "CLs of one value of the parameter of interest, observed and expected.",
    footer = {"", "Example:", "  lacuna workspace cls search.json --mu 1"})
final class ClsCommand implements Runnable {
  @Mixin private WorkspaceOptions options;

  @Option(
      names = "--mu",
      required = true,
      paramLabel = "M",
      description = "Value to test, 0 or more.")
  private double mu;

  @Mixin private AsimovOption asimov;
  @Mixin private Answer answer;

  private record Result(
      double mu, double clsb, double clb, double cls, ExpectedBand expected, Outcome status) {}

  @Override
  public void run() {
    Cls cls = given(() -> asimov.asymptotic(options.chosen().model()).at(mu));
    Result result =
        new Result(cls.mu(), cls.clsb(), cls.clb(), cls.cls(), cls.expected(), cls.outcome());
    answer.print(result, () -> text(cls));
  }

  private static String text(Cls cls) {
    return TextTable.of(
        List.of(
            List.of("status", Json.word(cls.outcome())),
            List.of("mu", number(cls.mu())),
            List.of("CLsb", number(cls.clsb())),
            List.of("CLb", number(cls.clb())),
            List.of("CLs", number(cls.cls())),
            List.of("expected CLs", AsimovOption.text(cls.expected()))));
  }
}
