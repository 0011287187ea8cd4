package org.lacuna.experiment.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.physics.decay.Truth;

class KaonInteractionTest {
  private static final int BLOCKS = 20;
  private static final float KAON_GEV = 75;
  private static final KaonInteraction INTERACTION = new KaonInteraction(8e-3, 0.4, 3, 0.9);

  /// Share of the momentum and transverse momenta of the leading pions.
  private record Pions(Sample share, Sample acrossX, Sample acrossY) {}

  private static Pions pions() {
    Truth truth = new Truth(INTERACTION, 2);
    Draws draw = new Draws(Role.STUDY, INTERACTION.name(), 4);
    draw.stage("decay");
    Pions pions = new Pions(new Sample(), new Sample(), new Sample());
    for (int block = 0; block < BLOCKS; block++) {
      truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
      Arrays.fill(truth.kaon.momentum, KAON_GEV);
      Arrays.fill(truth.kaon.slopeX, 0.0012f);
      Arrays.fill(truth.kaon.x, 0.003f);
      Arrays.fill(truth.kaon.z, 102.4f);
      for (float[] weight : truth.weight) Arrays.fill(weight, 1f);
      INTERACTION.decay(truth, draw);
      INTERACTION.produce(truth);
      for (int i = 0; i < truth.n; i++) {
        pions.share.add(truth.charged.z[i] / KAON_GEV);
        pions.acrossX.add((truth.chargedRay.slopeX[i] - 0.0012) * truth.charged.z[i]);
        pions.acrossY.add(truth.chargedRay.slopeY[i] * truth.charged.z[i]);
        assertThat(truth.chargedRay.x[i]).isEqualTo(0.003f);
        assertThat(truth.decayZ[i]).isEqualTo(102.4f);
        assertThat(truth.weight[1][i]).isEqualTo((float) StrictMath.exp(-2.7));
      }
    }
    return pions;
  }

  @Test
  void theLeadingPionTakesAThirdOfTheMomentumOnAverage() {
    Pions pions = pions();
    assertThat(pions.share.distance(x -> x * (2 - x))).isLessThan(Sample.LIMIT);
  }

  @Test
  void transverseMomentaAreNormal() {
    Pions pions = pions();
    for (Sample across : new Sample[] {pions.acrossX, pions.acrossY}) {
      assertThat(across.pull(0)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
      // Slopes of pions below a thousandth of the kaon are cut off.
      assertThat(across.rms()).isCloseTo(0.4 / Math.sqrt(2), within(0.005));
    }
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new KaonInteraction(8e-3, 0.4, 3, 1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seen = 1.1");
  }
}
