package org.lacuna.analysis.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantileTest {
  private static final long SEED = 8;
  private static final int ENTRIES = 4000;

  private static Quantile at(double share, double[] values, double[] weights) {
    return Quantile.of(values, weights, "mm", 1e3, List.of(share)).getFirst();
  }

  private static double[] ones(int n) {
    return DoubleStream.generate(() -> 1).limit(n).toArray();
  }

  /// A flat distribution on 0 to 1 m has the quantile `share`, with the binomial error; four of
  /// them.
  @Test
  void ofAFlatDistributionIsTheShare() {
    double[] flat = new SplittableRandom(SEED).doubles(ENTRIES).toArray();
    Quantile quantile = at(0.9, flat, ones(ENTRIES));
    double binomial = 1e3 * Math.sqrt(0.9 * 0.1 / ENTRIES);
    assertThat(quantile.value().sigma()).isCloseTo(binomial, within(0.25 * binomial));
    assertThat(quantile.value().value()).isCloseTo(900, within(4 * binomial));
    assertThat(quantile.value().unit()).isEqualTo("mm");
  }

  @Test
  void countsWeights() {
    double[] values = {3, 1, 2};
    double[] weights = {1, 1, 8};
    assertThat(at(0.95, values, weights).value().value()).isCloseTo(2500, within(1e-9));
    assertThat(at(0.5, values, weights).value().value()).isCloseTo(1500, within(1e-9));
  }
}
