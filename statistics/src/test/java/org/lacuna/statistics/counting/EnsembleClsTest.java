package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleClsTest {
  private static final LimitSettings SETTINGS =
      new LimitSettings(0.9, 0, AsimovSet.POSTFIT, new Toys(100, 1, 1));

  /// The sum over all counts and over a grid of auxiliary measurements, whose steps leave 1e-3.
  @ParameterizedTest
  @CsvSource({"0, 3, 1, 2.5", "5, 3, 1, 4", "5, 3, 1, 9", "9, 6, 3, 3.5", "2, 6, 3, 3"})
  void tailsAreSumsOverAllPseudoExperiments(int n, double b, double delta, double signal) {
    Background background = new Background.Gaussian(b, delta);
    ProfileLikelihood likelihood = new ProfileLikelihood(background);
    EnsembleCls.Ensemble ensemble = EnsembleCls.Ensemble.of(new CountingExperiment(n, background));
    double q = likelihood.oneSided(signal, n, b);
    double[] tails = new double[2];
    double[] fitted = {likelihood.fitted(0, n, b), likelihood.fitted(signal, n, b)};
    double step = 0.01;
    for (int count = 0; count < 50; count++) {
      for (int hypothesis = 0; hypothesis < 2; hypothesis++) {
        double mean = hypothesis * signal + fitted[hypothesis];
        double poisson =
            mean == 0
                ? (count == 0 ? 1 : 0)
                : Math.exp(count * Math.log(mean) - mean - Gamma.logGamma(count + 1.0));
        for (double z = -6 + step / 2; z < 6; z += step) {
          double toy = likelihood.oneSided(signal, count, fitted[hypothesis] + z * delta);
          // Without counts q is 2 s whatever was measured; equal counts as at least.
          if (toy >= q * (1 - 1e-12)) {
            tails[hypothesis] += poisson * step * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
          }
        }
      }
    }
    assertThat(ensemble.clb(signal)).isCloseTo(tails[0], within(2e-3));
    assertThat(ensemble.clsb(signal, q)).isCloseTo(tails[1], within(2e-3));
    assertThat(ensemble.cls(signal)).isCloseTo(tails[1] / tails[0], within(5e-3));
  }

  @Test
  void theQuantileIsExceededWithItsProbability() {
    EnsembleCls.Ensemble ensemble =
        EnsembleCls.Ensemble.of(new CountingExperiment(9, new Background.Gaussian(6, 3)));
    for (double probability : new double[] {0.05, 0.3, 0.5, 0.9}) {
      double q = ensemble.quantile(8, probability);
      assertThat(ensemble.clb(8, q)).isCloseTo(probability, within(1e-7));
    }
    assertThat(ensemble.quantile(0.01, 0.99)).isZero();
    assertThat(ensemble.clb(8, 0)).isEqualTo(1);
  }

  /// For many counts the distributions are those of the asymptotic formulas.
  @Test
  void ofManyCountsTheLimitIsTheAsymptoticOne() {
    CountingExperiment experiment =
        new CountingExperiment(1_001_000, new Background.Gaussian(1e6, 4000));
    Limit exact = new EnsembleCls(SETTINGS).limit(experiment);
    Limit asymptotic = new AsymptoticCls(SETTINGS).limit(experiment);
    double limit = asymptotic.observed().events();
    assertThat(exact.observed().events()).isCloseTo(limit, within(2e-3 * limit));
    assertThat(exact.clsAtLimit()).isCloseTo(0.1, within(1e-6));
    assertThat(exact.clb()).isCloseTo(asymptotic.clb(), within(2e-3));
    double[] band = asymptotic.expected().values();
    for (int i = 0; i < band.length; i++) {
      assertThat(exact.expected().values()[i]).isCloseTo(band[i], within(3e-3 * band[i]));
    }
    assertThat(new EnsembleCls(SETTINGS).allowed(experiment))
        .isEqualTo(new Limit.Interval(0, exact.observed().events()));
  }

  /// A known background leaves the count alone, so that CLs is the ratio of Poisson tails.
  @Test
  void ofAKnownBackgroundItIsTheHybridLimit() {
    for (long n : new long[] {0, 3, 17}) {
      CountingExperiment experiment = new CountingExperiment(n, new Background.Gaussian(7, 0));
      Limit exact = new EnsembleCls(SETTINGS).limit(experiment);
      Limit hybrid = new HybridCls(0.9).limit(experiment);
      assertThat(exact.observed().events()).isCloseTo(hybrid.observed().events(), within(1e-7));
      assertThat(exact.expected()).isEqualTo(hybrid.expected());
      assertThat(exact.clb()).isCloseTo(hybrid.clb(), within(1e-9));
    }
  }

  @Test
  void otherDensitiesHaveNoSuchMeasurement() {
    assertThatThrownBy(() ->
            new EnsembleCls(SETTINGS).limit(new CountingExperiment(3, new Background.Gamma(4, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cls-exact-ensemble is defined for the density gauss, not for Gamma[expected=4.0,"
                + " sigma=1.0]");
    assertThat(
            new EnsembleCls(SETTINGS)
                .allowed(new CountingExperiment(3, new Background.Gamma(4, 0)))
                .upper())
        .isPositive();
  }
}
