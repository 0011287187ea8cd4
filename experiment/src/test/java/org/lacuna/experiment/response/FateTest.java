package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class FateTest {
  private static final int BLOCKS = 50;

  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
  private final Draws draw = new Draws(Role.STUDY, "fate", 1);
  private final Fate fate = new Fate();

  private void block(int number) {
    truth.number((long) number * Rows.BLOCK, Rows.BLOCK);
    Arrays.fill(truth.weight[0], 1f);
    Arrays.fill(truth.margin, 1f);
    draw.stage("draw");
    fate.draw(truth, draw);
  }

  private void lower(float factor) {
    for (int i = 0; i < truth.n; i++) truth.weight[0][i] *= factor;
  }

  /// Two vetoes, one after the other: each has its share of signals, both together the product, and
  /// what has no signal is what an end at once leaves.
  @Test
  void lossesAreIndependentAndTheOthersAreThoseThatGoOn() {
    Sample first = new Sample();
    Sample second = new Sample();
    Sample both = new Sample();
    for (int block = 0; block < BLOCKS; block++) {
      block(block);
      lower(0.3f);
      lower(0.6f);
      fate.end(truth);
      float[] goesOn = truth.margin.clone();
      block(block);
      lower(0.3f);
      fate.note(truth, (row, chance) -> Signal.LAV.bit());
      lower(0.6f);
      fate.note(truth, (row, chance) -> Signal.LKR.bit());
      for (int i = 0; i < truth.n; i++) {
        assertThat(fate.signals(i).isEmpty()).isEqualTo(goesOn[i] > 0);
        first.add(fate.has(Signal.LAV, i) ? 1 : 0);
        second.add(fate.has(Signal.LKR, i) ? 1 : 0);
        both.add(fate.has(Signal.LAV, i) && fate.has(Signal.LKR, i) ? 1 : 0);
      }
    }
    assertThat(first.pull(0.7)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(second.pull(0.4)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(both.pull(0.28)).isCloseTo(0, within(Sample.SIGMAS));
  }

  /// What the decay model does not want has ended before anything could see it.
  @Test
  void anEventThatWasNeverThereHasNoSignal() {
    truth.number(0, Rows.BLOCK);
    Arrays.fill(truth.weight[0], 0.2f);
    Arrays.fill(truth.margin, 1f);
    draw.stage("draw");
    fate.draw(truth, draw);
    fate.end(truth);
    lower(0.5f);
    fate.note(truth, (row, chance) -> Signal.LAV.bit());
    Sample seen = new Sample();
    for (int i = 0; i < truth.n; i++) {
      if (truth.margin[i] > 0) seen.add(fate.has(Signal.LAV, i) ? 1 : 0);
      else assertThat(fate.signals(i)).isEmpty();
    }
    assertThat(seen.pull(0.5)).isCloseTo(0, within(Sample.SIGMAS));
  }

  /// The conditional probability `p_k / (1 − Π (1 − p))` of each, and what is left is uniform.
  @Test
  void oneOfSeveralThingsHasHappened() {
    double[] not = {0.9, 1, 0.5, 0.99};
    double some = 1 - 0.9 * 0.5 * 0.99;
    SplittableRandom random = new SplittableRandom(5);
    Chance chance = new Chance();
    Sample[] happened = {new Sample(), new Sample(), new Sample(), new Sample()};
    Sample left = new Sample();
    for (int event = 0; event < 100_000; event++) {
      chance.start(random.nextDouble());
      int bits = chance.atLeastOne(not, 4);
      assertThat(bits).isNotZero();
      for (int k = 0; k < 4; k++) happened[k].add(bits >> k & 1);
      left.add(chance.left());
    }
    assertThat(happened[0].pull(0.1 / some)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(happened[1].mean()).isZero();
    assertThat(happened[2].pull(0.5 / some)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(happened[3].pull(0.01 / some)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(left.distance(x -> x)).isLessThan(Sample.LIMIT);
  }

  @Test
  void aSurelyLostFactorIsFound() {
    Chance chance = new Chance();
    for (double u : List.of(0.0, 0.3, 0.999)) {
      chance.start(u);
      assertThat(chance.atLeastOne(new double[] {1, 0, 1}, 3)).isEqualTo(2);
      chance.start(u);
      assertThat(chance.atLeastOne(new double[] {0}, 1)).isEqualTo(1);
    }
  }

  @Test
  void aLossShowsByItsShares() {
    Shares shares = new Shares(Map.of(Signal.TRACK, 0.7, Signal.ENERGY, 0.2, Signal.LAV, 0.1));
    SplittableRandom random = new SplittableRandom(6);
    Chance chance = new Chance();
    Sample energy = new Sample();
    Sample lav = new Sample();
    for (int event = 0; event < 50_000; event++) {
      chance.start(random.nextDouble());
      int bit = shares.draw(chance);
      energy.add(bit == Signal.ENERGY.bit() ? 1 : 0);
      lav.add(bit == Signal.LAV.bit() ? 1 : 0);
    }
    assertThat(energy.pull(0.2)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(lav.pull(0.1)).isCloseTo(0, within(Sample.SIGMAS));
  }

  @Test
  void refusesSharesThatAreNotTheWhole() {
    assertThatThrownBy(() -> new Shares(Map.of(Signal.TRACK, 0.7, Signal.LAV, 0.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.79");
    assertThatThrownBy(() -> new Shares(Map.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
