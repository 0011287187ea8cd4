package org.lacuna.application.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.analysis.validation.Tail;
import org.lacuna.analysis.validation.WorkingPoint.Change;
import org.lacuna.application.study.AssumedStudy.Assumed;
import org.lacuna.core.quantity.Estimate;

/// The page `docs/validation.md`: what people wrote stands in the resource `validation.md`, the
/// tables come from the studies.
final class ValidationPage {
  private static final double PERCENT = 100;
  private static final double MEV_PER_GEV = 1000;

  /// A change that nobody needs to know.
  private static final double TINY = 1e-5;

  private ValidationPage() {}

  /// @param command that makes the page
  /// @param tails of K⁺ → μ⁺ν, by source
  /// @param masses width, acceptance and loss between masses, by mass in GeV
  static String of(
      String command,
      List<Quantity> numbers,
      List<Tail> tails,
      Map<Double, List<Quantity>> masses,
      List<Assumed> assumed) {
    return template()
        .replace("{{command}}", command)
        .replace("{{numbers}}", numbers(numbers))
        .replace("{{tails}}", tails(tails))
        .replace("{{masses}}", masses(masses))
        .replace("{{assumed}}", assumed(assumed));
  }

  /// The page before the tables are in it.
  static String template() {
    try (InputStream text =
        Objects.requireNonNull(ValidationPage.class.getResourceAsStream("validation.md"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String numbers(List<Quantity> numbers) {
    StringBuilder table =
        new StringBuilder(
            """
            | Name | Quantity | Published | Lacuna | Where | Remark |
            |---|---|---|---|---|---|
            """);
    for (Quantity it : numbers) {
      table.append(
          row(
              "`" + it.quantity() + "`",
              it.symbol(),
              Double.isNaN(it.published()) ? "" : plain(it.published()) + unit(it.lacuna()),
              measured(it.lacuna(), 1) + unit(it.lacuna()),
              it.where(),
              it.remark()));
    }
    return table.toString().stripTrailing();
  }

  private static String tails(List<Tail> tails) {
    StringBuilder table = new StringBuilder("| Source |");
    for (double bound : Tail.BOUNDS_GEV2) {
      table.append(bound < 0 ? " < −" : " > ").append(plain(Math.abs(bound))).append(" |");
    }
    table.append("\n|---").repeat("|---", Tail.BOUNDS_GEV2.size()).append("|\n");
    for (Tail tail : tails) {
      Stream<String> cells = tail.beyond().stream().map(number -> measured(number, 1));
      table.append(row(Stream.concat(Stream.of(tail.label()), cells).toArray(String[]::new)));
    }
    return table.toString().stripTrailing();
  }

  private static String masses(Map<Double, List<Quantity>> masses) {
    StringBuilder table =
        new StringBuilder(
            """
            | m_N [MeV] | σ_m [MeV] | A_N | loss half a step away [%] |
            |---|---|---|---|
            """);
    masses.forEach((massGeV, row) ->
        table.append(
            row(
                plain(MEV_PER_GEV * massGeV),
                measured(row.get(0).lacuna(), 1),
                measured(row.get(1).lacuna(), 1),
                measured(row.get(2).lacuna(), PERCENT))));
    return table.toString().stripTrailing();
  }

  private static String assumed(List<Assumed> assumed) {
    StringBuilder table =
        new StringBuilder(
            """
            | Key | Value | Source | Variation | A_SM [%] | σ_m [%] | Table 1 [%] | Tail [%] |
            |---|---|---|---|---|---|---|---|
            """);
    for (Assumed it : assumed) {
      table.append(
          row(
              "`" + it.key() + "`",
              it.value(),
              it.source(),
              it.variation().isEmpty() ? "–" : it.variation(),
              it.change().map(Change::acceptance).map(ValidationPage::percent).orElse("–"),
              it.change().map(Change::sigma).map(ValidationPage::percent).orElse("–"),
              it.change().map(Change::background).map(ValidationPage::percent).orElse("–"),
              it.change().map(Change::tail).map(ValidationPage::percent).orElse("–")));
    }
    return table.toString().stripTrailing();
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |");
    }
    return row.append('\n').toString();
  }

  private static String percent(Estimate change) {
    if (change.value() == 0 && change.sigma() == 0) return "0";
    boolean isTiny = Math.abs(change.value()) + change.sigma() < TINY;
    return isTiny ? "< 0.001" : measured(change, PERCENT);
  }

  private static String unit(Estimate estimate) {
    return estimate.unit().isEmpty() ? "" : " " + estimate.unit().replace("^2", "²");
  }

  /// Value and error, both to the second digit of the error.
  private static String measured(Estimate estimate, double scale) {
    double value = scale * estimate.value();
    double error = scale * estimate.sigma();
    if (!(error > 0)) return plain(value);
    BigDecimal digits = new BigDecimal(error).round(new MathContext(2));
    return String.format(
        Locale.ROOT,
        "%s ± %s",
        new BigDecimal(value).setScale(digits.scale(), RoundingMode.HALF_EVEN).toPlainString(),
        digits.toPlainString());
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
