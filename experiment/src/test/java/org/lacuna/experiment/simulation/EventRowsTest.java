package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;

class EventRowsTest {
  private static Simulation chain(Role role) {
    return Simulation.of(
        TestApparatus.whole(),
        TestApparatus.reconstruction(),
        TestApparatus.selection(),
        new LeptonNeutral("munu", 0.6, Particle.MUON, 0),
        role,
        1);
  }

  private final EventRows rows = new EventRows(chain(Role.SIMULATION));
  private final List<String> headings =
      rows.fields().stream().map(EventRows.Field::heading).toList();

  @Test
  void namesMeasuredColumnsThenWeightsThenTheTruth() {
    assertThat(headings)
        .doesNotHaveDuplicates()
        .containsSubsequence(
            "track.momentum [GeV]",
            "charge",
            "missingMassSquared [GeV^2]",
            "weight.nominal",
            "weight.geometric",
            "truth.decayZ [m]")
        .doesNotContain("lkrTime [ns]");
  }

  @Test
  void pseudoDataHaveNoWeights() {
    assertThat(new EventRows(chain(Role.NATURE)).fields())
        .noneMatch(field -> field.name().startsWith(EventRows.WEIGHT));
  }

  @Test
  void readsWhatABlockHasMeasured() {
    Simulation chain = chain(Role.SIMULATION);
    Batch batch = chain.batch();
    chain.run(batch, 0, 300);
    float[] row = new float[headings.size()];
    int kept = 0;
    for (int event = 0; event < 300; event++) {
      boolean isKept = kept < batch.truth().n && batch.truth().number(kept) == event;
      assertThat(rows.read(event, row)).isEqualTo(isKept);
      if (!isKept) continue;
      assertThat(row[headings.indexOf("missingMassSquared [GeV^2]")])
          .isEqualTo(batch.seen().missingMassSquared[kept]);
      assertThat(row[headings.indexOf("weight.nominal")]).isEqualTo(batch.truth().weight[0][kept]);
      assertThat(row[headings.indexOf("truth.decayZ [m]")]).isEqualTo(batch.truth().decayZ[kept]);
      kept++;
    }
    assertThat(kept).isBetween(1, 299);
  }

  /// The truth at the last stage belongs to the event, also where a block would not keep it.
  @Test
  void readsTheSameAfterOtherEvents() {
    float[] alone = new float[headings.size()];
    float[] later = new float[headings.size()];
    int event = 0;
    while (!new EventRows(chain(Role.SIMULATION)).read(event, alone)) event++;
    for (int other : Set.of(91, 17, 4)) rows.read(other, later);
    assertThat(rows.read(event, later)).isTrue();
    assertThat(later).containsExactly(alone);
  }
}
