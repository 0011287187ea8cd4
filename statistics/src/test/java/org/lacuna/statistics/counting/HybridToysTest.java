package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void saysWhenThereAreTooFewToysForALimit() {
    CountingExperiment experiment = new CountingExperiment(0, new Background.Gaussian(20, 0));
    assertThat(new HybridToys(settings(0, 1)).limit(experiment).observed())
        .isInstanceOf(UpperLimit.NotBracketed.class);
  }

  private static LimitSettings settings(double signalUncertainty, int threads) {
    return new LimitSettings(
        0.9, signalUncertainty, AsimovSet.NOMINAL, new Toys(TOYS, SEED, threads));
  }
}
