package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fractions of pseudo-experiments against exact probabilities, five errors each: a false alarm in
/// 1e4 runs; the seed is fixed.
class ToyExperimentsTest {
  private static final long SEED = 11;
  private static final int NUMBER = 3000;

  static Stream<Background> backgrounds() {
    return Stream.of(
        new Background.Gaussian(0, 0),
        new Background.Gaussian(4, 0),
        new Background.Gaussian(0.5, 2),
        new Background.Gaussian(2000, 30),
        new Background.LogNormal(6, 3),
        new Background.Gamma(6, 3),
        new Background.Gamma(1, 2));
  }

  private static double[] counts(Background background, int threads) {
    return new ToyExperiments(background, 0, new Toys(NUMBER, SEED, threads)).counts();
  }

  private static void assertFraction(String what, long number, double probability) {
    double error = Math.sqrt(probability * (1 - probability) / NUMBER);
    assertThat((double) number / NUMBER).as(what).isCloseTo(probability, within(5 * error + 1e-9));
  }

  @ParameterizedTest
  @MethodSource("backgrounds")
  void countsAreThoseOfTheSmearedPoissonDistribution(Background background) {
    double[] counts = counts(background, 1);
    SmearedPoisson exact = new SmearedPoisson(background);
    for (double z : new double[] {-1.5, -0.5, 0, 1, 2}) {
      long n = exact.quantile(z).count();
      assertFraction(
          "at most " + n,
          Arrays.stream(counts).filter(count -> count <= n).count(),
          Math.exp(exact.logAtMost((double) n, 0)));
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> count >= 0 && count == Math.rint(count));
  }

  /// At most so many are seen with the signal `s` where the margin is above it.
  @ParameterizedTest
  @MethodSource("backgrounds")
  void marginsAreAboveASignalAsOftenAsFewAreSeen(Background background) {
    for (double uncertainty : new double[] {0, 0.5}) {
      // Three integrals in one another take their time.
      if (uncertainty > 0 && background instanceof Background.Gamma) continue;
      SmearedPoisson exact = new SmearedPoisson(background, uncertainty);
      long observed = exact.quantile(0).count();
      double[] margins =
          new ToyExperiments(background, uncertainty, new Toys(NUMBER, SEED, 1)).margins(observed);
      double spread = Math.sqrt(observed + 1 + background.sigma() * background.sigma());
      for (double signal : new double[] {0, 0.5 * spread, 2 * spread}) {
        assertFraction(
            "above " + signal,
            Arrays.stream(margins).filter(margin -> margin > signal).count(),
            Math.exp(exact.logAtMost((double) observed, signal)));
      }
    }
  }

  @Test
  void anExperimentIsTheSameWhateverTheOthersAndTheThreads() {
    Background background = new Background.Gamma(3, 4);
    double[] one = counts(background, 1);
    assertThat(counts(background, 2)).containsExactly(one);
    assertThat(counts(background, 64)).containsExactly(one);
    double[] fewer = new ToyExperiments(background, 0, new Toys(1234, SEED, 1)).counts();
    assertThat(fewer).containsExactly(Arrays.copyOf(one, 1234));
    double[] other = new ToyExperiments(background, 0, new Toys(NUMBER, SEED + 1, 1)).counts();
    assertThat(other).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 99, 50_000_001})
  void theNumberOfToysHasARange(long number) {
    assertThatThrownBy(() -> new Toys(number, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of toys " + number + " must be from 100 to 50000000");
    assertThat(new Toys(100, 1, 1).number()).isEqualTo(100);
    assertThat(new Toys(Toys.MOST, 1, 1).number()).isEqualTo(50_000_000);
  }

  @Test
  void toysNeedAThread() {
    assertThatThrownBy(() -> new Toys(100, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of threads 0 must be at least 1");
  }
}
