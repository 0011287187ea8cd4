package org.lacuna.application.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.analysis.validation.Tail;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.input.InputException;
import org.lacuna.application.study.AssumedStudy.Assumed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The simulation beside published numbers.
@Command(
    name = "validation",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates what is published about the apparatus and lays it beside: acceptances,"
          + " resolutions,",
      "wrong kaons, lifetimes, tails by their source. Nothing is fitted; the errors are those of"
          + " the simulation."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna study validation --events 1e5",
      "  lacuna study validation --json --quiet",
      "  lacuna study validation --out docs/validation.md"
    })
final class ValidationStudyCommand implements Runnable {
  /// What only the page has needs fewer decays: hundreds of masses show the shape of two curves,
  /// and a variation of the card sees the same decays as the card.
  private static final long SHARE_OF_PAGE = 5;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write the page docs/validation.md, with width and acceptance at every mass, and the",
        "effect of each value of the card that is assumed: for this the samples are thrown",
        "again for each of them."
      })
  private @Nullable Path out;

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
    Path page = out;
    if (page != null && !Files.isDirectory(folder(page))) {
      throw new InputException("--out " + page + ": there is no folder " + folder(page));
    }
    long events = options.events();
    ValidationStudy study = new ValidationStudy(options.changes(), options.samples(), events);
    List<Quantity> numbers = new ArrayList<>(study.run());
    TailStudy.Found tails = study.tails();
    numbers.addAll(tails.selected());
    if (page != null) {
      var masses = study.masses(events / SHARE_OF_PAGE);
      write(page, ValidationPage.of(command(page), numbers, tails.tails(), masses, assumed()));
    }
    List<Quantity> found = new ArrayList<>(numbers);
    for (Tail tail : tails.tails()) found.addAll(tail.quantities());
    answer.print(found.stream().map(Row::of).toList(), () -> table(found));
  }

  private List<Assumed> assumed() {
    return new AssumedStudy(
            Cards.resolve(ValidationStudy.CARD, options.changes()),
            Catalogue.with(List.of()).runCards(),
            options.samples(),
            options.events() / SHARE_OF_PAGE)
        .run();
  }

  private String command(Path page) {
    return "./lacuna study validation --events " + options.events() + " --out " + page;
  }

  private static Path folder(Path page) {
    return Objects.requireNonNull(page.toAbsolutePath().getParent());
  }

  /// The page is complete or as it was before.
  private static void write(Path page, String text) {
    Path unfinished = page.resolveSibling(page.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + page + ": " + e, e);
    }
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
