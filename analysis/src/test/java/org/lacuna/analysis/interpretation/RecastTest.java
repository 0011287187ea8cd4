package org.lacuna.analysis.interpretation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;

class RecastTest {
  private static final List<Double> THRESHOLDS = List.of(0.1, 0.12);

  private static ThresholdSignal signal(double... acceptance) {
    NavigableMap<Double, Estimate> above = new TreeMap<>();
    for (int i = 0; i < acceptance.length; i++) {
      above.put(THRESHOLDS.get(i), new Estimate(acceptance[i], 0.001, ""));
    }
    return new ThresholdSignal(0, new Estimate(0.3, 0.001, ""), above);
  }

  private static Threshold threshold(double m0Squared, double observed, double expected) {
    return new Threshold(
        m0Squared,
        OptionalLong.of(100),
        100,
        new BackgroundSigma(1, 10),
        new Limit(
            observed,
            new Band(0.5 * expected, 0.7 * expected, expected, 1.4 * expected, 2 * expected)));
  }

  /// B(K⁺ → μ⁺ννν̄) < 1.0·10⁻⁶ with the acceptance of the paper.
  @Test
  void thePublishedCountsGiveThePublishedLimit() {
    List<Recast.Above> all = Recast.published().of(signal(0.103));
    assertThat(all).hasSize(1);
    Limit limit = all.getFirst().branchingLimit();
    assertThat(limit.observed()).isCloseTo(1186.10 / 1.14e10 / 0.103, within(1e-10));
    assertThat(limit.expected().median()).isCloseTo(1533.72 / 1.14e10 / 0.103, within(1e-10));
  }

  /// Above 0.12 GeV² a third is left of the signal and a half of the expected limit.
  @Test
  void theBestThresholdIsChosenWithoutTheCount() {
    Recast counted = new Recast(1e9, List.of(threshold(0.1, 9, 20), threshold(0.12, 1, 10)));
    List<Recast.Above> all = counted.of(signal(0.3, 0.1));
    assertThat(all.get(1).branchingLimit().observed()).isCloseTo(1e-8, within(1e-20));
    assertThat(Recast.best(all)).contains(all.getFirst());
  }

  @Test
  void withoutAcceptanceThereIsNoBest() {
    List<Recast.Above> all = Recast.published().of(signal(0));
    assertThat(all.getFirst().branchingLimit().observed()).isInfinite();
    assertThat(Recast.best(all)).isEmpty();
  }

  @Test
  void kaonsMustHaveDecayed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recast(0, List.of()))
        .withMessageContaining("kaonDecays = 0");
  }
}
