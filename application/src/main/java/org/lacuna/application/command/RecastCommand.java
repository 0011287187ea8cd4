package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.interpretation.Recast;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.ModelCard;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.InputException;
import org.lacuna.application.run.Progress;
import org.lacuna.application.run.SampleList;
import org.lacuna.application.run.StoredResults;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A limit on a model of somebody from counts that are there already.
@Command(
    name = "recast",
    mixinStandardHelpOptions = true,
    description = {
      "Sets a limit on a model of yours from counts above a threshold of the missing mass: those"
          + " of",
      "the published search for K+ -> mu+ nu nu nubar, or of a run. Only the acceptance is",
      "simulated. The model is a card: a title and a process, such as a spectrum in a table."
    },
    footer = {
      "",
      "A model (docs/recast.md):",
      "  schema: lacuna/model/1",
      "  title: Two invisible scalars",
      "  process: {type: invisible, branching-fraction: 1e-6, spectrum: two-scalars.csv}",
      "",
      "Examples:",
      "  lacuna recast two-scalars.yaml",
      "  lacuna recast two-scalars.yaml --results runs/na62-2016-2018-001 --json"
    })
public final class RecastCommand implements Runnable {
  private static final long LEAST_EVENTS = 1000;

  @Parameters(paramLabel = "MODEL", description = "Card of the model, a file that ends in .yaml.")
  private String model = "";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Folder of a run whose counts are taken (default: the published ones).")
  private @Nullable Path results;

  @Option(
      names = "--card",
      paramLabel = "CARD",
      defaultValue = "na62-2016-2018",
      description = "The card with apparatus and selection (default: ${DEFAULT-VALUE}).")
  private String cardName = "";

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1e6",
      converter = Count.class,
      description = "Decays thrown for the acceptance (default: ${DEFAULT-VALUE}).")
  private long events;

  @Mixin private Plugins plugins;
  @Mixin private Answer answer;

  /// @param counts where they are from
  /// @param modelBranchingFraction what the card of the model says
  /// @param best the threshold with the strongest expected limit; null without acceptance
  private record Recasted(
      String model,
      String counts,
      double kaonDecays,
      double modelBranchingFraction,
      Estimate acceptanceUncut,
      List<Row> thresholds,
      @Nullable Row best) {}

  /// @param strength limit on the branching fraction, in units of that of the model
  private record Row(
      double m0SquaredGeV2,
      Estimate acceptance,
      OptionalLong observed,
      double expected,
      BackgroundSigma expectedSigma,
      Limit branchingLimit,
      Limit strength) {}

  @Override
  public void run() {
    if (events < LEAST_EVENTS) {
      throw new InputException(
          "--events " + events + ": at least " + LEAST_EVENTS + " are needed for an acceptance");
    }
    Catalogue catalogue = plugins.catalogue();
    ModelCard asked = Cards.resolve(model, Map.of()).read(catalogue.modelCards());
    Recast recast = results == null ? Recast.published() : StoredResults.in(results).recast();
    List<Double> thresholds = recast.thresholds().stream().map(Threshold::m0SquaredGeV2).toList();
    RunCard card = Cards.resolve(cardName, Map.of()).read(catalogue.runCards());
    ThresholdSignal signal = signal(card, asked.decay(), thresholds);
    double fraction = asked.decay().branchingFraction();
    List<Recast.Above> all = recast.of(signal);
    Recasted found =
        new Recasted(
            asked.title(),
            results == null ? "published" : results.toString(),
            recast.kaonDecays(),
            fraction,
            signal.uncut(),
            all.stream().map(above -> row(above, fraction)).toList(),
            Recast.best(all).map(above -> row(above, fraction)).orElse(null));
    answer.print(found, () -> text(found));
  }

  private ThresholdSignal signal(RunCard card, DecayModel decay, List<Double> thresholds) {
    RunCard.Setting believed = card.simulation();
    Simulation simulation =
        Simulation.of(
            believed.apparatus(),
            card.reconstruction(),
            card.selection(),
            decay,
            Role.SIMULATION,
            card.seed());
    SampleList samples =
        new SampleList(Runtime.getRuntime().availableProcessors(), Progress.SILENT);
    var sample = samples.select(simulation, events, Double.NEGATIVE_INFINITY);
    samples.run();
    return ThresholdSignal.of(0, sample.get().result(), thresholds);
  }

  private static Row row(Recast.Above above, double modelFraction) {
    Threshold threshold = above.threshold();
    return new Row(
        threshold.m0SquaredGeV2(),
        above.acceptance(),
        threshold.observed(),
        threshold.expected(),
        threshold.expectedSigma(),
        above.branchingLimit(),
        above.branchingLimit().times(1 / modelFraction));
  }

  private static String text(Recasted found) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "m0^2 [GeV^2]", "acceptance", "observed", "expected", "+-", "limit on B", "expected"));
    for (Row row : found.thresholds) {
      table.add(
          List.of(
              TextTable.number(row.m0SquaredGeV2),
              TextTable.number(row.acceptance.value()),
              row.observed.isPresent() ? Long.toString(row.observed.getAsLong()) : "-",
              TextTable.number(row.expected),
              TextTable.number(row.expectedSigma.total()),
              TextTable.number(row.branchingLimit.observed()),
              TextTable.number(row.branchingLimit.expected().median())));
    }
    String best =
        found.best == null
            ? "The selection accepts nothing of it: no limit."
            : "Best expected limit above %s GeV^2: B < %s, %s times that of the model (expected %s)."
                .formatted(
                    TextTable.number(found.best.m0SquaredGeV2),
                    TextTable.number(found.best.branchingLimit.observed()),
                    TextTable.number(found.best.strength.observed()),
                    TextTable.number(found.best.strength.expected().median()));
    return "%s, counts: %s\n%s\n%s".formatted(found.model, found.counts, TextTable.of(table), best);
  }
}
