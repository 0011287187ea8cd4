package org.lacuna.experiment.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lacuna.experiment.event.Measured;

class BeamAxisTest {
  @Test
  void takesTheAxisForEveryKaon() {
    Measured event = new Measured();
    event.number(0, 3);
    new BeamAxis(102.4, 0.7e-3, 1.2e-3, 75).apply(event);
    for (int i = 0; i < 3; i++) {
      assertThat(event.kaon.x[i]).isEqualTo(0.7e-3f);
      assertThat(event.kaon.y[i]).isZero();
      assertThat(event.kaon.z[i]).isEqualTo(102.4f);
      assertThat(event.kaon.slopeX[i]).isEqualTo(1.2e-3f);
      assertThat(event.kaon.slopeY[i]).isZero();
      assertThat(event.kaon.momentum[i]).isEqualTo(75f);
      assertThat(event.kaonTime[i]).isZero();
      assertThat(event.discriminant[i]).isEqualTo(1f);
    }
    assertThat(event.kaon.momentum[3]).as("beyond the rows").isZero();
  }
}
