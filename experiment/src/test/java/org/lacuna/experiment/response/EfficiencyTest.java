package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.response.Efficiency.Factor;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class EfficiencyTest {
  private static final Shares TRACK = Shares.all(Signal.TRACK);

  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 2);

  @BeforeEach
  void muonsOfAllMomenta() {
    truth.number(0, Rows.BLOCK);
    for (int i = 0; i < truth.n; i++) truth.chargedRay.momentum[i] = 90f * i / truth.n;
    for (float[] weight : truth.weight) Arrays.fill(weight, 0.5f);
  }

  private void weigh(Factor... factors) {
    new Efficiency(List.of(factors)).weigh(truth, truth.weight[0]);
  }

  @Test
  void isTheProductOfItsFactorsAtTheTrueMomentum() {
    DoubleUnaryOperator rising = p -> 1 - StrictMath.exp(-p / 10);
    weigh(new Factor("tag", TRACK, p -> 0.9), new Factor("muon detector", TRACK, rising));
    for (int i = 0; i < truth.n; i++) {
      double p = Math.min(80, truth.chargedRay.momentum[i]);
      assertThat((double) truth.weight[0][i])
          .as("%s GeV", p)
          .isCloseTo(0.5 * 0.9 * rising.applyAsDouble(p), within(1e-5));
    }
  }

  @Test
  void leavesTheOtherVariantsAlone() {
    weigh(new Factor("tag", TRACK, p -> 0.9));
    assertThat(Arrays.copyOf(truth.weight[1], truth.n)).containsOnly(0.5f);
  }

  @Test
  void hasItsLimits() {
    weigh();
    assertThat(Arrays.copyOf(truth.weight[0], truth.n)).containsOnly(0.5f);
    weigh(new Factor("tag", TRACK, p -> 1));
    assertThat(Arrays.copyOf(truth.weight[0], truth.n)).containsOnly(0.5f);
    weigh(new Factor("tag", TRACK, p -> 0));
    assertThat(Arrays.copyOf(truth.weight[0], truth.n)).containsOnly(0f);
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> weigh(new Factor("muon detector", TRACK, p -> p < 40 ? 1 : wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("muon detector")
          .hasMessageContaining(Double.toString(wrong))
          .hasMessageContaining("40.0 GeV");
    }
  }
}
