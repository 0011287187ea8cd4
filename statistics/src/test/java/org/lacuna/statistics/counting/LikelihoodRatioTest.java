package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.counting.LikelihoodRatio.Bin;

class LikelihoodRatioTest {
  private static Bin bin(long observed, double background, double signal) {
    return new Bin(
        new CountingExperiment(observed, new Background.Gaussian(background, 0)), signal);
  }

  private static double poisson(int n, double mean) {
    return Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1.0));
  }

  /// All combinations of up to 60 counts in each of three bins.
  @Test
  void theTailsAreSumsOverAllCombinationsOfCounts() {
    double[] b = {2.5, 8, 1.2};
    double[] s = {1.5, 2, 3};
    LikelihoodRatio ratio =
        new LikelihoodRatio(List.of(bin(3, b[0], s[0]), bin(6, b[1], s[1]), bin(1, b[2], s[2])));
    double observed =
        3 * Math.log(1 + 1.5 / 2.5) + 6 * Math.log(1 + 2.0 / 8) + Math.log(1 + 3 / 1.2);
    assertThat(ratio.observed()).isCloseTo(observed, within(1e-13));
    assertThat(ratio.minusTwoLogQ()).isCloseTo(2 * (6.5 - observed), within(1e-13));
    double clb = 0;
    double clsb = 0;
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        for (int k = 0; k < 60; k++) {
          double x =
              i * Math.log(1 + s[0] / b[0])
                  + j * Math.log(1 + s[1] / b[1])
                  + k * Math.log(1 + s[2] / b[2]);
          if (x > observed + 1e-9) continue;
          clb += poisson(i, b[0]) * poisson(j, b[1]) * poisson(k, b[2]);
          clsb += poisson(i, b[0] + s[0]) * poisson(j, b[1] + s[1]) * poisson(k, b[2] + s[2]);
        }
      }
    }
    assertThat(ratio.clb()).isCloseTo(clb, within(1e-12));
    assertThat(ratio.clsb()).isCloseTo(clsb, within(1e-12));
    assertThat(ratio.cls()).isCloseTo(clsb / clb, within(1e-12));
  }

  /// With one bin the ratio grows with the count, whatever the background.
  @Test
  void ofOneBinTheTailsAreThoseOfTheCount() {
    Background background = new Background.Gaussian(40, 6);
    SmearedPoisson counts = new SmearedPoisson(background);
    LikelihoodRatio ratio =
        new LikelihoodRatio(List.of(new Bin(new CountingExperiment(33, background), 9)));
    assertThat(ratio.clb()).isCloseTo(Math.exp(counts.logAtMost(33, 0)), within(1e-12));
    assertThat(ratio.clsb()).isCloseTo(Math.exp(counts.logAtMost(33, 9)), within(1e-12));
  }

  /// Bins of equal weight are as good as one; equal sums count as at most in spite of rounding.
  @Test
  void binsOfOneWeightAddUp() {
    LikelihoodRatio split =
        new LikelihoodRatio(List.of(bin(2, 1, 0.7), bin(3, 2, 1.4), bin(4, 3, 2.1)));
    LikelihoodRatio whole = new LikelihoodRatio(List.of(bin(9, 6, 4.2)));
    assertThat(split.clb()).isCloseTo(whole.clb(), within(1e-12));
    assertThat(split.clsb()).isCloseTo(whole.clsb(), within(1e-12));
  }

  @Test
  void aBinWithoutSignalChangesNothing() {
    LikelihoodRatio without = new LikelihoodRatio(List.of(bin(3, 2.5, 1.5)));
    LikelihoodRatio with =
        new LikelihoodRatio(List.of(bin(3, 2.5, 1.5), bin(17, 20, 0), bin(0, 0.1, 0)));
    assertThat(with.clb()).isCloseTo(without.clb(), within(1e-12));
    assertThat(with.clsb()).isCloseTo(without.clsb(), within(1e-12));
    assertThat(new LikelihoodRatio(List.of(bin(17, 20, 0))).cls()).isEqualTo(1);
  }

  @Test
  void aRatioNeedsABin() {
    assertThatThrownBy(() -> new LikelihoodRatio(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a likelihood ratio needs a bin");
  }

  @Test
  void aBinNeedsABackgroundForItsWeight() {
    assertThatThrownBy(() -> bin(3, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("background 0.0 of a bin must be above 0: its weight is ln(1 + s/b)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aSignalOfABinIsFiniteAndNotNegative(double signal) {
    assertThatThrownBy(() -> bin(3, 1, signal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("signal " + signal + " of a bin must be finite and at least 0");
  }

  @Test
  void tooManyCombinationsAreRefused() {
    LikelihoodRatio large = new LikelihoodRatio(Collections.nCopies(7, bin(100, 100, 7)));
    assertThatThrownBy(large::clb)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("7 bins with these backgrounds have ")
        .hasMessageEndingWith(" combinations of counts, more than 20000000: merge bins");
  }
}
