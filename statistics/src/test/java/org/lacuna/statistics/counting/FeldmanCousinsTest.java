package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the construction as it is written down: for one signal the counts in falling order of
/// their ratio, added up until they hold the level.
class FeldmanCousinsTest {
  private static final double NEAR = 1e-6;

  /// The construction for one background; the best probabilities by another library's search.
  private static final class ByDefinition {
    private static final int MOST = 45;
    private final SmearedPoisson counts;
    private final double level;
    private final double[] logBest = new double[MOST];

    ByDefinition(SmearedPoisson counts, double level) {
      this.counts = counts;
      this.level = level;
      for (int n = 0; n < MOST; n++) {
        int count = n;
        logBest[n] =
            Math.max(
                counts.logMass(n, 0),
                new BrentOptimizer(1e-9, 1e-9)
                    .optimize(
                        GoalType.MAXIMIZE,
                        new MaxEval(200),
                        new SearchInterval(1e-9, n + 5),
                        new UnivariateObjectiveFunction(s -> counts.logMass(count, s)))
                    .getValue());
      }
    }

    boolean accepts(long observed, double signal) {
      double[] log = IntStream.range(0, MOST).mapToDouble(n -> counts.logMass(n, signal)).toArray();
      double own = log[(int) observed] - logBest[(int) observed];
      double before =
          IntStream.range(0, MOST)
              .filter(n -> log[n] - logBest[n] > own)
              .mapToDouble(n -> Math.exp(log[n]))
              .sum();
      return before < level;
    }
  }

  private static void assertEndsAreThoseOf(
      ByDefinition construction, long observed, Limit.Interval interval, double step) {
    assertThat(construction.accepts(observed, interval.upper() * (1 - NEAR))).isTrue();
    assertThat(construction.accepts(observed, interval.upper() * (1 + NEAR))).isFalse();
    if (interval.lower() > 0) {
      assertThat(construction.accepts(observed, interval.lower() * (1 + NEAR))).isTrue();
      assertThat(construction.accepts(observed, interval.lower() * (1 - NEAR))).isFalse();
    } else {
      assertThat(construction.accepts(observed, 0)).isTrue();
    }
    for (double s = 0; s < 20; s += step) {
      if (construction.accepts(observed, s)) {
        assertThat(interval.lower() <= s && s <= interval.upper())
            .as("%s accepted, %s", s, interval)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0.9", "0.4, 0.6827", "1.7, 0.95", "3, 0.9", "8, 0.99"})
  void everySignalOutsideIsRefusedAndTheEndsAreNot(double b, double level) {
    Background background = new Background.Gaussian(b, 0);
    ByDefinition construction = new ByDefinition(new SmearedPoisson(background), level);
    FeldmanCousins method = new FeldmanCousins(new LimitSettings(level));
    for (long observed : new long[] {0, 1, 3, 4, 9, 14}) {
      CountingExperiment experiment = new CountingExperiment(observed, background);
      Limit.Interval interval = method.allowed(experiment);
      assertEndsAreThoseOf(construction, observed, interval, 0.11);
      assertThat(interval.holds(interval.lower())).isTrue();
      assertThat(interval.holds(interval.upper())).isTrue();
      assertThat(interval.holds(interval.upper() * (1 + NEAR))).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9, 0.4"})
  void anUncertainBackgroundAndSignalAreAveragedOver(long observed, double signalUncertainty) {
    Background background = new Background.Gaussian(3, 1.2);
    FeldmanCousins method =
        new FeldmanCousins(
            new LimitSettings(0.9, signalUncertainty, AsimovSet.NOMINAL, new Toys(100, 1, 1)));
    ByDefinition construction =
        new ByDefinition(new SmearedPoisson(background, signalUncertainty), 0.9);
    CountingExperiment experiment = new CountingExperiment(observed, background);
    assertEndsAreThoseOf(construction, observed, method.allowed(experiment), 7);
  }

  @Test
  void theLimitIsTheUpperEndAndTheBandThatOfTypicalCounts() {
    FeldmanCousins method = new FeldmanCousins(new LimitSettings(0.9));
    Background background = new Background.Gaussian(3, 0);
    CountingExperiment experiment = new CountingExperiment(7, background);
    Limit limit = method.limit(experiment);
    Limit.Interval interval = method.allowed(experiment);
    assertThat(limit.interval()).isEqualTo(Optional.of(interval));
    assertThat(limit.observed()).isEqualTo(new UpperLimit.Converged(interval.upper()));
    // Of 3 expected, -2 to 2 standard deviations are 0, 1, 3, 5 and 7 counts.
    long[] typical = {0, 1, 3, 5, 7};
    for (int i = 0; i < typical.length; i++) {
      assertThat(limit.expected().values()[i])
          .isEqualTo(method.allowed(new CountingExperiment(typical[i], background)).upper());
    }
    assertThat(limit.toyError()).isZero();
    assertThat(limit.clb()).isNaN();
    assertThat(limit.clsAtLimit()).isNaN();
  }

  /// As the tables of 1998 print them.
  @Test
  void manyMoreThanExpectedGiveAnIntervalAwayFromNothing() {
    FeldmanCousins method = new FeldmanCousins(new LimitSettings(0.9));
    Limit.Interval interval =
        method.allowed(new CountingExperiment(5, new Background.Gaussian(1, 0)));
    assertThat(interval.lower()).isCloseTo(1.25, within(0.005));
    assertThat(interval.upper()).isCloseTo(8.99, within(0.005));
    interval = method.allowed(new CountingExperiment(9, new Background.Gaussian(3, 0)));
    assertThat(interval.lower()).isCloseTo(1.88, within(0.005));
    assertThat(interval.upper()).isCloseTo(12.3, within(0.005));
  }

  /// All measurements whose ratio is above that of the measured one hold the level at both ends.
  @ParameterizedTest
  @ValueSource(doubles = {-3, 0, 0.6, 1.5, 4})
  void theEndsOfANormalMeasurementHoldTheLevel(double measured) {
    double level = 0.9;
    Limit.Interval interval =
        new FeldmanCousins(new LimitSettings(level)).ofNormalMeasurement(measured);
    assertThat(held(measured, interval.upper())).isCloseTo(level, within(1e-3));
    if (interval.lower() > 0) {
      assertThat(held(measured, interval.lower())).isCloseTo(level, within(1e-3));
    } else {
      assertThat(held(measured, 1e-9)).isLessThanOrEqualTo(level + 1e-3);
    }
    assertThat(interval.lower() > 0).isEqualTo(measured > 1.2816);
  }

  private static double held(double measured, double mean) {
    double step = 2e-3;
    double own = logRatio(measured, mean);
    double sum = 0;
    for (double x = mean - 7; x < mean + 7; x += step) {
      if (logRatio(x, mean) > own) {
        sum += step * Math.exp(-(x - mean) * (x - mean) / 2) / Math.sqrt(2 * Math.PI);
      }
    }
    return sum;
  }

  /// The best mean is the measured value, but not below 0.
  private static double logRatio(double x, double mean) {
    double best = Math.min(0, x);
    return (best * best - (x - mean) * (x - mean)) / 2;
  }
}
