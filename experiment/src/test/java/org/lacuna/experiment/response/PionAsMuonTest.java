package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.response.Efficiency.Factor;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionTriplet;

class PionAsMuonTest {
  private static final long SEED = 20210610;
  private static final float DECAY_M = 120;
  private static final double FIRST_M = 183.5;
  private static final double LAST_M = 219;
  private static final double DETECTOR_M = 246.8;
  private static final double MAGNET_M = 197;
  private static final double KICK_GEV = -0.27;
  private static final Shares MUV3 = Shares.all(Signal.MUV3);
  private static final Efficiency BLIND_RICH = new Efficiency(List.of());

  private final Truth truth = new Truth(new PionTriplet(), 1);

  /// A block of equal pions through `pion`.
  private void pass(PionAsMuon pion, float momentumGeV, int candidates) {
    truth.number(0, Rows.BLOCK);
    Ray ray = truth.chargedRay;
    for (int i = 0; i < truth.n; i++) ray.set(i, 0);
    Arrays.fill(ray.momentum, momentumGeV);
    Arrays.fill(ray.z, DECAY_M);
    Arrays.fill(truth.decayZ, DECAY_M);
    Arrays.fill(truth.weight[0], 1f);
    Draws draw = new Draws(Role.STUDY, "pions", SEED);
    draw.stage("pion as muon");
    pion.apply(truth, draw, candidates);
  }

  private static PionAsMuon pion(double punchThrough, Efficiency rich) {
    return pion(0, punchThrough, rich);
  }

  private static PionAsMuon pion(double kinkKept, double punchThrough, Efficiency rich) {
    return new PionAsMuon(
        FIRST_M, LAST_M, DETECTOR_M, MAGNET_M, KICK_GEV, kinkKept, punchThrough, rich, MUV3);
  }

  private static double decayed(double toM, double momentumGeV) {
    return -StrictMath.expm1(-(toM - DECAY_M) / Particle.PION.decayLengthM(momentumGeV));
  }

  @Test
  void weighsTheWaysTogether() {
    pass(pion(0.005, BLIND_RICH), 20, 1);
    double early = decayed(FIRST_M, 20);
    double late = decayed(DETECTOR_M, 20) - decayed(LAST_M, 20);
    double through = 0.005 * (1 - decayed(DETECTOR_M, 20));
    assertThat((double) truth.weight[0][7]).isCloseTo(early + late + through, within(1e-6));
    pass(pion(0.005, BLIND_RICH), 20, 2);
    assertThat((double) truth.weight[0][7]).isCloseTo(2 * (early + late + through), within(2e-6));
  }

