package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a limit is asked for and how its outcome is told.
class LimitSettingsTest {
  private static final Toys TOYS = new Toys(100, 1, 1);
  private static final CountingExperiment THREE =
      new CountingExperiment(3, new Background.Gaussian(2, 0.5));

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
  void aLevelLiesBetweenNoneAndAll(double level) {
    assertThatThrownBy(() -> new LimitSettings(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence level " + level + " must be above 0 and below 1, as 0.90");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aSignalUncertaintyIsAFraction(double uncertainty) {
    assertThatThrownBy(() -> new LimitSettings(0.9, uncertainty, AsimovSet.NOMINAL, TOYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "signal uncertainty " + uncertainty + " must be a fraction from 0 to 1, as 0.03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cls-normal", "cls-asymptotic", "cls-exact-ensemble", "feldman-cousins-monotone"})
  void methodsThatCannotAverageOverTheSignalSaySo(String name) {
    LimitMethod.Kind kind = LimitMethod.Kind.named(name);
    assertThat(kind.with(new LimitSettings(0.9))).isNotNull();
    assertThatThrownBy(() -> kind.with(new LimitSettings(0.9, 1, AsimovSet.NOMINAL, TOYS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("signal uncertainty 1.0 cannot be marginalised by " + name + ":");
  }

  @Test
  void methodsAndSetsAreFoundByName() {
    for (String name : LimitMethod.Kind.BY_NAME.keySet()) {
      LimitMethod method = LimitMethod.Kind.named(name).with(new LimitSettings(0.9));
      assertThat(method.getClass().getSimpleName()).as(name).isNotEmpty();
    }
    assertThatThrownBy(() -> LimitMethod.Kind.named("rolke"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "limit method 'rolke' is none of bayes-flat, cls-asymptotic, cls-exact-ensemble,"
                + " cls-hybrid, cls-normal, cls-toys, feldman-cousins, feldman-cousins-monotone");
    assertThat(AsimovSet.named("nominal")).isEqualTo(AsimovSet.NOMINAL);
    assertThat(AsimovSet.named("postfit")).isEqualTo(AsimovSet.POSTFIT);
    assertThatThrownBy(() -> AsimovSet.named("median"))
        .hasMessage("Asimov set 'median' is none of nominal, postfit");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_000_000_001L})
  void aCountHasARange(long observed) {
    assertThatThrownBy(() -> new CountingExperiment(observed, THREE.background()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observed " + observed + " must be a whole number from 0 to 1.0E12");
    assertThat(new CountingExperiment(1_000_000_000_000L, THREE.background()).observed())
        .isEqualTo(1_000_000_000_000L);
  }

  /// One end from 0, by every method that gives one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bayes-flat",
        "cls-hybrid",
        "cls-toys",
        "cls-normal",
        "cls-asymptotic",
        "cls-exact-ensemble"
      })
  void whatIsNotExcludedReachesFromNothingToTheLimit(String name) {
    LimitMethod method =
        LimitMethod.Kind.named(name)
            .with(new LimitSettings(0.9, 0, AsimovSet.NOMINAL, new Toys(1000, 1, 1)));
    Limit limit = method.limit(THREE);
    assertThat(method.allowed(THREE)).isEqualTo(new Limit.Interval(0, limit.observed().events()));
    assertThat(limit.observed().events()).isBetween(2.0, 7.0);
  }

  @Test
  void aLimitThatIsNotReachedSaysWhatWasSought() {
    UpperLimit none = UpperLimit.where(_ -> 1, 1, 2, () -> "CLs = 0.1 for nothing");
    assertThat(none.events()).isNaN();
    assertThat(none)
        .isEqualTo(
            new UpperLimit.NotBracketed("no signal below 1.0E16 events has CLs = 0.1 for nothing"));
    UpperLimit found = UpperLimit.where(s -> 3 - s, 1, 2, () -> "never asked");
    assertThat(found.events()).isCloseTo(3, within(1e-12));
  }

  @Test
  void aBandIsInOrderAndHasAUnit() {
    ExpectedBand band = ExpectedBand.of(z -> 10 + z);
    assertThat(band.values()).containsExactly(8, 9, 10, 11, 12);
    assertThat(band.times(0.5).values()).containsExactly(4, 4.5, 5, 5.5, 6);
    List<Double> shares = List.of(0.02275013194817921, 0.5, 0.9772498680518208);
    for (int i = 0; i < 3; i++) {
      assertThat(ExpectedBand.probability(2 * (i - 1))).isCloseTo(shares.get(i), within(1e-15));
    }
  }

  @Test
  void anIntervalHoldsItsEnds() {
    Limit.Interval interval = new Limit.Interval(1, 2);
    assertThat(interval.holds(1)).isTrue();
    assertThat(interval.holds(2)).isTrue();
    assertThat(interval.holds(0.999)).isFalse();
    assertThat(interval.holds(2.001)).isFalse();
  }
}
