package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Accidental.InTiles;
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
    one.quiet(seen);
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

  private static final Tiles TILES = new Tiles(0.22f, 0.44f / 3, 0.22f);
  private static final InTiles MUV3 = new InTiles("MUV3", TILES, 1.32f, 6.56e-3, 2.09e-5, 0.36);

  /// `0.328 + 1.045e-3 I/MHz` in 50 ns.
  @Test
  void theMuonDetectorIsStruckAsOftenAsTheRatesSay() {
    for (double mhz : new double[] {0, 600}) {
      Sample inside = new Sample();
      for (int block = 0; block < BLOCKS; block++) {
        Arrays.fill(seen.muv3Time, Measured.NONE);
        block(block, MUV3, (float) mhz);
        for (int i = 0; i < seen.n; i++) inside.add(Math.abs(seen.muv3Time[i]) < 25 ? 1 : 0);
      }
      double none = StrictMath.exp(-(0.328 + 1.045e-3 * mhz));
      assertThat(inside.pull(1 - none)).isCloseTo(0, within(Sample.SIGMAS));
    }
  }

  /// 148 places, each of 8 with 4.5 % and each of 140 with 0.457 %.
  @Test
  void theTilesOfAGroupAreStruckEquallyOften() {
    Map<List<Float>, Integer> struck = new HashMap<>();
    for (int block = 0; block < BLOCKS; block++) {
      Arrays.fill(seen.muv3Time, Measured.NONE);
      block(block, MUV3, (float) MEAN_MHZ);
      for (int i = 0; i < seen.n; i++) {
        struck.merge(List.of(seen.muv3X[i], seen.muv3Y[i]), 1, Integer::sum);
      }
    }
    assertThat(struck).hasSize(148).doesNotContainKey(List.of(0f, 0f));
    double all = BLOCKS * Rows.BLOCK;
    struck.forEach((tile, number) -> {
      boolean isInner = Math.max(Math.abs(tile.getFirst()), Math.abs(tile.getLast())) < 0.22f;
      double expected = all * (isInner ? 0.36 / 8 : 0.64 / 140);
      // 148 numbers.
      assertThat((number - expected) / Math.sqrt(expected))
          .as("tile %s", tile)
          .isCloseTo(0, within(Sample.SIGMAS + 1));
    });
  }

  @Test
  void theSignalOfTheMuonStays() {
    Arrays.fill(seen.muv3Time, 5);
    Arrays.fill(seen.muv3X, 0.33f);
    block(0, MUV3, (float) MEAN_MHZ);
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.muv3Time[i]).isEqualTo(5);
      assertThat(seen.muv3X[i]).isEqualTo(0.33f);
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