  @Test
  void theRichTellsWhatIsStillAPion() {
    Efficiency rich =
        new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0.01)));
    pass(pion(1, rich), 20, 1);
    double early = decayed(FIRST_M, 20);
    double rest = 1 - decayed(LAST_M, 20);
    assertThat((double) truth.weight[0][7]).isCloseTo(early + 0.01 * rest, within(1e-6));
  }

  /// With a RICH that lets no pion pass all are muons of early decays.
  @Test
  void earlyDecaysHaveTheKinematicsOfTwoBodies() {
    pass(
        pion(0, new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0)))),
        20,
        1);
    Ray ray = truth.chargedRay;
    double pion = Particle.PION.massGeV();
    double muon = Particle.MUON.massGeV();
    double least = 20 * muon * muon / (pion * pion);
    double sum = 0;
    for (int i = 0; i < truth.n; i++) {
      double p = ray.momentum[i];
      assertThat(p).isBetween(least - 0.01, 20.01);
      sum += p;
      // Invariant mass of muon and neutrino: the neutrino takes what is left.
      double angle = StrictMath.hypot(ray.slopeX[i], ray.slopeY[i]);
      double across = p * angle / Math.sqrt(1 + angle * angle);
      double along = p / Math.sqrt(1 + angle * angle);
      double neutrino = StrictMath.hypot(20 - along, across);
      double energy = Math.sqrt(p * p + muon * muon) + neutrino;
      assertThat(energy).isCloseTo(Math.sqrt(400 + pion * pion), within(2e-6));
    }
    // Flat in the energy: the mean lies in the middle, to five standard errors.
    double width = (20 - least) / Math.sqrt(12.0 * truth.n);
    assertThat(sum / truth.n).isCloseTo((20 + least) / 2, within(5 * width));
  }

  /// Drawn back to the decay of the kaon, the line of the muon misses it by angle times path.
  @Test
  void theMuonStartsWhereThePionDecays() {
    pass(
        pion(0, new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0)))),
        20,
        1);
    Ray ray = truth.chargedRay;
    double length = Particle.PION.decayLengthM(20);
    double most = FIRST_M - DECAY_M;
    double sum = 0;
    for (int i = 0; i < truth.n; i++) {
      assertThat(ray.z[i]).isEqualTo(DECAY_M);
      double path = -ray.x[i] / ray.slopeX[i];
      assertThat(path).isBetween(-1e-3, most * 1.001);
      assertThat(-(double) ray.y[i] / ray.slopeY[i]).isCloseTo(path, within(1e-2));
      sum += path;
    }
    double mean = length - most / StrictMath.expm1(most / length);
    assertThat(sum / truth.n).isCloseTo(mean, within(5 * most / Math.sqrt(12.0 * truth.n)));
  }

  @Test
  void aPionThatGetsThroughKeepsItsTrack() {
    pass(pion(1, BLIND_RICH), 2000, 1);
    int kept = 0;
    for (int i = 0; i < truth.n; i++) kept += truth.chargedRay.momentum[i] == 2000 ? 1 : 0;
    assertThat(kept).isGreaterThan(truth.n * 99 / 100);
  }

  @Test
  void aKinkCountsWithTheProbabilityToBeOverlooked() {
    pass(
        pion(0.1, 0, new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0)))),
        20,
        1);
    double early = decayed(FIRST_M, 20);
    double between = decayed(LAST_M, 20) - early;
    assertThat((double) truth.weight[0][7]).isCloseTo(early + 0.1 * between, within(1e-6));
  }

  /// Kinks leave the direction before the magnet, and change 1/p by what the magnet does in
  /// addition: the horizontal angle of the decay over the kick, flat between its ends if the
  /// azimuth and the angle are what they are in a decay of two bodies.
  @Test
  void aKinkIsTakenForAPartOfTheBend() {
    pass(
        pion(1, 0, new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0)))),
        20,
        1);
    Ray ray = truth.chargedRay;
    double muon2 = Particle.MUON.massGeV() * Particle.MUON.massGeV();
    double pion2 = Particle.PION.massGeV() * Particle.PION.massGeV();
    double slowest = 20 * muon2 / pion2;
    double most = (pion2 - muon2) / (2 * Math.sqrt(pion2)) / 0.27;
    int kinks = 0;
    int beforeMagnet = 0;
    for (int i = 0; i < truth.n; i++) {
      if (ray.slopeX[i] != 0 || ray.slopeY[i] != 0) continue;
      kinks++;
      double p = ray.momentum[i];
      // A muon of the slowest kind, or the pion itself, with the largest angle there is.
      assertThat(1 / p).isBetween((1 - 1.4 * most) / 20, (1 + most) / slowest);
      beforeMagnet += p < 20 / (1 + 1.4 * most) ? 1 : 0;
    }
    double first = decayed(FIRST_M, 20);
    double expected = (decayed(LAST_M, 20) - first) / decayed(LAST_M, 20);
    double error = Math.sqrt(expected * (1 - expected) / truth.n);
    assertThat((double) kinks / truth.n).isCloseTo(expected, within(5 * error));
    assertThat(beforeMagnet).isPositive();
  }

  @Test
  void theMomentumOfAKinkIsUnbiasedBehindTheMagnet() {
    // All kinks lie behind a magnet that stands right behind the first chamber.
    pass(
        new PionAsMuon(
            FIRST_M,
            LAST_M,
            DETECTOR_M,
            FIRST_M + 1e-3,
            KICK_GEV,
            1,
            0,
            new Efficiency(List.of(new Factor("RICH", Shares.all(Signal.RICH), _ -> 0))),
            MUV3),
        20,
        1);
    Ray ray = truth.chargedRay;
    double sum = 0;
    double squares = 0;
    int kinks = 0;
    for (int i = 0; i < truth.n; i++) {
      if (ray.slopeX[i] != 0) continue;
      double change = 20 / ray.momentum[i] - 1;
      sum += change;
      squares += change * change;
      kinks++;
    }
    assertThat(kinks).isGreaterThan(200);
    double rms = Math.sqrt(squares / kinks);
    assertThat(sum / kinks).isCloseTo(0, within(5 * rms / Math.sqrt((double) kinks)));
    // Horizontal angle times momentum over the kick: its mean square is that of p* sin cos with the
    // momentum of the muon, which is 0.79 of that of the pion on average.
    double transverse = 0.0298 * Math.sqrt(1.0 / 3) / 0.27 / 0.78;
    assertThat(rms).isCloseTo(transverse, within(0.1 * transverse));
  }

  @Test
  void refusesDetectorsOutOfOrderAndWhatIsNoProbability() {
    assertThatThrownBy(() ->
            new PionAsMuon(LAST_M, FIRST_M, DETECTOR_M, MAGNET_M, KICK_GEV, 0, 0, BLIND_RICH, MUV3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order");
    assertThatThrownBy(() -> pion(-0.1, BLIND_RICH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.1");
    assertThatThrownBy(() -> pion(1.1, 0, BLIND_RICH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kink")
        .hasMessageContaining("1.1");
  }
}
