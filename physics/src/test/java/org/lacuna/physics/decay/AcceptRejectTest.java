package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.particle.Particle;

class AcceptRejectTest {
  private static final int SEED = 5;

  private final Truth truth = new Truth(new LeptonNeutral("munu", 1, Particle.MUON, 0), 1);
  private final Draws draw = new Draws(Role.STUDY, "proposals", SEED);
  private final float[] first = new float[Rows.BLOCK];
  private final float[] second = new float[Rows.BLOCK];

  AcceptRejectTest() {
    truth.number(0, Rows.BLOCK);
    draw.stage("decay");
  }

  private void sample(AcceptReject.Proposal... proposal) {
    AcceptReject.sample(truth, draw, "test", first, second, proposal);
  }

  private double mean(float[] column) {
    double sum = 0;
    for (int i = 0; i < truth.n; i++) sum += column[i];
    return sum / truth.n;
  }

  /// ⟨u⟩ = 2/3 and ⟨v⟩ = 1/2 for a density 2u, with errors of 0.0052 and 0.0064; five of them are
  /// exceeded once in 10⁶ seeds.
  @Test
  void rowsFollowTheDensity() {
    sample((u, v, weight, work, i) -> weight[i] = u[i]);
    assertThat(mean(first)).isCloseTo(2. / 3, within(0.026));
    assertThat(mean(second)).isCloseTo(0.5, within(0.032));
  }

  @Test
  void theFormulasRunOneAfterTheOther() {
    sample(
        (u, v, weight, work, i) -> work[i] = u[i] < 0.5f ? 1f : 0f,
        (u, v, weight, work, i) -> weight[i] = work[i] * (v[i] < 0.25f ? 1f : 0f));
    for (int i = 0; i < truth.n; i++) {
      assertThat(first[i]).isLessThan(0.5f);
      assertThat(second[i]).isLessThan(0.25f);
    }
  }

  /// Rows are as good as independent: the correlation of neighbours has an error of 0.022.
  @Test
  void neighboursDoNotShareTheirProposals() {
    sample((u, v, weight, work, i) -> weight[i] = u[i] < 0.1f ? 1f : 0f);
    double sum = 0;
    for (int i = 1; i < truth.n; i++) sum += (first[i] - 0.05) * (first[i - 1] - 0.05);
    assertThat(sum / truth.n / (0.01 / 12)).isCloseTo(0, within(0.11));
  }

  @ParameterizedTest
  @CsvSource({"1.01, above its bound 1", "NaN, above its bound 1", "0, none of 16384 proposals"})
  void aDensityThatCannotBeSampledIsRefused(float constant, String reason) {
    assertThatThrownBy(() -> sample((u, v, weight, work, i) -> weight[i] = constant))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'test'")
        .hasMessageContaining(reason);
  }

  @Test
  void aWeightOfOneIsTaken() {
    sample((u, v, weight, work, i) -> weight[i] = 1f);
    assertThat(mean(first)).isCloseTo(0.5, within(0.032));
  }
}
