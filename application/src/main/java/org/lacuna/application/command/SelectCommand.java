package org.lacuna.application.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lacuna.analysis.result.CutflowRow;
import org.lacuna.analysis.result.CutflowStep;
import org.lacuna.analysis.sample.Cutflow;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.events.EventCutflow;
import org.lacuna.application.input.InputException;
import org.lacuna.experiment.selection.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Applies the selection of a card to files of events.
@Command(
    name = "select",
    mixinStandardHelpOptions = true,
    description = {
      "Applies the selection of a card to files of events and prints the cutflow of each.",
      "The files come from `lacuna simulate`, or from another experiment: a CSV table with columns",
      "of the same names and units. A cut that reads a column which a file does not have is not",
      "applied. docs/outputs.md describes the files."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna select munu.csv",
      "  lacuna select data.csv --card my-card.yaml --out selected.csv"
    })
public final class SelectCommand implements Runnable {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of events.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--card",
      paramLabel = "CARD",
      defaultValue = "na62-2016-2018",
      description = "The card with the selection (default: ${DEFAULT-VALUE}).")
  private String cardName = "";

  @Mixin private Plugins plugins;
  @Mixin private OutFile out;
  @Mixin private Answer answer;

  /// What became of a file.
  ///
  /// @param decays thrown for it; empty for data
  /// @param ignored columns that are not known
  /// @param absent measured columns that the file does not have
  private record Selected(
      String file,
      @Nullable String process,
      @Nullable String role,
      OptionalLong decays,
      List<String> ignored,
      List<String> absent,
      List<Step> cutflow) {}

  /// A line of the cutflow.
  ///
  /// @param lacking columns for want of which the cut is not applied
  /// @param efficiency of this cut alone, after those before it
  /// @param cumulative of this cut and all before it
  /// @param nMinusOne events that pass all other cuts
  /// @param keptAlone how many of those pass this one
  private record Step(
      String cut,
      boolean applied,
      List<String> lacking,
      long passed,
      double sumOfWeights,
      double efficiency,
      double cumulative,
      long nMinusOne,
      double keptAlone) {}

  @Override
  public void run() {
    if (out.isAsked() && files.size() > 1) {
      throw new InputException("--out with " + files.size() + " files: select them one at a time");
    }
    Selection selection =
        Cards.resolve(cardName, Map.of()).read(RunCard.cards(plugins.catalogue())).selection();
    List<Selected> all =
        files.stream()
            .map(
                file -> out.write(selected -> of(file, EventCutflow.of(file, selection, selected))))
            .toList();
    answer.print(
        all, () -> all.stream().map(SelectCommand::text).collect(Collectors.joining("\n\n")));
  }

  private static Selected of(Path file, EventCutflow events) throws IOException {
    Selection selection = events.selection();
    OptionalLong decays = InputException.given(events.header()::decays);
    List<CutflowRow> rows = new ArrayList<>();
    decays.ifPresent(n -> rows.add(new CutflowRow("", "decays", true, n, n, n)));
    int head = rows.size() + 1;
    boolean weighted = events.result().variants() > 0;
    rows.addAll(
        Cutflow.rows("", "events in the file", selection, List.of(events.result()), weighted));
    List<CutflowStep> steps = CutflowStep.of(rows);
    List<Step> cutflow =
        IntStream.range(0, steps.size())
            .mapToObj(i -> step(steps.get(i), i < head ? List.of() : lacking(selection, i - head)))
            .toList();
    return new Selected(
        file.toString(),
        events.header().process().orElse(null),
        events.header().role().orElse(null),
        decays,
        events.ignored(),
        selection.absent().stream().sorted().toList(),
        cutflow);
  }

  private static List<String> lacking(Selection selection, int cut) {
    return selection.cuts().get(cut).reads().stream().filter(selection.absent()::contains).toList();
  }

  private static Step step(CutflowStep step, List<String> lacking) {
    CutflowRow row = step.row();
    return new Step(
        row.cut(),
        row.applied(),
        lacking,
        row.passed(),
        row.sumOfWeights(),
        step.relative(),
        step.cumulative(),
        row.nMinusOne(),
        step.keptAlone());
  }

  private static String text(Selected selected) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of("cut", "passed", "weights", "efficiency", "cumulative", "N-1", "kept of N-1"));
    for (Step step : selected.cutflow) {
      table.add(
          List.of(
              step.applied
                  ? step.cut
                  : step.cut + " (not applied: no " + String.join(", ", step.lacking) + ")",
              Long.toString(step.passed),
              TextTable.number(step.sumOfWeights),
              TextTable.number(step.efficiency),
              TextTable.number(step.cumulative),
              Long.toString(step.nMinusOne),
              TextTable.number(step.keptAlone)));
    }
    String sample = selected.process == null ? "" : ": " + selected.process + ", " + selected.role;
    String ignored =
        selected.ignored.isEmpty() ? "" : "ignored columns: " + String.join(", ", selected.ignored);
    return (selected.file + sample + "\n" + TextTable.of(table) + "\n" + ignored).strip();
  }
}
