package org.lacuna.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.statistics.Reference.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.Reference.Case;

class GlobalSignificanceTest {
  static Stream<Case> bounds() {
    return Reference.cases("global_significance");
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void theBoundOfGrossAndVitellsAgreesWithTheReference(Case reference) {
    GlobalSignificance bound =
        GlobalSignificance.grossVitells(
            reference.input().get("z_local").asDouble(),
            reference.input().get("mean_upcrossings").asDouble(),
            reference.input().get("q_threshold").asDouble());
    assertClose("p", reference.expected().get("p_global_bound"), bound.pValue());
    assertClose("z", reference.expected().get("z_global"), bound.sigma());
    assertThat(bound.uncertainty()).isZero();
  }

  @Test
  void boundsAreProbabilities() {
    assertThat(GlobalSignificance.grossVitells(1, 20, 1).pValue()).isOne();
    assertThat(GlobalSignificance.bonferroni(1, 269).pValue()).isOne();
  }

  /// p_local at 3 standard deviations is 1.349898e-3.
  @Test
  void bonferroniCountsTheHypotheses() {
    assertThat(GlobalSignificance.bonferroni(3, 269).pValue())
        .isCloseTo(269 * 1.3498980316301e-3, within(1e-12));
    assertThat(GlobalSignificance.bonferroni(3, 1).sigma()).isCloseTo(3, within(1e-12));
    assertThat(GlobalSignificance.bonferroni(Double.POSITIVE_INFINITY, 269).pValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "3, -1, 1, upcrossings",
    "3, NaN, 1, upcrossings",
    "3, Infinity, 1, upcrossings",
    "3, 20, -1, q",
    "3, 20, NaN, q",
    "3, 20, 9.01, q",
    "NaN, 20, 1, q"
  })
  void argumentsOutOfRangeAreRefused(double local, double upcrossings, double q, String named) {
    assertThatThrownBy(() -> GlobalSignificance.grossVitells(local, upcrossings, q))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named + " = ");
  }

  @Test
  void aScanHasAtLeastOneHypothesis() {
    assertThatThrownBy(() -> GlobalSignificance.bonferroni(3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hypotheses = 0");
    assertThatThrownBy(() -> GlobalSignificance.bonferroni(Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("local = NaN");
  }
}
