package org.lacuna.application.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lacuna.analysis.validation.Quantile;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.run.SampleList;
import org.lacuna.core.function.Curve;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.ThreePions;
import org.lacuna.experiment.validation.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// How kaons and pions of one decay fit together.
@Command(
    name = "matching",
    mixinStandardHelpOptions = true,
    description = {
      "Distance and time between the true kaon and the pions of simulated K+ -> pi+ pi+ pi-, from",
      "which the discriminant of the kaon is made; beside them what the card takes, and the tables"
          + " in",
      "the form of the card. The default card holds the result of this command. The errors take"
          + " the",
      "three pions of a decay as independent."
    },
    footer = {"", "Example:", "  lacuna study matching --events 1e6"})
final class MatchingStudyCommand implements Runnable {
  private static final List<Double> SHARES =
      List.of(
          0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.86, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995,
          0.999);
  private static final double MM_PER_M = 1e3;

  /// Steps of a bisection: to the precision of the curve.
  private static final int STEPS = 40;

  @Mixin private SampleOptions options;
  @Mixin private Answer answer;

  /// One quantile.
  ///
  /// @param share of the true pairings with at most this
  /// @param simulated value
  /// @param sigma its error from the Monte Carlo
  /// @param card the value in the card
  record Row(double share, double simulated, double sigma, double card) {}

  /// Everything.
  ///
  /// @param distanceMm closest approach
  /// @param timeNs time of the kaon against the KTAG, without sign
  /// @param card both as the step `match-kaon` of a card takes them
  record Matching(long events, List<Row> distanceMm, List<Row> timeNs, String card) {}

  @Override
  public void run() {
    RunCard card =
        Cards.resolve(ValidationStudy.CARD, options.changes())
            .read(Catalogue.with(List.of()).runCards());
    SampleList samples = options.samples();
    ThreePions look = ValidationStudy.threePions(card);
    var gathered = samples.look(look, options.events());
    samples.run();
    Matching found = matching(look, gathered.get(), source(card.seed()));
    answer.print(found, () -> text(found));
  }

  private String source(long seed) {
    return "lacuna study matching --events " + options.events() + " --seed " + seed;
  }

  private Matching matching(ThreePions look, Gathered pions, String source) {
    List<Quantile> distance = quantiles(pions.valuesOf(ThreePions.DISTANCE), "mm", MM_PER_M);
    List<Quantile> time = quantiles(pions.valuesOf(ThreePions.TIME), "ns", 1);
    return new Matching(
        options.events(),
        rows(distance, look.match().distanceTail(), MM_PER_M),
        rows(time, look.match().timeTail(), 1),
        "distance: " + table(distance, source) + "\ntime: " + table(time, source));
  }

  private static List<Quantile> quantiles(Values values, String unit, double scale) {
    return Quantile.of(values.values(), values.weights(), unit, scale, SHARES);
  }

  private static List<Row> rows(List<Quantile> quantiles, Curve tail, double scale) {
    List<Row> rows = new ArrayList<>();
    for (Quantile it : quantiles) {
      double inCard = scale * where(tail, 1 - it.share());
      rows.add(new Row(it.share(), it.value().value(), it.value().sigma(), inCard));
    }
    return rows;
  }

  /// Where a falling curve has a value, from 0 on.
  private static double where(Curve tail, double value) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (tail.at((float) middle) > value) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private static String table(List<Quantile> quantiles, String source) {
    return quantiles.stream()
        .map(it ->
            String.format(
                Locale.ROOT,
                "[%.4g %s, %s]",
                it.value().value(),
                it.value().unit(),
                percent(it.share())))
        .collect(
            Collectors.joining(", ", "{mark: derived, source: \"" + source + "\", value: [", "]}"));
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String text(Matching found) {
    return "closest approach of kaon and pion, mm\n"
        + table("mm", found.distanceMm)
        + "\n\ntime of the kaon against the KTAG, without sign, ns\n"
        + table("ns", found.timeNs)
        + "\n\nfor the step match-kaon of a card\n"
        + found.card;
  }

  private static String table(String unit, List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("share", "simulated " + unit, "MC error", "card"));
    for (Row row : rows) {
      cells.add(
          List.of(
              percent(row.share),
              String.format(Locale.ROOT, "%.4g", row.simulated),
              String.format(Locale.ROOT, "%.2g", row.sigma),
              String.format(Locale.ROOT, "%.4g", row.card)));
    }
    return TextTable.of(cells);
  }
}
