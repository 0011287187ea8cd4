package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalClsTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// `Φ((n − b − S)/σ) / Φ((n − b)/σ) = 1 − CL`.
  @Test
  void theLimitIsWhereTheRatioOfTwoNormalTailsIsAlpha() {
    for (long n : new long[] {0, 80, 100, 140}) {
      Background background = new Background.Gaussian(100, 24);
      double sigma = Math.sqrt(100 + 24 * 24);
      Limit limit =
          new NormalCls(new LimitSettings(0.95)).limit(new CountingExperiment(n, background));
      double clb = NORMAL.cumulativeProbability((n - 100) / sigma);
      double clsb = NORMAL.cumulativeProbability((n - 100 - limit.observed().events()) / sigma);
      assertThat(clsb / clb).isCloseTo(0.05, within(1e-12));
      assertThat(limit.clb()).isCloseTo(clb, within(1e-14));
      assertThat(limit.clsAtLimit()).isCloseTo(0.05, within(1e-15));
    }
  }

  @Test
  void theBandIsWhatCountsSoManyStandardDeviationsAwayWouldGive() {
    // σ = 10, so that these are whole counts.
    Background background = new Background.Gaussian(64, 6);
    NormalCls method = new NormalCls(new LimitSettings(0.9));
    double[] band = method.limit(new CountingExperiment(64, background)).expected().values();
    for (int z = -2; z <= 2; z++) {
      assertThat(band[z + 2])
          .isCloseTo(
              method.limit(new CountingExperiment(64 + 10 * z, background)).observed().events(),
              within(1e-12));
    }
  }

  @Test
  void nothingExpectedWithCertaintyHasNoNormalDistribution() {
    Limit limit =
        new NormalCls(new LimitSettings(0.9))
            .limit(new CountingExperiment(2, new Background.Gaussian(0, 0)));
    assertThat(limit.observed())
        .isInstanceOfSatisfying(
            UpperLimit.NotBracketed.class,
            outcome ->
                assertThat(outcome.reason())
                    .startsWith("no normal distribution has a width of 0")
                    .contains("observed=2"));
    assertThat(limit.observed().events()).isNaN();
    assertThat(limit.expected().values()).containsOnly(Double.NaN);
    assertThat(limit.clb()).isNaN();
    assertThat(limit.clsAtLimit()).isNaN();
  }

  @Test
  void anUncertainSignalIsRefused() {
    LimitSettings settings = new LimitSettings(0.9, 0.1, AsimovSet.NOMINAL, new Toys(100, 1, 1));
    assertThatThrownBy(() -> new NormalCls(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "signal uncertainty 0.1 cannot be marginalised by cls-normal: use 0, or one of"
                + " bayes-flat, cls-hybrid, cls-toys, feldman-cousins");
  }
}
