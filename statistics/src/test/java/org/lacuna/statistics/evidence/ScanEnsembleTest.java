package org.lacuna.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScanEnsembleTest {
  private static final double NONE = Double.NaN;

  private final ScanEnsemble ensemble =
      new ScanEnsemble(
          List.of(
              new PeakHypothesis(1, 1),
              new PeakHypothesis(2, 1),
              new PeakHypothesis(3, 1),
              new PeakHypothesis(4, 1)),
          new double[][] {
            {0, 1, 0.5, 2},
            {-1, NONE, 3, 0},
            {NONE, NONE, NONE, NONE},
            {0.9, 1, 1, Double.POSITIVE_INFINITY}
          });

  @Test
  void theGlobalPValueCountsScansWithALargerMaximum() {
    assertThat(ensemble.global(2).pValue()).isEqualTo(0.75);
    assertThat(ensemble.global(2.0001).pValue()).isEqualTo(0.5);
    assertThat(ensemble.global(-100).pValue()).isEqualTo(0.75);
  }

  @Test
  void theErrorIsBinomial() {
    GlobalSignificance third = GlobalSignificance.counted(300, 900);
    assertThat(third.pValue()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(third.uncertainty()).isCloseTo(Math.sqrt(2 / 9.0 / 900), within(1e-15));
    assertThat(GlobalSignificance.counted(900, 900).uncertainty()).isEqualTo(1 / 900.0);
  }

  @Test
  void noneOfManyIsNotCertainty() {
    ScanEnsemble finite =
        new ScanEnsemble(List.of(new PeakHypothesis(1, 1)), new double[][] {{0}, {1}});
    assertThat(finite.global(5)).isEqualTo(new GlobalSignificance(0, 0.5));
    assertThat(finite.global(5).sigma()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void theMedianIsBetweenTheMiddleMaxima() {
    assertThat(ensemble.medianMaximum()).isEqualTo(2.5);
    assertThat(
            new ScanEnsemble(List.of(new PeakHypothesis(1, 1)), new double[][] {{4}, {1}, {2}})
                .medianMaximum())
        .isEqualTo(2);
  }

  @Test
  void anUpcrossingGoesFromBelowToTheLevelOrAbove() {
    assertThat(ensemble.meanUpcrossings(1)).isEqualTo((2 + 0 + 0 + 1) / 4.0);
    assertThat(ensemble.meanUpcrossings(0)).isEqualTo(0);
    assertThat(ensemble.meanUpcrossings(4)).isEqualTo((1 + 0 + 0 + 1) / 4.0);
  }

  @Test
  void pullsAreOfTheHypothesesInARange() {
    Spread pull = ensemble.pull(1, 2);
    assertThat(pull.number()).isEqualTo(3);
    assertThat(pull.mean()).isCloseTo(-0.1 / 3, within(1e-15));
    assertThat(ensemble.pull(2, 3)).isEqualTo(new Spread(2, 1, 0));
    assertThat(ensemble.pull(4, 9)).isEqualTo(new Spread(2, 1, Math.sqrt(2)));
    assertThat(ensemble.pull(9, 10)).isEqualTo(new Spread(0, Double.NaN, Double.NaN));
  }
}
