package org.lacuna.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileTest {
  /// The density `6x(1 − x)` has the cumulative distribution `x²(3 − 2x)`.
  @Test
  void numbersLieWhereTheirShareOfTheDistributionLiesBelow() {
    Quantile quantile = Quantile.of(y -> y, x -> 6 * x * (1 - x));
    for (double share = 1e-5; share < 0.5; share *= 1.1) {
      assertThat(shareBelow(quantile, share)).isCloseTo(share, within(0.002 * share));
      double upper = 1 - shareBelow(quantile, 1 - share);
      assertThat(upper).isCloseTo(share, within(0.002 * share + 1e-7));
    }
  }

  private static double shareBelow(Quantile quantile, double share) {
    float[] column = {(float) share};
    quantile.at(column, column, 1);
    double x = column[0];
    return x * x * (3 - 2 * x);
  }

  /// Cells that are narrow at the lower end find a peak that equal ones would step over.
  @Test
  void placesDecideWhereTheDensityIsLookedAt() {
    double width = 1e-9;
    Quantile quantile = Quantile.of(y -> y * y * y * y, x -> width / ((x + width) * (x + width)));
    float[] column = {0.5f};
    quantile.at(column, column, 1);
    assertThat((double) column[0]).isCloseTo(width, within(0.01 * width));
  }

  @Test
  void aColumnIsFilledInPlaceOrIntoAnotherFromOneLimitToTheOther() {
    Quantile quantile = Quantile.of(y -> 2 + y, x -> 1);
    float[] u = {0x1p-32f, 0.25f, 1f};
    float[] x = new float[3];
    quantile.at(u, x, 2);
    assertThat(x).containsExactly(new float[] {2f, 2.25f, 0f}, within(1e-6f));
    quantile.at(u, u, 3);
    assertThat(u).containsExactly(new float[] {2f, 2.25f, 3f}, within(1e-6f));
  }

  @Test
  void whatIsNoDensityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantile.of(y -> y, x -> x - 0.5))
        .withMessageContaining("not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantile.of(y -> y, x -> Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantile.of(y -> y, x -> 0))
        .withMessageContaining("positive somewhere");
  }
}
