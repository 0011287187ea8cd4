package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatBayesTest {
  /// Helene's formula: the posterior above S is `Σ_{k ≤ n} pois(k; S + b) / Σ_{k ≤ n} pois(k; b)`.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.9",
    "0, 3, 0.9",
    "3, 0, 0.95",
    "3, 3.2, 0.9",
    "12, 5, 0.5",
    "5, 40, 0.9",
    "100, 40, 0.999",
    "1000, 1100, 0.9"
  })
  void ofAKnownBackgroundThePosteriorIsARatioOfPoissonSums(long n, double b, double level) {
    FlatBayes method = new FlatBayes(new LimitSettings(level));
    CountingExperiment experiment = new CountingExperiment(n, new Background.Gaussian(b, 0));
    double limit = method.limit(experiment).observed().events();
    double above =
        Gamma.regularizedGammaQ(n + 1.0, limit + b)
            / (b == 0 ? 1 : Gamma.regularizedGammaQ(n + 1.0, b));
    assertThat(above).isCloseTo(1 - level, within(1e-9));
    assertThat(method.allowed(experiment)).isEqualTo(new Limit.Interval(0, limit));
  }

  /// `∫_S^∞ E[exp(−s ε)] ds = E[exp(−S ε)/ε]` over the log-normal efficiency.
  @Test
  void withoutCountsTheUncertaintyOfTheSignalIsAnAverageOfExponentials() {
    double relative = 0.3;
    LimitSettings settings =
        new LimitSettings(0.9, relative, AsimovSet.NOMINAL, new Toys(100, 1, 1));
    double limit =
        new FlatBayes(settings)
            .allowed(new CountingExperiment(0, new Background.Gaussian(2, 1)))
            .upper();
    double ratio = average(relative, x -> Math.exp(-limit * x) / x) / average(relative, x -> 1 / x);
    assertThat(ratio).isCloseTo(0.1, within(1e-9));
  }

  private static double average(double relative, DoubleUnaryOperator of) {
    double sum = 0;
    double weights = 0;
    for (double z = -10; z <= 10; z += 0.125) {
      double weight = Math.exp(-z * z / 2);
      weights += weight;
      sum += weight * of.applyAsDouble(Math.exp(z * Math.log1p(relative)));
    }
    return sum / weights;
  }

  /// The same number by another integral, for any density of the background.
  @Test
  void itIsTheHybridLimitInAnotherGuise() {
    for (Background.Density density : Background.Density.BY_NAME.values()) {
      CountingExperiment experiment = new CountingExperiment(17, density.of(20, 6));
      Limit bayes = new FlatBayes(new LimitSettings(0.9)).limit(experiment);
      Limit hybrid = new HybridCls(0.9).limit(experiment);
      assertThat(bayes.observed().events()).isCloseTo(hybrid.observed().events(), within(1e-8));
      assertThat(bayes.expected().values())
          .containsExactly(hybrid.expected().values(), within(1e-8));
    }
  }
}
