package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HybridToysTest {
  private static final long SEED = 20210610;
  private static final int TOYS = 40_000 / Integer.getInteger("events.divisor", 1);

  static Stream<CountingExperiment> experiments() {
    return Stream.of(
        new CountingExperiment(0, new Background.Gaussian(3, 1.5)),
        new CountingExperiment(4, new Background.Gaussian(1, 0.5)),
        new CountingExperiment(5, new Background.Gaussian(3, 0)),
        new CountingExperiment(12, new Background.LogNormal(5, 1)),
        new CountingExperiment(3, new Background.Gamma(3, 4)),
        new CountingExperiment(115, new Background.Gamma(100, 12)),
        new CountingExperiment(6894, new Background.Gaussian(7549, 928)));
  }

  /// Five errors each, so a false alarm in 1e5 runs of the test; the seed is fixed.
  @ParameterizedTest
  @MethodSource("experiments")
  void agreesWithTheExactLimitWithinItsError(CountingExperiment experiment) {
    Limit exact = new HybridCls(settings(0, 1)).limit(experiment);
    Limit toys = new HybridToys(settings(0, 1)).limit(experiment);
    assertThat(toys.toyError()).isPositive();
    assertThat(toys.observed().events())
        .isCloseTo(exact.observed().events(), within(5 * toys.toyError()));
    double clbError = Math.sqrt(exact.clb() * (1 - exact.clb()) / TOYS);
    assertThat(toys.clb()).isCloseTo(exact.clb(), within(5 * clbError + 1e-4));
    // The limits of the band share the error of the observed one, but for the step of a count.
    assertThat(toys.expected().median())
        .isCloseTo(exact.expected().median(), within(0.05 * exact.expected().median() + 1.2));
  }

  @Test
  void averagesOverTheEfficiencyAsTheExactMethodDoes() {
    CountingExperiment experiment = new CountingExperiment(50, new Background.Gaussian(40, 5));
    double exact = new HybridCls(settings(0.3, 1)).limit(experiment).observed().events();
    Limit toys = new HybridToys(settings(0.3, 1)).limit(experiment);
    assertThat(exact).isGreaterThan(new HybridCls(0.9).limit(experiment).observed().events() + 1);
    assertThat(toys.observed().events()).isCloseTo(exact, within(5 * toys.toyError()));
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    CountingExperiment experiment =
        new CountingExperiment(6894, new Background.Gaussian(7549, 928));
    assertThat(new HybridToys(settings(0.1, 3)).limit(experiment))
        .isEqualTo(new HybridToys(settings(0.1, 1)).limit(experiment));
  }

  /// Of the margins that are positive, a tenth lies above the limit at 90 %; its error is half the
  /// distance of the limits that one standard deviation more or fewer of them would give.
  @Test
  void theLimitIsAQuantileOfTheMargins() {
    CountingExperiment experiment = new CountingExperiment(4, new Background.Gaussian(3, 1));
    Toys toys = new Toys(1000, SEED, 1);
    LimitSettings settings = new LimitSettings(0.9, 0, AsimovSet.NOMINAL, toys);
    Limit limit = new HybridToys(settings).limit(experiment);
    ToyExperiments drawn = new ToyExperiments(experiment.background(), 0, toys);
    double[] positive =
        Arrays.stream(drawn.margins(4)).filter(margin -> margin > 0).sorted().toArray();
    int n = positive.length;
    int rank = (int) Math.ceil(0.9 * n) - 1;
    assertThat(limit.observed().events()).isEqualTo(positive[rank]);
    assertThat(limit.clb()).isEqualTo(n / 1000.0);
    assertThat(limit.clsAtLimit()).isEqualTo((n - rank - 1) / (double) n);
    double spread = Math.sqrt(n * 0.9 * 0.1);
    assertThat(limit.toyError())
        .isEqualTo(
            0.5
                * (positive[(int) Math.ceil(0.9 * n + spread) - 1]
                    - positive[(int) Math.ceil(0.9 * n - spread) - 1]));
    double[] counts = Arrays.stream(drawn.counts()).sorted().toArray();
    double median = counts[499];
    assertThat(limit.expected().median())
        .isEqualTo(
            new HybridToys(settings)
                .limit(new CountingExperiment((long) median, experiment.background()))
                .observed()
                .events());
  }

  @Test
  void saysWhenThereAreTooFewToysForALimit() {
    CountingExperiment experiment = new CountingExperiment(0, new Background.Gaussian(20, 0));
    assertThat(new HybridToys(settings(0, 1)).limit(experiment).observed())
        .isInstanceOfSatisfying(
            UpperLimit.NotBracketed.class,
            outcome ->
                assertThat(outcome.reason())
                    .matches("only \\d pseudo-experiments see as few events without a signal"));
    Limit limit = new HybridToys(settings(0, 1)).limit(experiment);
    assertThat(limit.toyError()).isNaN();
  }

  private static LimitSettings settings(double signalUncertainty, int threads) {
    return new LimitSettings(
        0.9, signalUncertainty, AsimovSet.NOMINAL, new Toys(TOYS, SEED, threads));
  }
}
