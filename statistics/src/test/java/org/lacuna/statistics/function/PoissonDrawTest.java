package org.lacuna.statistics.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonDrawTest {
  private static final int NUMBERS = 40_000;

  private final SplittableRandom random = new SplittableRandom(17);

  private long draw(double mean) {
    return PoissonDraw.of(
        mean, round -> new double[] {1 - random.nextDouble(), 1 - random.nextDouble()});
  }

  /// Mean and variance of 40 000 numbers, to five standard errors: a false alarm in 10⁶ seeds, and
  /// the seed is fixed.
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 9.99, 10, 37.5, 1e4, 7.1e9})
  void hasTheMeanAndTheVarianceOfPoisson(double mean) {
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < NUMBERS; k++) {
      double from = draw(mean) - mean;
      sum += from;
      squares += from * from;
    }
    double sigma = Math.sqrt(mean);
    assertThat(sum / NUMBERS).isCloseTo(0, within(5 * sigma / Math.sqrt(NUMBERS)));
    double spread = mean * Math.sqrt((2 + 1 / mean) / NUMBERS);
    assertThat(squares / NUMBERS).isCloseTo(mean, within(5 * spread));
  }

  /// Pearson's χ² over the bulk against the exact probabilities: 30 bins, above 70 once in 10⁵.
  @ParameterizedTest
  @ValueSource(doubles = {10.5, 200})
  void hasTheProbabilitiesOfPoisson(double mean) {
    int low = (int) (mean - 2 * Math.sqrt(mean));
    int step = Math.max(1, (int) (4 * Math.sqrt(mean) / 30));
    double[] observed = new double[32];
    for (int k = 0; k < NUMBERS; k++) {
      long bin = Math.floorDiv(draw(mean) - low, step);
      if (bin >= 0 && bin < 30) observed[(int) bin]++;
    }
    double chi2 = 0;
    for (int bin = 0; bin < 30; bin++) {
      double expected = 0;
      for (int n = low + bin * step; n < low + (bin + 1) * step; n++) {
        expected += NUMBERS * StrictMath.exp(new PoissonTerm(n).log(mean));
      }
      if (expected > 5) chi2 += (observed[bin] - expected) * (observed[bin] - expected) / expected;
    }
    assertThat(chi2).isLessThan(70);
  }

  @Test
  void isZeroForNoMean() {
    assertThat(draw(0)).isZero();
  }

  @Test
  void refusesWhatIsNoMean() {
    assertThatThrownBy(() -> draw(-1)).hasMessageContaining("mean = -1.0");
    assertThatThrownBy(() -> draw(Double.NaN)).hasMessageContaining("NaN");
  }
}
