package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.counting.CutChoice.Candidate;
import org.lacuna.statistics.counting.CutChoice.Choice;

class CutChoiceTest {
  private static final CutChoice CHOICE = new CutChoice(new LimitSettings(0.9));

  private static Candidate candidate(double cut, double background, double acceptance) {
    return new Candidate(cut, new Background.Gaussian(background, 0.1 * background), acceptance);
  }

  @Test
  void theSmallestExpectedLimitPerAcceptanceWins() {
    List<Candidate> candidates =
        List.of(candidate(1, 1000, 0.9), candidate(2, 10, 0.5), candidate(3, 0.1, 0.1));
    Choice best = CHOICE.of(candidates).orElseThrow();
    assertThat(best.candidate()).isEqualTo(candidates.get(1));
    // As a limit command says it, by another way.
    Limit limit =
        new HybridCls(0.9).limit(new CountingExperiment(3, candidates.get(1).background()));
    assertThat(best.limit()).isCloseTo(limit.expected().median() / 0.5, within(1e-9));
    for (Candidate other : candidates) {
      double theirs = new HybridCls(0.9).expected(other.background()).median() / other.acceptance();
      assertThat(best.limit()).isLessThanOrEqualTo(theirs);
    }
  }

  @Test
  void theOrderOfTheCandidatesDoesNotMatter() {
    List<Candidate> candidates =
        Arrays.asList(candidate(1, 50, 0.6), candidate(2, 20, 0.5), candidate(3, 5, 0.3));
    Choice forward = CHOICE.of(candidates).orElseThrow();
    Collections.reverse(candidates);
    assertThat(CHOICE.of(candidates)).contains(forward);
  }

  @Test
  void ofEqualCandidatesTheSmallerCutIsTaken() {
    Candidate first = candidate(1, 20, 0.5);
    Candidate second = candidate(2, 20, 0.5 * (1 + 5e-10));
    assertThat(CHOICE.of(List.of(second, first)).orElseThrow().candidate()).isEqualTo(first);
    Candidate better = candidate(2, 20, 0.5 * (1 + 5e-9));
    assertThat(CHOICE.of(List.of(better, first)).orElseThrow().candidate()).isEqualTo(better);
  }

  @Test
  void cutsThatAcceptNothingArePassedOver() {
    Candidate nothing = candidate(1, 0, 0);
    Candidate something = candidate(2, 100, 1e-6);
    assertThat(CHOICE.of(List.of(nothing, something)).orElseThrow().candidate())
        .isEqualTo(something);
    assertThat(CHOICE.of(List.of(nothing))).isEmpty();
    assertThat(CHOICE.of(List.of())).isEmpty();
  }

  @Test
  void theSignalUncertaintyIsPartOfTheLimit() {
    CutChoice uncertain =
        new CutChoice(new LimitSettings(0.9, 0.3, AsimovSet.NOMINAL, new Toys(100, 1, 1)));
    List<Candidate> one = List.of(candidate(1, 20, 0.5));
    assertThat(uncertain.of(one).orElseThrow().limit())
        .isGreaterThan(1.01 * CHOICE.of(one).orElseThrow().limit());
  }

  /// Nothing that the choice is given, or is made of, can hold a count that was observed.
  @Test
  void theObservedCountHasNoWayIn() {
    Set<Class<?>> reached = new HashSet<>();
    reach(CutChoice.class, reached);
    reach(Candidate.class, reached);
    Arrays.stream(CutChoice.class.getDeclaredMethods())
        .flatMap(method -> Stream.of(method.getParameterTypes()))
        .forEach(type -> reach(type, reached));
    assertThat(reached).contains(Background.class).doesNotContain(CountingExperiment.class);
    assertThat(reached)
        .filteredOn(Class::isRecord)
        .allSatisfy(type ->
            assertThat(type.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain("observed"));
  }

  private static void reach(Class<?> type, Set<Class<?>> reached) {
    if (!reached.add(type) || !type.isRecord()) return;
    for (RecordComponent component : type.getRecordComponents()) {
      reach(component.getType(), reached);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void anAcceptanceIsAShare(double acceptance) {
    assertThatThrownBy(() -> candidate(1, 1, acceptance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acceptance " + acceptance)
        .hasMessageContaining("from 0 to 1");
  }

  @Test
  void aCutIsANumber() {
    assertThatThrownBy(() -> candidate(Double.NaN, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut NaN");
  }
}
