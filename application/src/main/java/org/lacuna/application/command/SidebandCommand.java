package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.CsvFile;
import org.lacuna.application.input.InputException;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.HybridCls;
import org.lacuna.statistics.evidence.LocalSignificance;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandOutcome;
import org.lacuna.statistics.sideband.SidebandOutcome.InsufficientSideband;
import org.lacuna.statistics.sideband.SidebandOutcome.NoConvergence;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import org.lacuna.statistics.sideband.Sidebands;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// The background in a window from the counts beside it.
@Command(
    name = "sideband",
    mixinStandardHelpOptions = true,
    description = {
      "Background in a signal window, from a polynomial fitted to the bins beside it.",
      "With --observed also the significance of the count and its 90 % CLs limit."
    },
    footer = {
      "",
      "Bins inside the window are left out; a bin across its edge is refused.",
      "",
      "Examples:",
      "  lacuna sideband spectrum.csv --observed 16894",
      "  lacuna sideband spectrum.csv --window -2,2 --order 1 --alternative 2 --json"
    })
public final class SidebandCommand implements Runnable {
  private static final double LEVEL = 0.90;

  @Parameters(
      paramLabel = "SPECTRUM.csv",
      description = "Columns low,high,count; the edges in units of the resolution.")
  private Path file = Path.of("");

  @Option(
      names = "--window",
      paramLabel = "LOW,HIGH",
      converter = Window.class,
      defaultValue = "-1.5,1.5",
      description = "Signal window in the same units (default: ${DEFAULT-VALUE}).")
  private Interval window = new Interval(-1.5, 1.5);

  @Option(
      names = "--observed",
      paramLabel = "N",
      converter = Count.class,
      description = "Events counted in the window.")
  private @Nullable Long observed;

  @Mixin private PolynomialOptions polynomial;
  @Mixin private Answer answer;

  /// The shape of `--json`.
  record Result(
      OptionalDouble expected,
      OptionalDouble statistical,
      OptionalDouble systematic,
      OptionalDouble sigma,
      OptionalDouble deviance,
      String status,
      OptionalDouble significance,
      OptionalDouble limit) {

    static Result none(String status) {
      OptionalDouble none = OptionalDouble.empty();
      return new Result(none, none, none, none, none, status, none, none);
    }
  }

  @Override
  public void run() {
    SidebandEstimator estimator = polynomial.estimator();
    List<Interval> bins = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (CsvFile.Row row : CsvFile.read(file, List.of("low", "high", "count"), List.of()).rows()) {
      Interval bin = bin(row);
      if (bin.low() >= window.low() && bin.high() <= window.high()) continue;
      bins.add(bin);
      counts.add(row.count("count"));
    }
    SidebandOutcome outcome =
        estimator.estimate(sidebands(bins), counts.stream().mapToLong(Long::longValue).toArray());
    switch (outcome) {
      case SidebandEstimate found -> {
        Result result = result(found);
        answer.print(result, () -> text(result));
      }
      case InsufficientSideband(String reason) ->
          answer.print(Result.none(outcome.status()), () -> outcome.status() + ": " + reason);
      case NoConvergence(String reason) ->
          answer.print(Result.none(outcome.status()), () -> outcome.status() + ": " + reason);
    }
  }

  private static Interval bin(CsvFile.Row row) {
    double low = row.number("low");
    double high = row.number("high");
    if (!(low < high)) throw row.refused("low " + low + " must lie below high " + high);
    return new Interval(low, high);
  }

  private Sidebands sidebands(List<Interval> bins) {
    try {
      return new Sidebands(window, bins);
    } catch (IllegalArgumentException refused) {
      throw new InputException(file + ": " + refused.getMessage(), refused);
    }
  }

  private Result result(SidebandEstimate found) {
    OptionalDouble significance = OptionalDouble.empty();
    OptionalDouble limit = OptionalDouble.empty();
    if (observed != null) {
      Background background = new Background.Gaussian(found.expected(), found.sigma());
      CountingExperiment experiment = new CountingExperiment(observed, background);
      significance = OptionalDouble.of(LocalSignificance.hybrid(experiment).sigma());
      limit = OptionalDouble.of(new HybridCls(LEVEL).upperLimit(background, observed).events());
    }
    return new Result(
        OptionalDouble.of(found.expected()),
        OptionalDouble.of(found.statistical()),
        OptionalDouble.of(found.systematic()),
        OptionalDouble.of(found.sigma()),
        OptionalDouble.of(found.deviance()),
        found.status(),
        significance,
        limit);
  }

  private static String text(Result result) {
    String estimate =
        String.format(
            Locale.ROOT,
            """
            expected      %.6g ± %.4g (statistical %.4g, systematic %.4g)
            deviance      %.3g per degree of freedom
            status        %s\
            """,
            result.expected.getAsDouble(),
            result.sigma.getAsDouble(),
            result.statistical.getAsDouble(),
            result.systematic.getAsDouble(),
            result.deviance.getAsDouble(),
            result.status);
    return result.significance.isEmpty()
        ? estimate
        : String.format(
            Locale.ROOT,
            """
            %s
            significance  %.3f
            limit         %.6g events (90 %% CLs)\
            """,
            estimate,
            result.significance.getAsDouble(),
            result.limit.getAsDouble());
  }

  /// Two numbers, `-1.5,1.5`.
  static final class Window implements ITypeConverter<Interval> {
    @Override
    public Interval convert(String text) {
      String[] ends = text.split(",", -1);
      try {
        if (ends.length == 2) {
          return new Interval(
              Double.parseDouble(ends[0].strip()), Double.parseDouble(ends[1].strip()));
        }
      } catch (IllegalArgumentException _) {
        // Said below, also for what is no number.
      }
      throw new TypeConversionException(
          "'" + text + "' is not a window: give two finite numbers that rise, as -1.5,1.5");
    }
  }
}
