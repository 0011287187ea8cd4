package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.analysis.result.PublishedRow;
import org.lacuna.analysis.result.Results;
import org.lacuna.application.card.Cards;
import org.lacuna.application.card.ResolvedCard;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.input.InputException;
import org.lacuna.application.run.Progress;
import org.lacuna.application.run.Provenance;
import org.lacuna.application.run.Run;
import org.lacuna.application.run.RunFiles;
import org.lacuna.application.run.RunFolder;
import org.lacuna.application.run.Version;
import org.lacuna.core.batch.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The whole analysis of a card.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "The whole analysis: from the beam to the limit.",
      "Writes results, figures, tables and a report, and prints how the numbers compare with the",
      "published ones."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna run",
      "  lacuna run --exposure 1e7 --out try --quiet",
      "  lacuna run my-card.yaml --full --threads 4"
    })
public final class RunCommand implements Runnable {
  private static final double NS = 1e-9;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CARD",
      arity = "0..1",
      defaultValue = "na62-2016-2018",
      description = {
        "A file that ends in .yaml, or the name of a card that comes with the program",
        "(default: ${DEFAULT-VALUE})."
      })
  private String cardName = "";

  @Option(
      names = "--exposure",
      paramLabel = "N",
      description = "Kaon decays in the fiducial volume (default: that of the card).")
  private @Nullable String exposure;

  @Option(names = "--full", description = "The full exposure of the card.")
  private boolean full;

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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to (default: runs/<card>-<NNN>).")
  private @Nullable Path out;

  @Option(
      names = "--inject",
      paramLabel = "MODEL",
      converter = Injection.class,
      description = {
        "Put a signal into the pseudo-data, as \"hnl mass=300 MeV umu2=1e-7\" or",
        "\"munux model=scalar mass=340 MeV coupling=0.5\": a process and its keys as in a card."
      })
  private List<Map<String, String>> injected = List.of();

  @Option(names = "--overwrite", description = "Empty the folder first.")
  private boolean overwrite;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(
      names = "--rows",
      hidden = true,
      description = "Rows per block; the results do not depend on it.")
  private int rows = Rows.BLOCK;

  @Mixin private Plugins plugins;
  @Mixin private Answer answer;

  @Override
  public void run() {
    long started = System.nanoTime();
    ResolvedCard resolved = Cards.resolve(cardName, changes());
    for (Map<String, String> signal : injected) {
      resolved = resolved.withItem("nature", "processes", signal);
    }
    RunCard card = resolved.read(RunCard.cards(plugins.catalogue()));
    double decays = full ? card.fullExposure() : card.exposure();
    Run.Settings settings =
        InputException.given(() -> new Run.Settings(decays, card.seed(), threads, rows));
    Path named = out;
    try (RunFolder folder =
        named == null ? RunFolder.next(shortName()) : RunFolder.at(named, overwrite)) {
      Run.Outcome outcome = new Run(card, settings, progress()).execute();
      Results results = outcome.findings().results();
      double seconds = NS * (System.nanoTime() - started);
      RunFiles.write(
          folder, outcome.findings(), provenance(resolved, card, settings, outcome, seconds));
      answer.print(
          results,
          () ->
              table(results.published())
                  + "\n\n"
                  + folder.path().resolve("report").resolve("index.html"));
    }
  }

  private Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    if (exposure != null) changes.put("exposure", exposure);
    if (seed != null) changes.put("seed", seed);
    if (full && exposure != null) {
      throw new InputException("--full and --exposure " + exposure + ": give one of them");
    }
    return changes;
  }

  private String shortName() {
    String file = Path.of(cardName).getFileName().toString();
    return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
  }

  private Progress progress() {
    if (quiet) return Progress.SILENT;
    return ProgressLine.to(spec.commandLine().getErr());
  }

  private Provenance provenance(
      ResolvedCard resolved,
      RunCard card,
      Run.Settings settings,
      Run.Outcome outcome,
      double seconds) {
    return new Provenance(
        Provenance.SCHEMA,
        Version.text(),
        cardName,
        resolved.hash(),
        resolved.toYaml(),
        settings.exposure(),
        settings.exposure() * card.delivery().decaysPerDecay(),
        settings.seed(),
        Runtime.version().toString(),
        outcome.cpuSeconds().stream().map(Provenance.WorkerTime::new).toList(),
        seconds,
        outcome.events());
  }

  private static String table(List<PublishedRow> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("quantity", "published", "Lacuna", "ratio", "where"));
    for (PublishedRow row : rows) {
      table.add(
          List.of(
              row.quantity(),
              Shown.estimate(row.published()),
              Shown.estimate(row.lacuna()),
              Double.isNaN(row.ratio()) ? "" : String.format(Locale.ROOT, "%.3f", row.ratio()),
              row.where()));
    }
    return TextTable.of(table);
  }
}
