package org.lacuna.experiment.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class PileUpTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 32;
  private static final int EVENTS = BLOCKS * Rows.BLOCK;
  private static final double WINDOW_NS = 1.2;
  private static final double EFFICIENCY = 0.88;

  private final Beam beam = TestApparatus.beam();
  private final PileUp pileUp = new PileUp();
  private final float[] rate = Rows.floats(Rows.BLOCK);
  private final float[] spare = Rows.floats(Rows.BLOCK);
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);

  private void eachBlock(Curve intensityMHz, IntConsumer look) {
    Draws draw = new Draws(Role.STUDY, "pile-up", SEED);
    draw.stage("kaon response");
    for (int block = 0; block < BLOCKS; block++) {
      truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
      pileUp.fill(truth, draw, beam, intensityMHz, WINDOW_NS, EFFICIENCY, rate, spare);
      look.accept(block);
    }
  }

  private int[] counts(Curve intensityMHz) {
    int[] counts = new int[EVENTS];
    eachBlock(
        intensityMHz,
        block -> {
          for (int j = 0; j < pileUp.n; j++) counts[block * Rows.BLOCK + pileUp.parent[j]]++;
        });
    return counts;
  }

  /// Chi-square of 0, 1, 2, 3 and more: above 28 for one seed in 10^5.
  @Test
  void followsPoissonAtAFixedRate() {
    double mean = 400e-3 * WINDOW_NS * EFFICIENCY;
    Sample number = new Sample();
    double[] observed = new double[5];
    for (int count : counts(TestApparatus.intensityMHz(400, 400))) {
      number.add(count);
      observed[Math.min(4, count)]++;
    }
    double expected = EVENTS * StrictMath.exp(-mean);
    double left = EVENTS;
    double chiSquare = 0;
    for (int k = 0; k < 5; k++) {
      double share = k < 4 ? expected : left;
      chiSquare += (observed[k] - share) * (observed[k] - share) / share;
      left -= share;
      expected *= mean / (k + 1);
    }
    assertThat(chiSquare).isLessThan(28);
    assertThat(number.pull(mean)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(number.pullOfRms(Math.sqrt(mean))).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }

  /// A rate that differs from event to event adds its variance.
  @Test
  void drawsTheRateForEachEvent() {
    double perMHz = 1e-3 * WINDOW_NS * EFFICIENCY;
    Sample number = new Sample();
    for (int count : counts(TestApparatus.intensityMHz(0, 900))) number.add(count);
    double mean = 450 * perMHz;
    double variance = mean + 900 * 900 / 12.0 * perMHz * perMHz;
    assertThat(number.pull(mean)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(number.pullOfRms(Math.sqrt(variance))).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(Math.abs(number.pullOfRms(Math.sqrt(mean)))).isGreaterThan(Sample.SIGMAS);
  }

  @Test
  void isFlatInTimeAndLikeTheBeam() {
    Sample time = new Sample();
    Sample x = new Sample();
    Sample slopeX = new Sample();
    Sample momentum = new Sample();
    eachBlock(
        TestApparatus.intensityMHz(400, 400),
        block -> {
          time.add(pileUp.time, pileUp.n);
          x.add(pileUp.ray.x, pileUp.n);
          slopeX.add(pileUp.ray.slopeX, pileUp.n);
          momentum.add(pileUp.ray.momentum, pileUp.n);
        });
    assertThat(time.distance(t -> Math.clamp(t / WINDOW_NS + 0.5, 0, 1))).isLessThan(Sample.LIMIT);
    assertThat(time.correlation(x)).isCloseTo(0, within(Sample.SIGMAS / Math.sqrt(x.size())));
    assertThat(x.pullOfRms(0.030 / Math.sqrt(2 * 2.3 + 1)))
        .isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(slopeX.pull(TestApparatus.BEAM_SLOPE)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(momentum.pull(TestApparatus.BEAM_GEV)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }

  /// The particles of one event are numbered from 1, in the order of the events.
  @Test
  void numbersTheParticlesOfEachEvent() {
    eachBlock(
        TestApparatus.intensityMHz(900, 900),
        block -> {
          Set<Long> addresses = new HashSet<>();
          for (int j = 0; j < pileUp.n; j++) {
            boolean first = j == 0 || pileUp.parent[j] != pileUp.parent[j - 1];
            assertThat(pileUp.copy[j]).isEqualTo(first ? 1 : pileUp.copy[j - 1] + 1);
            assertThat(pileUp.number(j)).isEqualTo(truth.number(pileUp.parent[j]));
            assertThat(addresses.add(8 * pileUp.number(j) + pileUp.copy[j])).isTrue();
            assertThat(pileUp.copy[j]).isLessThan(8);
          }
        });
  }

  @Test
  void isEmptyWithoutBeam() {
    eachBlock(TestApparatus.intensityMHz(0, 0), block -> assertThat(pileUp.n).isZero());
  }
}
