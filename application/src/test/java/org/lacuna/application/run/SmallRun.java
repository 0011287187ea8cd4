package org.lacuna.application.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lacuna.analysis.result.Results;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.json.Json;
import org.lacuna.core.batch.Rows;

/// Runs that take a second: the default card with few events and three masses.
final class SmallRun {
  private static final String CARD =
      """
      extends: na62-2016-2018
      exposure: 3e5
      samples: {background: 60000, signal: 4000, signal-selected: 1000, signal-most: 8000}
      hypotheses: [{from: 250 MeV, to: 252 MeV, step: 1 MeV}]
      pseudo-experiments: 100
      threshold-search: {masses: [{from: 100 MeV, to: 340 MeV, step: 240 MeV}]}
      """;

  private SmallRun() {}

  /// The small card with lines added.
  static RunCard card(Path folder, String more) {
    try {
      Path file = folder.resolve("small.yaml");
      Files.writeString(file, CARD + more);
      return Cards.resolve(file.toString(), Map.of())
          .read(RunCard.cards(Catalogue.with(List.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Results results(RunCard card, int threads, int rows) {
    Run.Settings settings = new Run.Settings(card.exposure(), card.seed(), threads, rows);
    return new Run(card, settings, Progress.SILENT).execute().findings().results();
  }

  static Results results(RunCard card) {
    return results(card, 2, Rows.BLOCK);
  }

  /// Prints the results of the small card, for a virtual machine with other flags.
  ///
  /// @param arguments folder for the card, rows per block
  public static void main(String[] arguments) {
    RunCard card = card(Path.of(arguments[0]), "");
    System.out.println(Json.pretty(results(card, 1, Integer.parseInt(arguments[1]))));
  }
}
