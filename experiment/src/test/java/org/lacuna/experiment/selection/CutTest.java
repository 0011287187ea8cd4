package org.lacuna.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.event.Measured;

class CutTest {
  private final Measured event = new Measured();
  private final float[] margin = Rows.floats(Rows.BLOCK);

  @Test
  void lowersTheMarginAndNeverRaisesIt() {
    event.number(0, 3);
    float[] values = {0.5f, -2f, 7f};
    System.arraycopy(values, 0, event.distance, 0, 3);
    margin[0] = 1f;
    margin[1] = 1f;
    margin[2] = -1f;
    margin[3] = 1f;
    event.distance[3] = -9f;
    Cut.of("d", (e, i) -> e.distance[i]).lowering().lower(margin, event);
    assertThat(margin).startsWith(0.5f, -2f, -1f, 1f);
  }

  /// The text book form divides; of two columns that are zero it would be undefined, whichever
  /// column is asked for.
  @Test
  void aCutThatDividesReadsWhatItReads() {
    Cut cut = Cut.of("E/p < 0.2", (e, i) -> 0.2f - e.calorimeterEnergy[i] / e.track.momentum[i]);
    assertThat(cut.reads()).containsExactlyInAnyOrder("calorimeterEnergy", "track.momentum");
  }

  @Test
  void aCutMayReadNothing() {
    assertThat(Cut.of("all", (e, i) -> 1f).reads()).isEmpty();
  }

  /// A threshold is captured, not shared: two cuts of one kind keep their own.
  @Test
  void twoCutsOfOneKindKeepTheirThresholds() {
    event.number(0, 1);
    event.distance[0] = 5e-3f;
    margin[0] = 1f;
    Cuts.distance(7e-3).lowering().lower(margin, event);
    assertThat(margin[0]).isPositive();
    Cuts.distance(3e-3).lowering().lower(margin, event);
    assertThat(margin[0]).isNegative();
  }
}
