package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CovarianceTest {
  private static final int[] ALL = {0, 1};

  /// Twice the inverse of ((4, 2), (2, 9)) is ((18, −4), (−4, 8))/32.
  @Test
  void uncertaintiesAreTheRootsOfTwiceTheInverse() {
    assertThat(Covariance.sigmas(new double[][] {{4, 2}, {2, 9}}, ALL))
        .containsExactly(new double[] {Math.sqrt(18 / 32.0), Math.sqrt(8 / 32.0)}, within(1e-12));
  }

  @Test
  void whatDidNotMoveHasNoneAndDoesNotCount() {
    double[] sigmas = Covariance.sigmas(new double[][] {{4, 2}, {2, 9}}, new int[] {0});
    assertThat(sigmas[0]).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(sigmas[1]).isNaN();
  }

  @Test
  void whatIsNotDeterminedHasNone() {
    double[] sigmas =
        Covariance.sigmas(
            new double[][] {{1, 1, 0, 0}, {1, 1, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 0}},
            new int[] {0, 1, 2, 3});
    assertThat(sigmas[0]).isNaN();
    assertThat(sigmas[1]).isNaN();
    assertThat(sigmas[2]).isCloseTo(1, within(1e-12));
    assertThat(sigmas[3]).isNaN();
  }

  @Test
  void nothingMovedNothingToSay() {
    assertThat(Covariance.sigmas(new double[][] {{1}}, new int[0])).containsExactly(Double.NaN);
  }
}
