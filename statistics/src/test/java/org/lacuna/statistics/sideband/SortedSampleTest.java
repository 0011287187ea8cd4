package org.lacuna.statistics.sideband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSampleTest {

  @Test
  void windowsAreClosedBelowAndOpenAbove() {
    SortedSample sample = SortedSample.of(2, 1, 3, 2, 1.5);
    assertThat(sample.countIn(new Interval(1, 2))).isEqualTo(2);
    assertThat(sample.countIn(new Interval(2, 3))).isEqualTo(2);
    assertThat(sample.countIn(new Interval(3, 9))).isEqualTo(1);
    assertThat(sample.countIn(new Interval(-5, 1))).isZero();
    assertThat(SortedSample.of().countIn(new Interval(0, 1))).isZero();
    assertThat(sample.values()).containsExactly(1.0, 1.5, 2.0, 2.0, 3.0);
    assertThat(sample.size()).isEqualTo(5);
  }

  /// Gaussian values, many of them on an edge: bins side by side hold each value once, and each
  /// agrees with a count one by one.
  @Test
  void binsSideBySideHoldEachValueOnce() {
    Random random = new Random(1);
    double[] values =
        random.doubles(5000, 260, 280).map(mass -> Math.rint(mass * 64) / 64).toArray();
    SortedSample sample = SortedSample.of(values);
    List<Interval> bins =
        List.of(new Interval(-6, -1.5), new Interval(-1.5, 0.25), new Interval(0.25, 4));
    long[] counts = sample.countsIn(bins, 270, 1.25);
    for (int i = 0; i < 3; i++) {
      double low = 270 + 1.25 * bins.get(i).low();
      double high = 270 + 1.25 * bins.get(i).high();
      assertThat(counts[i])
          .isEqualTo(sample.values().filter(mass -> mass >= low && mass < high).count());
    }
    assertThat(counts[0] + counts[1] + counts[2])
        .isEqualTo(sample.countIn(new Interval(262.5, 275)));
  }

  @Test
  void theCallersArrayIsNotTouched() {
    double[] values = {2, 1};
    SortedSample sample = SortedSample.of(values);
    assertThat(values).containsExactly(2, 1);
    values[0] = 7;
    assertThat(sample.values()).containsExactly(1.0, 2.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void undefinedValuesAreRefused(double value) {
    assertThatThrownBy(() -> SortedSample.of(1, value, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aResolutionMustBePositive(double sigma) {
    assertThatThrownBy(() -> SortedSample.of(1).countsIn(List.of(), 1, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sigma");
  }
}
