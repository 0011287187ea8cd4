package org.lacuna.statistics.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonQuantileTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.3, 1, 4.5, 37, 150, 999})
  void theCountIsTheSmallestWhoseUpperTailIsNotAbove(double mean) {
    PoissonQuantile quantile = new PoissonQuantile(mean);
    for (double tail = 1; tail > 2e-10; tail *= 0.77) {
      long count = quantile.count(tail);
      assertThat(tail(count, mean)).as("tail %s", tail).isLessThanOrEqualTo(tail * (1 + 1e-6));
      // Uniform numbers close to 1 are coarse, and nothing is below 0.
      if (count > 0 && tail < 0.999) {
        assertThat(tail(count - 1, mean)).as("tail %s", tail).isGreaterThan(tail * (1 - 1e-6));
      }
    }
  }

  /// The expansion against the exact counts: they differ only where the number is close to a step.
  @ParameterizedTest
  @ValueSource(doubles = {1001, 30_000, 1e7})
  void largeMeansDifferByLessThanAHundredthOfACount(double mean) {
    PoissonQuantile quantile = new PoissonQuantile(mean);
    int tried = 0;
    int different = 0;
    for (double tail = 0.99999; tail > 1e-6; tail *= 0.997) {
      long count = quantile.count(tail);
      long exact = count;
      while (tail(exact, mean) > tail) exact++;
      while (exact > 0 && tail(exact - 1, mean) <= tail) exact--;
      assertThat(Math.abs(exact - count)).as("tail %s", tail).isLessThanOrEqualTo(1);
      tried++;
      if (exact != count) different++;
    }
    assertThat(different / (double) tried).isLessThan(0.01);
  }

  @Test
  void theMeanOfManyCountsIsTheMean() {
    for (double mean : new double[] {0.02, 3, 400, 2000}) {
      PoissonQuantile quantile = new PoissonQuantile(mean);
      int steps = 100_000;
      double sum = 0;
      for (int i = 0; i < steps; i++) sum += quantile.count((i + 0.5) / steps);
      assertThat(sum / steps).isCloseTo(mean, within(1e-3 * mean + 1e-3));
    }
  }

  @Test
  void nothingIsCountedWhereNothingIsExpected() {
    assertThat(new PoissonQuantile(0).count(1)).isZero();
    assertThat(new PoissonQuantile(0).count(1e-9)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e19})
  void meansThatCannotBeAreRefused(double mean) {
    assertThatThrownBy(() -> new PoissonQuantile(mean))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean = " + mean);
  }

  private static double tail(long count, double mean) {
    return Math.exp(PoissonTail.logAtLeast(count + 1.0, mean));
  }
}
