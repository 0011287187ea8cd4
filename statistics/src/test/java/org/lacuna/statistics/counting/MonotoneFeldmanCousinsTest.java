package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonotoneFeldmanCousinsTest {
  private static final LimitSettings SETTINGS = new LimitSettings(0.9);

  private static CountingExperiment experiment(long observed, double background) {
    return new CountingExperiment(observed, new Background.Gaussian(background, 0));
  }

  private static double raw(long observed, double background) {
    return new FeldmanCousins(SETTINGS)
        .construction(new Background.Gaussian(background, 0))
        .upper(observed);
  }

  /// Between two jumps the end falls by as much as the background grows, so the greatest value is
  /// at most a step above the greatest that a grid sees.
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1.2", "1, 3.05", "2, 0.5", "4, 2.9"})
  void theUpperEndIsTheGreatestOfAllLargerBackgrounds(long observed, double background) {
    double upper =
        new MonotoneFeldmanCousins(SETTINGS)
            .limit(experiment(observed, background))
            .observed()
            .events();
    double step = 0.05;
    double greatest =
        IntStream.range(0, 120)
            .mapToDouble(i -> raw(observed, background + i * step))
            .max()
            .orElseThrow();
    assertThat(upper).isBetween(greatest - 1e-9, greatest + step);
  }

  /// It is met just above a jump: without any count at 90 % where 3 are expected, the table of 1998
  /// prints 1.08, which the construction itself reaches only for a little more background.
  @Test
  void theGreatestEndIsThatJustAboveAJump() {
    double upper = new MonotoneFeldmanCousins(SETTINGS).limit(experiment(0, 3)).observed().events();
    assertThat(upper).isCloseTo(1.08, within(0.005));
    assertThat(raw(0, 3)).isLessThan(1);
    double reached =
        IntStream.range(0, 150).mapToDouble(i -> raw(0, 3 + i * 0.004)).max().orElseThrow();
    assertThat(upper).isBetween(reached - 1e-9, reached + 0.004);
  }

  @Test
  void lowerEndAndBandAreThoseOfTheirCounts() {
    MonotoneFeldmanCousins method = new MonotoneFeldmanCousins(SETTINGS);
    Limit limit = method.limit(experiment(7, 3));
    Limit.Interval interval = limit.interval().orElseThrow();
    assertThat(interval.lower())
        .isEqualTo(new FeldmanCousins(SETTINGS).allowed(experiment(7, 3)).lower())
        .isPositive();
    assertThat(interval.upper()).isEqualTo(limit.observed().events());
    long[] typical = {0, 1, 3, 5, 7};
    for (int i = 0; i < typical.length; i++) {
      assertThat(limit.expected().values()[i])
          .isEqualTo(method.limit(experiment(typical[i], 3)).observed().events());
    }
    assertThat(method.allowed(experiment(7, 3))).isEqualTo(interval);
  }

  @Test
  void anUncertainBackgroundIsRefused() {
    CountingExperiment uncertain = new CountingExperiment(2, new Background.Gaussian(3, 0.5));
    assertThatThrownBy(() -> new MonotoneFeldmanCousins(SETTINGS).limit(uncertain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "feldman-cousins-monotone needs a known background: uncertainty 0.5 must be 0;"
                + " feldman-cousins averages over it");
    assertThatThrownBy(() ->
            new MonotoneFeldmanCousins(
                new LimitSettings(0.9, 0.2, AsimovSet.NOMINAL, new Toys(100, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "signal uncertainty 0.2 cannot be marginalised by feldman-cousins-monotone");
  }
}
