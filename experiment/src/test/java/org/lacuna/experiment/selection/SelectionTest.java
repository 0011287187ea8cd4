package org.lacuna.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.event.Measured;

class SelectionTest {
  private final Measured event = new Measured();

  private static Cut distance(String label) {
    return Cut.of(label, (e, i) -> 1f - e.distance[i]);
  }

  private static Cut chanti(String label) {
    return Cut.of(label, (e, i) -> 1f - e.chantiTime[i]);
  }

  @Test
  void leavesOneBitForEachCut() {
    event.number(0, 4);
    float[] distances = {0, 2, 0, Float.NaN};
    float[] times = {0, 0, 2, 0};
    System.arraycopy(distances, 0, event.distance, 0, 4);
    System.arraycopy(times, 0, event.chantiTime, 0, 4);
    event.passed[0] = -1;
    event.passed[4] = 77;
    Selection selection = new Selection(List.of(distance("d"), chanti("t")));
    selection.apply(event);
    assertThat(event.passed).startsWith(0b11, 0b10, 0b01, 0b10, 77);
    assertThat(selection.required()).isEqualTo(0b11);
    assertThat(selection.failed(0b10)).containsExactly(0);
    assertThat(selection.failed(0)).containsExactly(0, 1);
    assertThat(selection.failed(0b11)).isEmpty();
  }

  /// The smallest positive number of each size passes, and sets its own bit only.
  @Test
  void aMarginIsPositiveHoweverSmall() {
    event.number(0, 4);
    float[] margins = {1e-6f, 5e-31f, Float.MIN_NORMAL, Float.MIN_VALUE};
    System.arraycopy(margins, 0, event.distance, 0, 4);
    Selection selection =
        new Selection(
            List.of(
                Cut.of("none", (e, i) -> -1f),
                Cut.of("none either", (e, i) -> -2f),
                Cut.of("small", (e, i) -> e.distance[i])));
    selection.apply(event);
    assertThat(event.passed).startsWith(0b100, 0b100, 0b100, 0b100);
  }

  @Test
  void doesNotApplyACutThatReadsAnAbsentColumn() {
    Selection selection =
        new Selection(List.of(distance("d"), chanti("t"), distance("d again")))
            .without(Set.of("chantiTime", "lkrTime"));
    assertThat(IntStream.range(0, 3).filter(selection::applies)).containsExactly(0, 2);
    assertThat(selection.required()).isEqualTo(0b101);
    assertThat(selection.labels()).containsExactly("d", "t", "d again");
    event.number(0, 1);
    event.chantiTime[0] = Float.NaN;
    selection.apply(event);
    assertThat(event.passed[0]).isEqualTo(0b101);
    assertThat(selection.failed(0b100)).containsExactly(0);
  }

  @Test
  void hasAtMostTwentyFourCuts() {
    List<Cut> cuts = new ArrayList<>();
    for (int c = 0; c < 24; c++) cuts.add(distance("cut " + c));
    Selection most = new Selection(cuts);
    event.number(0, Rows.BLOCK);
    most.apply(event);
    assertThat(event.passed).startsWith(0xffffff);
    cuts.add(distance("one more"));
    assertThatThrownBy(() -> new Selection(cuts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24")
        .hasMessageContaining("25");
  }

  @Test
  void hasNoTwoCutsOfOneName() {
    assertThatThrownBy(() -> new Selection(List.of(distance("d"), chanti("t"), chanti("d"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'d'")
        .hasMessageContaining("rename");
  }

  @Test
  void mayBeEmpty() {
    Selection all = new Selection(List.of());
    event.number(0, 1);
    all.apply(event);
    assertThat(event.passed[0]).isEqualTo(all.required());
  }
}
