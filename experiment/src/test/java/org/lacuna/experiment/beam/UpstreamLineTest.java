package org.lacuna.experiment.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.beam.UpstreamLine.Bend;
import org.lacuna.experiment.beam.UpstreamLine.Channel;
import org.lacuna.experiment.beam.UpstreamLine.Element;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class UpstreamLineTest {
  private static final LeptonNeutral MUNU = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);
  private static final Bend DOWN = new Bend("down", 82, 0, -1.25f);
  private static final Bend UP = new Bend("up", 86, 0, 1.25f);
  private static final Bend UP_AGAIN = new Bend("up again", 94, 0, 1.25f);
  private static final Bend LEVEL = new Bend("level", 98, 0, -1.25f);
  private static final Bend TRIM = new Bend("trim", 101.8f, 0.09f, 0);

  private final Truth truth = new Truth(MUNU, 1);

  private static UpstreamLine line(Element... elements) {
    return new UpstreamLine(76, 102.4, List.of(elements));
  }

  private void kaons() {
    truth.number(0, Rows.BLOCK);
    Draws draw = new Draws(Role.STUDY, "upstream", 1);
    draw.stage("beam");
    TestApparatus.beam().kaons(truth, draw, 76, 102.4);
  }

  /// A kaon that is taken back and forth again, as if it were the muon, comes back to where it was.
  @Test
  void backAndForthIsNothing() {
    UpstreamLine line = line(DOWN, UP, UP_AGAIN, LEVEL, TRIM);
    kaons();
    float[] x = Arrays.copyOf(truth.kaon.x, truth.n);
    float[] slopeY = Arrays.copyOf(truth.kaon.slopeY, truth.n);
    line.back(truth);
    assertThat(truth.kaon.z).startsWith(Arrays.copyOf(truth.decayZ, truth.n));
    truth.chargedRay.append(truth.kaon, 0, truth.n);
    line.forth(truth);
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.chargedRay.x[i]).isCloseTo(x[i], within(1e-6f));
      assertThat(truth.chargedRay.slopeY[i]).isCloseTo(slopeY[i], within(1e-8f));
      assertThat(truth.chargedRay.z[i]).isEqualTo(102.4f);
      assertThat(truth.decayZ[i]).isEqualTo(102.4f);
      assertThat(truth.margin[i]).isPositive();
    }
  }

  /// 1.25 GeV at 75 GeV over 4 m: 66.7 mm.
  @Test
  void theAchromatShiftsTheBeamInItsMiddle() {
    kaons();
    Arrays.fill(truth.decayZ, 90f);
    Arrays.fill(truth.kaon.momentum, 75f);
    float[] y = Arrays.copyOf(truth.kaon.y, truth.n);
    float[] slopeY = Arrays.copyOf(truth.kaon.slopeY, truth.n);
    line(DOWN, UP, UP_AGAIN, LEVEL, TRIM).back(truth);
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.kaon.y[i]).isCloseTo(y[i] - 12.4f * slopeY[i] - 0.066667f, within(1e-6f));
    }
  }

  private float margin(Channel channel, float decayZ, float y, float slopeY) {
    truth.number(0, 1);
    truth.chargedRay.set(0, 0);
    truth.chargedRay.momentum[0] = 30;
    truth.chargedRay.y[0] = y;
    truth.chargedRay.z[0] = decayZ;
    truth.chargedRay.slopeY[0] = slopeY;
    truth.decayZ[0] = decayZ;
    truth.margin[0] = 1;
    line(channel).forth(truth);
    return truth.margin[0];
  }

  @Test
  void aChannelStopsWhatMissesItsFrontOrItsBack() {
    Channel channel = new Channel("wall", 90, 92, -0.05f, 0.14f, 0.03f);
    assertThat(margin(channel, 80, -0.05f, 0)).isCloseTo(0.03f, within(1e-6f));
    assertThat(margin(channel, 80, 0, 0)).isNegative();
    // Inside at the front, outside at the back, and the other way round.
    assertThat(margin(channel, 90, -0.05f, 0.02f)).isNegative();
    assertThat(margin(channel, 80, 0.11f, -0.0125f)).isNegative();
    // Born in the channel, and behind it.
    assertThat(margin(channel, 91, -0.05f, 0.02f)).isPositive();
    assertThat(margin(channel, 93, 0, 0)).isEqualTo(1);
  }

  @Test
  void countsDecaysByTheLengthOfTheLine() {
    Beam beam = TestApparatus.beam();
    double length = Particle.KAON.decayLengthM(75);
    double upstream = StrictMath.exp(-76 / length) - StrictMath.exp(-102.4 / length);
    double fiducial =
        StrictMath.exp(-beam.fiducialStartM() / length)
            - StrictMath.exp(-beam.fiducialEndM() / length);
    assertThat(line().decaysPerFiducialDecay(beam, 75))
        .isCloseTo(upstream / fiducial, within(1e-12));
  }

  @Test
  void refusesElementsElsewhereAndDecaysItCannotFollow() {
    assertThatThrownBy(() -> line(new Bend("far", 150, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("far")
        .hasMessageContaining("150");
    assertThatThrownBy(() -> new UpstreamDecay(MUNU, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perFiducialDecay");
  }
}
