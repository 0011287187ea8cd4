package org.lacuna.analysis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianCoreTest {
  private static final int ENTRIES = 20_000;

  private final SplittableRandom random = new SplittableRandom(3);

  private double[] normal(double mean, double sigma) {
    return random.doubles(ENTRIES).map(u -> mean + sigma * gauss()).toArray();
  }

  private double gauss() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// Forty samples: the spread of the widths is the error that each claims, to 30 % (2.7 standard
  /// errors of a spread of forty), and their mean is the true width.
  @Test
  void findsTheWidthOfANormalDistributionWithItsError() {
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    for (int k = 0; k < 40; k++) {
      GaussianCore core = GaussianCore.of(normal(0.3, 2e-3), ones(ENTRIES));
      sum += core.sigma();
      squares += (core.sigma() - 2e-3) * (core.sigma() - 2e-3);
      claimed = core.sigmaError();
      assertThat(core.mean()).isCloseTo(0.3, within(1e-4));
    }
    assertThat(sum / 40).isCloseTo(2e-3, within(4 * claimed / Math.sqrt(40)));
    assertThat(Math.sqrt(squares / 40)).isCloseTo(claimed, within(0.3 * claimed));
  }

  @Test
  void isNotMovedByFarTails() {
    double[] values = normal(0, 1);
    for (int i = 0; i < ENTRIES; i += 50) values[i] = 40 * gauss();
    assertThat(GaussianCore.of(values, ones(ENTRIES)).sigma()).isCloseTo(1, within(0.03));
  }

  @Test
  void countsWeightsAsEntries() {
    double[] values = normal(0, 1);
    double[] twice = Arrays.copyOf(values, 2 * ENTRIES);
    System.arraycopy(values, 0, twice, ENTRIES, ENTRIES);
    double[] two = ones(ENTRIES);
    Arrays.fill(two, 2);
    assertThat(GaussianCore.of(values, two).sigma())
        .isCloseTo(GaussianCore.of(twice, ones(2 * ENTRIES)).sigma(), within(1e-9));
  }

  @Test
  void refusesAnEmptySample() {
    assertThatThrownBy(() -> GaussianCore.of(new double[0], new double[0]))
        .hasMessageContaining("0 entries");
  }
}
