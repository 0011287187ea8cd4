package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.Map;
import org.lacuna.application.input.Choice;
import org.lacuna.statistics.sideband.FitStatistic;
import org.lacuna.statistics.sideband.SidebandEstimator;
import picocli.CommandLine.Option;

/// Which polynomials are fitted to sidebands, and how: what `sideband` and its studies share.
public final class PolynomialOptions {
  private static final Map<String, FitStatistic> ESTIMATORS =
      Map.of(
          "poisson", FitStatistic.POISSON,
          "pearson", FitStatistic.PEARSON,
          "neyman", FitStatistic.NEYMAN);

  @Option(
      names = "--order",
      paramLabel = "K",
      defaultValue = "2",
      description = "Order of the polynomial, 0 to 6 (default: ${DEFAULT-VALUE}).")
  private int order;

  @Option(
      names = "--alternative",
      paramLabel = "K",
      defaultValue = "3",
      description =
          "Order whose difference is the systematic error, 0 to 6 (default: ${DEFAULT-VALUE}).")
  private int alternative;

  @Option(
      names = "--estimator",
      paramLabel = "E",
      defaultValue = "poisson",
      description =
          "What is minimised: poisson, or for comparison pearson or neyman"
              + " (default: ${DEFAULT-VALUE}).")
  private String estimator = "";

  /// Checks the options and makes the estimator of them.
  public SidebandEstimator estimator() {
    FitStatistic statistic = Choice.of("--estimator", estimator, ESTIMATORS);
    return given(() -> new SidebandEstimator(order, alternative, statistic));
  }
}
