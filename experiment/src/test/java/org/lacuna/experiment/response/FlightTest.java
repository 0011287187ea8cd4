package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Constants;
import org.lacuna.physics.particle.Particle;

/// The flight to first order in the field against the equation of motion, `dp/dz = k (v x B)/v_z`,
/// integrated in double precision by the method of Runge and Kutta.
class FlightTest {
  private static final long SEED = 4;
  private static final int ROWS = 200;
  private static final double STATION_M = 102.4;
  private static final double CHAMBER_M = 183.5;
  private static final double[] Z_M = {104, 115, 130, 150, 183};
  private static final double[] BX_TESLA = {-120e-6, 180e-6, -10e-6, 60e-6, 10e-6};
  private static final double[] BY_TESLA = {-50e-6, -100e-6, -30e-6, -60e-6, -10e-6};

  /// The field shifts by up to 5 mm and turns by 0.1 mrad; to first order both are wrong by the
  /// square of an angle of 14 mrad, and single precision loses as much.
  private static final double PLACE_M = 2e-6;

  private static final double SLOPE = 5e-8;

  private final StrayField field = new StrayField(STATION_M, CHAMBER_M, Z_M, BX_TESLA, BY_TESLA);
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);

  /// State of a particle of fixed momentum at a given z.
  private record State(double x, double y, double px, double py) {
    State plus(double step, State change) {
      return new State(
          x + step * change.x, y + step * change.y, px + step * change.px, py + step * change.py);
    }

    double along(double momentum) {
      return Math.sqrt(momentum * momentum - px * px - py * py);
    }
  }

  private static State change(State s, double z, double momentum, int charge) {
    double along = s.along(momentum);
    double k = charge * Constants.SPEED_OF_LIGHT_M_PER_NS;
    return new State(s.px / along, s.py / along, -k * field(BY_TESLA, z), k * field(BX_TESLA, z));
  }

  private static double field(double[] knots, double z) {
    if (z < Z_M[0] || z > Z_M[Z_M.length - 1]) return 0;
    int k = 0;
    while (k < Z_M.length - 2 && z > Z_M[k + 1]) k++;
    return knots[k] + (z - Z_M[k]) / (Z_M[k + 1] - Z_M[k]) * (knots[k + 1] - knots[k]);
  }

  private static State fly(State start, double from, double to, double momentum, int charge) {
    int steps = 2000;
    double h = (to - from) / steps;
    State s = start;
    for (int i = 0; i < steps; i++) {
      double z = from + i * h;
      State a = change(s, z, momentum, charge);
      State b = change(s.plus(h / 2, a), z + h / 2, momentum, charge);
      State c = change(s.plus(h / 2, b), z + h / 2, momentum, charge);
      State d = change(s.plus(h, c), z + h, momentum, charge);
      s = s.plus(h / 6, a).plus(h / 3, b).plus(h / 3, c).plus(h / 6, d);
    }
    return s;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void followsTheEquationOfMotion(int charge) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    truth.number(0, ROWS);
    for (int i = 0; i < ROWS; i++) throwDecay(i, random);
    Ray muon = truth.chargedRay;
    State[] expected = new State[ROWS];
    for (int i = 0; i < ROWS; i++) expected[i] = kaonThenMuon(muon, i, charge);
    new Flight(field).carry(truth, truth.chargedRay, charge);
    double largest = 0;
    for (int i = 0; i < ROWS; i++) {
      double along = expected[i].along(muon.momentum[i]);
      assertThat(muon.z[i]).isEqualTo((float) CHAMBER_M);
      assertThat((double) muon.x[i]).as("x %s", i).isCloseTo(expected[i].x, within(PLACE_M));
      assertThat((double) muon.y[i]).as("y %s", i).isCloseTo(expected[i].y, within(PLACE_M));
      assertThat((double) muon.slopeX[i])
          .as("dx/dz %s", i)
          .isCloseTo(expected[i].px / along, within(SLOPE));
      assertThat((double) muon.slopeY[i])
          .as("dy/dz %s", i)
          .isCloseTo(expected[i].py / along, within(SLOPE));
      largest = Math.max(largest, Math.abs(expected[i].px));
    }
    assertThat(largest).isGreaterThan(0.1);
  }

  /// A kaon at the station, and its muon as if there were no field.
  private void throwDecay(int i, RandomGenerator random) {
    Ray kaon = truth.kaon;
    kaon.x[i] = (float) random.nextDouble(-0.02, 0.02);
    kaon.y[i] = (float) random.nextDouble(-0.01, 0.01);
    kaon.z[i] = (float) STATION_M;
    kaon.slopeX[i] = (float) random.nextDouble(1e-3, 1.4e-3);
    kaon.slopeY[i] = (float) random.nextDouble(-2e-4, 2e-4);
    kaon.momentum[i] = (float) random.nextDouble(73, 77);
    truth.decayZ[i] = (float) random.nextDouble(105, 180);
    double path = truth.decayZ[i] - kaon.z[i];
    truth.chargedRay.x[i] = (float) (kaon.x[i] + kaon.slopeX[i] * path);
    truth.chargedRay.y[i] = (float) (kaon.y[i] + kaon.slopeY[i] * path);
    truth.chargedRay.z[i] = truth.decayZ[i];
    truth.chargedRay.slopeX[i] = (float) random.nextDouble(-0.01, 0.01);
    truth.chargedRay.slopeY[i] = (float) random.nextDouble(-0.01, 0.01);
    truth.chargedRay.momentum[i] = (float) random.nextDouble(5, 70);
  }

  /// The kaon flies to its decay; the muon starts where it ends, turned as the kaon has been.
  private State kaonThenMuon(Ray muon, int i, int charge) {
    Ray kaon = truth.kaon;
    double p = kaon.momentum[i];
    double stretch = stretch(kaon.slopeX[i], kaon.slopeY[i]);
    State start =
        new State(kaon.x[i], kaon.y[i], p * kaon.slopeX[i] / stretch, p * kaon.slopeY[i] / stretch);
    State decay = fly(start, STATION_M, truth.decayZ[i], p, 1);
    double turnX = decay.px / decay.along(p) - kaon.slopeX[i];
    double turnY = decay.py / decay.along(p) - kaon.slopeY[i];
    double slopeX = muon.slopeX[i] + turnX;
    double slopeY = muon.slopeY[i] + turnY;
    double q = muon.momentum[i];
    double muonStretch = stretch(slopeX, slopeY);
    return fly(
        new State(decay.x, decay.y, q * slopeX / muonStretch, q * slopeY / muonStretch),
        truth.decayZ[i],
        CHAMBER_M,
        q,
        charge);
  }

  private static double stretch(double slopeX, double slopeY) {
    return Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
  }

  @Test
  void isStraightWithoutField() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    truth.number(0, 1);
    throwDecay(0, random);
    Ray muon = truth.chargedRay;
    float path = (float) CHAMBER_M - truth.decayZ[0];
    float x = Math.fma(muon.slopeX[0], path, muon.x[0]);
    float slope = muon.slopeX[0];
    new Flight(TestApparatus.noField()).carry(truth);
    assertThat(muon.x[0]).isEqualTo(x);
    assertThat(muon.slopeX[0]).isEqualTo(slope);
  }
}
