package org.lacuna.application.study;

import static org.lacuna.application.input.InputException.given;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.PolynomialOptions;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.study.SidebandStudy;
import org.lacuna.statistics.study.SidebandStudy.Closure;
import org.lacuna.statistics.study.SidebandStudy.LimitCoverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Bias, pulls and coverage of the sideband estimate.
@Command(
    name = "sideband",
    mixinStandardHelpOptions = true,
    description = {
      "Bias, pulls and coverage of the sideband estimate, and coverage of the limits made from it,",
      "for both orders, with full sidebands and with those at the ends of the mass range."
    },
    footer = {"", "Example:", "  lacuna study sideband --events 0.25,10,1000 --toys 2000"})
final class SidebandStudyCommand implements Runnable {
  private static final PeakWindows WINDOWS =
      new PeakWindows(1.5, 11.25, 0.75, new Interval(188, 386));

  private static final double LEVEL = 0.90;

  /// Mass in MeV and resolution: the middle of the range and its two ends.
  private enum Place {
    FULL("13 + 13 bins", 290, 1.4),
    LOW("3 + 13 bins", 200, 2.7),
    HIGH("13 + 9 bins", 384, 0.24);

    private final String title;
    private final double mass;
    private final double sigma;

    Place(String title, double mass, double sigma) {
      this.title = title;
      this.mass = mass;
      this.sigma = sigma;
    }
  }

  @Option(
      names = "--events",
      split = ",",
      paramLabel = "N",
      defaultValue = "0.07,0.25,0.5,1,3,10,100,1000,10000",
      description = "Events expected in the window (default: ${DEFAULT-VALUE}).")
  private double[] events = {};

  @Option(
      names = "--toys",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Spectra per row (default: ${DEFAULT-VALUE}).")
  private int toys;

  @Option(
      names = "--limit-toys",
      paramLabel = "N",
      defaultValue = "200",
      description = "Spectra per row for which limits are set (default: ${DEFAULT-VALUE}).")
  private int limitToys;

  @Option(
      names = "--slope",
      paramLabel = "A",
      defaultValue = "-0.03",
      description =
          "The density is exp(A t), t in units of the resolution (default: ${DEFAULT-VALUE}).")
  private double slope;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private PolynomialOptions polynomial;
  @Mixin private Answer answer;

  /// One line of the table.
  ///
  /// @param sidebands usable bins on either side
  record Row(String sidebands, int order, int alternative, Closure closure) {}

  @Override
  public void run() {
    SidebandEstimator first = polynomial.estimator();
    SidebandEstimator second =
        new SidebandEstimator(first.alternative(), first.order(), first.statistic());
    List<Row> rows = new ArrayList<>();
    for (Place place : Place.values()) {
      for (SidebandEstimator estimator : List.of(first, second)) {
        SidebandStudy study =
            given(() ->
                new SidebandStudy(
                    estimator, WINDOWS.sidebandsAt(place.mass, place.sigma), slope, LEVEL));
        for (double expected : events) {
          rows.add(
              new Row(
                  place.title,
                  estimator.order(),
                  estimator.alternative(),
                  given(() -> study.of(expected, toys, limitToys, seed))));
        }
      }
    }
    answer.print(rows, () -> table(rows));
  }

  private static String table(List<Row> rows) {
    StringBuilder text =
        new StringBuilder(
            """
            | bins | order | N | constrained | no counts | bias | ± | spread | quoted | pull | width \
            | 68 % stat | 68 % total | 90 % limit, lowest | at s | same, constrained |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """);
    for (Row row : rows) {
      Closure c = row.closure;
      LimitCoverage lowest =
          c.limits().stream()
              .min(Comparator.comparingDouble(LimitCoverage::coverage))
              .orElseThrow();
      double constrained =
          c.limits().stream()
              .mapToDouble(LimitCoverage::constrainedCoverage)
              .min()
              .orElse(Double.NaN);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %.3f | %.3f | %.3g | %.2g | %.3g | %.3g | %.2f | %.2f"
                  + " | %.2f | %.2f | %.3f | %.3g | %s |%n",
              row.sidebands,
              row.order,
              number(c.events()),
              c.constrained(),
              c.empty(),
              c.bias(),
              c.estimate().meanUncertainty(),
              c.estimate().width(),
              c.statistical(),
              c.pull().mean(),
              c.pull().width(),
              c.statisticalCoverage(),
              c.totalCoverage(),
              lowest.coverage(),
              lowest.signal(),
              Double.isNaN(constrained) ? "-" : String.format(Locale.ROOT, "%.3f", constrained)));
    }
    return text.toString().stripTrailing();
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
