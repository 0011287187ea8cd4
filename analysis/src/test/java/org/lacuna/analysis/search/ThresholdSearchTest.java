package org.lacuna.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.result.Background;
import org.lacuna.analysis.result.Background.Table1Row;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.statistics.counting.Background.Gaussian;
import org.lacuna.statistics.counting.HybridCls;

class ThresholdSearchTest {
  private static final List<Double> CANDIDATES = List.of(0.08, 0.10, 0.12, 0.14);
  private static final double KAON_DECAYS = 1.14e10;
  private static final double RAISED_FROM_GEV = 0.32;

  /// That of the paper at 0.1 GeV², falling beyond as its Fig. 7 does, and of the same relative
  /// uncertainty.
  private static DoubleFunction<Background> background(double observedShare) {
    return m0Squared -> {
      double expected = 7549 * StrictMath.exp(-40 * (m0Squared - 0.1));
      return new Background(
          List.of(),
          new Table1Row("total", expected, 0.03 * expected, 0.05 * expected, 0.108 * expected),
          OptionalLong.of(Math.round(observedShare * expected)));
    };
  }

  private static Estimate pure(double value) {
    return new Estimate(value, 0.01 * value, "");
  }

  /// A signal of which so much is kept above each candidate.
  private static ThresholdSignal signal(double massGeV, double... acceptance) {
    NavigableMap<Double, Estimate> above = new TreeMap<>();
    for (int i = 0; i < acceptance.length; i++) above.put(CANDIDATES.get(i), pure(acceptance[i]));
    return new ThresholdSignal(massGeV, pure(0.3), above);
  }

  private static ThresholdSearch search(ThresholdSignal... scalar) {
    return new ThresholdSearch(
        CANDIDATES,
        RAISED_FROM_GEV,
        List.of(scalar),
        List.of(),
        signal(0, 0.15, 0.103, 0.02, 0.001),
        new HybridCls(0.9),
        Gaussian::new);
  }

  /// 6894 events on 7549 ± 928: 1186 events and 1.0·10⁻⁶, as in the paper.
  @Test
  void theLimitOfThePaperFollowsFromItsCounts() {
    DoubleFunction<Background> paper =
        m0Squared ->
            m0Squared == 0.1
                ? new Background(
                    List.of(),
                    new Table1Row("total", 7549, 200, 500, StrictMath.sqrt(928 * 928 - 290_000)),
                    OptionalLong.of(6894))
                : background(1).apply(m0Squared);
    Munununu found = search().search(paper, KAON_DECAYS).munununu();
    assertThat(found.m0SquaredGeV2()).isEqualTo(0.1);
    assertThat(found.eventsLimit().observed()).isCloseTo(1186.10, within(0.01));
    assertThat(found.eventsLimit().expected().median()).isCloseTo(1533.72, within(0.01));
    assertThat(found.branchingLimit().observed()).isCloseTo(1.010e-6, within(0.001e-6));
    assertThat(found.acceptanceUncut().value()).isEqualTo(0.3);
  }

  /// The candidate with the smallest ratio of expected limit and acceptance.
  @Test
  void eachSignalGetsTheThresholdOfTheBestExpectedLimit() {
    var found =
        search(signal(0.05, 0.2, 0.05, 0.005, 0.0001), signal(0.3, 0.25, 0.2, 0.12, 0.001))
            .search(background(0.9), KAON_DECAYS);
    for (Munux.Mass mass : found.munux().scalar()) {
      double chosen = mass.branchingLimit().expected().median();
      assertThat(chosen).isPositive();
    }
    assertThat(found.munux().scalar())
        .extracting(Munux.Mass::m0SquaredGeV2)
        .containsExactly(0.08, 0.12);
    List<Threshold> thresholds = found.thresholds();
    double[] light = {0.2, 0.05, 0.005, 0.0001};
    for (int i = 0; i < light.length; i++) {
      double limit = thresholds.get(i).eventsLimit().expected().median() / light[i] / KAON_DECAYS;
      assertThat(found.munux().scalar().getFirst().branchingLimit().expected().median())
          .isLessThanOrEqualTo(limit * (1 + 1e-12));
    }
  }

  @Test
  void theChoiceDoesNotLookAtTheCount() {
    ThresholdSignal[] signals = {
      signal(0.05, 0.2, 0.1, 0.03, 0.01), signal(0.3, 0.25, 0.2, 0.12, 0.02)
    };
    var few = search(signals).search(background(0.2), KAON_DECAYS);
    var many = search(signals).search(background(3), KAON_DECAYS);
    assertThat(many.munux().scalar())
        .extracting(Munux.Mass::m0SquaredGeV2)
        .isEqualTo(few.munux().scalar().stream().map(Munux.Mass::m0SquaredGeV2).toList());
    assertThat(many.munununu().m0SquaredGeV2()).isEqualTo(few.munununu().m0SquaredGeV2());
    assertThat(many.munununu().eventsLimit().observed())
        .isGreaterThan(few.munununu().eventsLimit().observed());
  }

  /// From 320 MeV on the square of the mass, rounded up to a multiple of 0.02 GeV².
  @ParameterizedTest
  @CsvSource({"0.32, 0.12", "0.346, 0.12", "0.35, 0.14", "0.37, 0.14", "0.319, 0.08"})
  void heavyBosonsHaveTheThresholdOfTheirMass(double massGeV, double m0SquaredGeV2) {
    var found = search(signal(massGeV, 0.9, 0.01, 0.01, 0.01)).search(background(1), KAON_DECAYS);
    assertThat(found.munux().scalar().getFirst().m0SquaredGeV2()).isEqualTo(m0SquaredGeV2);
  }

  @Test
  void aClosedRegionHasExpectedLimitsOnly() {
    DoubleFunction<Background> closed =
        m0Squared -> {
          Background open = background(1).apply(m0Squared);
          return new Background(open.table1(), open.total(), OptionalLong.empty());
        };
    Munununu found = search().search(closed, KAON_DECAYS).munununu();
    assertThat(found.eventsLimit().observed()).isNaN();
    assertThat(found.eventsLimit().expected())
        .isEqualTo(search().search(background(1), KAON_DECAYS).munununu().eventsLimit().expected());
  }

  @Test
  void withoutAcceptanceTheLimitIsInfinite() {
    Munux.Mass nothing =
        search(signal(0.1, 0, 0, 0, 0))
            .search(background(1), KAON_DECAYS)
            .munux()
            .scalar()
            .getFirst();
    assertThat(nothing.m0SquaredGeV2()).isEqualTo(0.08);
    assertThat(nothing.branchingLimit().observed()).isInfinite();
  }

  @Test
  void aHeavyBosonNeedsACandidateBeyondItsMass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(signal(0.38, 1, 1, 1, 1)))
        .withMessageContaining("end at 0.14 GeV²")
        .withMessageContaining("X of 0.38 GeV needs one of at least 0.1444 GeV²");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThresholdSearch.requireCandidates(List.of(), 0.32, List.of()))
        .withMessageContaining("no candidates");
  }
}
