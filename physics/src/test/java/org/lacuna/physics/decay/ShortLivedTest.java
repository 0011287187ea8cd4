package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.particle.Particle;

class ShortLivedTest {
  private static final LeptonNeutral STABLE = new LeptonNeutral("hnl", 0.25, Particle.MUON, 0.3);

  @Test
  void decaysAsIfItWereStable() {
    ShortLived shortLived = new ShortLived(STABLE, 1);
    assertThat(shortLived.name()).isEqualTo(STABLE.name());
    assertThat(shortLived.branchingFraction()).isEqualTo(0.25);
    assertThat(shortLived.charged()).isEqualTo(Particle.MUON);
    assertThat(momenta(shortLived)).isEqualTo(momenta(STABLE));
  }

  private static float[] momenta(DecayModel model) {
    Truth truth = new Truth(model, 1);
    truth.number(0, Rows.BLOCK);
    Arrays.fill(truth.charged.z, Float.NaN);
    Draws draw = new Draws(Role.STUDY, model.name(), 1);
    draw.stage("decay");
    model.decay(truth, draw);
    return truth.charged.z;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aLifetimeIsPositive(double lifetimeNs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShortLived(STABLE, lifetimeNs))
        .withMessageContaining("lifetimeNs = " + lifetimeNs);
  }

  @Test
  void whatHasNoMassDoesNotDecay() {
    LeptonNeutral neutrino = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShortLived(neutrino, 1))
        .withMessageContaining("munu: what has no mass");
  }
}
