package org.lacuna.application.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lacuna.application.card.CardException;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Cards;
import org.lacuna.application.card.Explanation;
import org.lacuna.application.card.Problem;
import org.lacuna.application.card.ResolvedCard;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.input.InputException;
import org.lacuna.application.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks into cards without running them.
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description = "Explains and checks cards.",
    subcommands = {
      CardCommand.Explain.class,
      CardCommand.Check.class,
      CardCommand.JsonSchema.class
    })
public final class CardCommand {
  /// The card that is asked about.
  static final class Asked {
    @Parameters(
        paramLabel = "CARD",
        arity = "0..1",
        defaultValue = "na62-2016-2018",
        description = {
          "A file that ends in .yaml, or the name of a card that comes with the program",
          "(default: ${DEFAULT-VALUE})."
        })
    private String name = "";

    @Mixin private Plugins plugins;

    private ResolvedCard card() {
      return Cards.resolve(name, Map.of());
    }

    private CardType<?> type(ResolvedCard card) {
      return card.type(plugins.catalogue().cards());
    }
  }

  /// Prints the whole card.
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description = {
        "Prints a card with all that it inherits.",
        "After each value stand its meaning, how well it is known, its source, and the file and",
        "line where it was written; after the card of a run, which measured columns each cut reads."
      },
      footer = {"", "Example:", "  lacuna card explain na62-2016-2018"})
  static final class Explain implements Runnable {
    @Mixin private Asked asked;
    @Mixin private Answer answer;

    /// All that is said of a card.
    private record Explained(List<Explanation.Entry> values, List<Reading> cuts) {
      @Override
      public String toString() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("# cut", "reads")));
        for (Reading cut : cuts) rows.add(List.of("# " + cut.cut, String.join(", ", cut.reads)));
        return rows.size() == 1 ? "" : "\n\n" + TextTable.of(rows);
      }
    }

    /// A cut.
    ///
    /// @param reads names of the measured columns on which it depends
    private record Reading(String cut, List<String> reads) {
      static List<Reading> of(Object card) {
        return card instanceof RunCard run
            ? run.selection().cuts().stream()
                .map(it -> new Reading(it.label(), it.reads()))
                .toList()
            : List.of();
      }
    }

    @Override
    public void run() {
      ResolvedCard card = asked.card();
      CardType<?> type = asked.type(card);
      Explanation explanation = card.explain(type);
      Explained told = new Explained(explanation.entries(), Reading.of(card.read(type)));
      answer.print(told, () -> explanation.toString() + told);
    }
  }

  /// Prints all that is wrong.
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Prints all that is wrong with a card.",
        "Each problem has its file, line and key. The exit code is 2 if there is one."
      },
      footer = {"", "Example:", "  lacuna card check my-card.yaml"})
  static final class Check implements Runnable {
    @Mixin private Asked asked;
    @Mixin private Answer answer;

    /// A problem as JSON.
    private record Told(String file, int line, String key, String message) {
      static Told of(Problem problem) {
        return new Told(
            problem.origin().file().toString(),
            problem.origin().line(),
            problem.key(),
            problem.message());
      }
    }

    @Override
    public void run() {
      List<Problem> problems = problems();
      answer.print(
          problems.stream().map(Told::of).toList(),
          () ->
              problems.isEmpty()
                  ? asked.name + " is good"
                  : problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
      if (!problems.isEmpty()) {
        int number = problems.size();
        throw new InputException(
            asked.name + " has " + number + (number == 1 ? " problem" : " problems"));
      }
    }

    private List<Problem> problems() {
      try {
        ResolvedCard card = asked.card();
        card.read(asked.type(card));
        return List.of();
      } catch (CardException wrong) {
        return wrong.problems();
      }
    }
  }

  /// Prints the JSON Schema.
  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = {
        "Prints the JSON Schema of the type of a card.",
        "With it an editor completes keys, shows what they mean and marks mistakes."
      },
      footer = {"", "Example:", "  lacuna card schema > lacuna-run.schema.json"})
  static final class JsonSchema implements Runnable {
    @Spec private CommandSpec spec;
    @Mixin private Asked asked;

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      out.println(Json.pretty(asked.type(asked.card()).jsonSchema()));
      out.flush();
    }
  }
}
