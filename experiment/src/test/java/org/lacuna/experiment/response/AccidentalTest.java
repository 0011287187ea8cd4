package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Accidental.Nearest;
import org.lacuna.experiment.response.Accidental.Several;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class AccidentalTest {
  private static final int BLOCKS = 40;
  private static final double MEAN_MHZ = 400;

  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
  private final Measured seen = new Measured();
  private final Draws draw = new Draws(Role.STUDY, "accidentals", 1);

  private void block(int number, Accidental one, float mhz) {
    truth.number((long) number * Rows.BLOCK, Rows.BLOCK);
    seen.sameAs(truth);
    Arrays.fill(seen.intensity, mhz);
    Accidental.none(List.of(one), seen);
    draw.stage("accidentals");
    one.add(truth, seen, draw);
  }

  /// At twice the rate the probability of none is squared; the time is exponential on both sides.
  @Test
  void theNearestIsInTheWindowAsOftenAsTheRateSays() {
    Accidental lav = Nearest.of("LAV", Signal.LAV, 0.09, 3, MEAN_MHZ);
    for (int times = 1; times <= 2; times++) {
      Sample inside = new Sample();
      Sample after = new Sample();
      Sample distance = new Sample();
      for (int block = 0; block < BLOCKS; block++) {
        block(block, lav, (float) (times * MEAN_MHZ));
        for (int i = 0; i < seen.n; i++) {
          inside.add(Math.abs(seen.lavTime[i]) < 3 ? 1 : 0);
          after.add(seen.lavTime[i] > 0 ? 1 : 0);
          distance.add(Math.abs(seen.lavTime[i]));
        }
      }
      double none = StrictMath.pow(0.91, times);
      assertThat(inside.pull(1 - none)).isCloseTo(0, within(Sample.SIGMAS));
      assertThat(after.pull(0.5)).isCloseTo(0, within(Sample.SIGMAS));
      assertThat(distance.distance(t -> 1 - StrictMath.pow(none, t / 3))).isLessThan(Sample.LIMIT);
    }
  }

  @Test
  void thereIsNoneWithoutABeam() {
    block(0, Nearest.of("LAV", Signal.LAV, 0.09, 3, MEAN_MHZ), 0);
    for (int i = 0; i < seen.n; i++) assertThat(Math.abs(seen.lavTime[i])).isEqualTo(Measured.NONE);
    block(0, Several.of("RICH", Signal.RICH_HITS, 1, MEAN_MHZ), 0);
    for (int i = 0; i < seen.n; i++) assertThat(seen.extraRichHits[i]).isZero();
  }

  @Test
  void aSignalThatIsNearerStays() {
    Accidental lkr = Nearest.of("LKr", Signal.LKR, 0.08, 12, MEAN_MHZ);
    block(0, lkr, (float) MEAN_MHZ);
    float[] alone = seen.lkrTime.clone();
    Arrays.fill(seen.lkrTime, -20);
    lkr.add(truth, seen, draw);
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.lkrTime[i]).isEqualTo(Math.abs(alone[i]) < 20 ? alone[i] : -20);
    }
  }

  /// Mean and variance of a Poisson number grow with the rate.
  @Test
  void severalAreAPoissonNumber() {
    Accidental hits = Several.of("RICH", Signal.RICH_HITS, 1.03, MEAN_MHZ);
    for (int times = 1; times <= 2; times++) {
      Sample number = new Sample();
      for (int block = 0; block < BLOCKS; block++) {
        block(block, hits, (float) (times * MEAN_MHZ));
        number.add(seen.extraRichHits, seen.n);
      }
      assertThat(number.pull(1.03 * times)).isCloseTo(0, within(Sample.SIGMAS));
      assertThat(number.pullOfRms(Math.sqrt(1.03 * times))).isCloseTo(0, within(Sample.SIGMAS));
    }
  }

  @Test
  void refusesWhatIsNoProbabilityAndNumbersBeyondItsTable() {
    assertThatThrownBy(() -> Nearest.of("LAV", Signal.LAV, 1, 3, MEAN_MHZ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LAV");
    assertThatThrownBy(() -> Several.of("RICH", Signal.RICH_HITS, 5, MEAN_MHZ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RICH")
        .hasMessageContaining("5.0");
  }
}
