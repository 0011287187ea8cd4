package org.lacuna.experiment.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Flight;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class VertexTest {
  private static final long SEED = 7;
  private static final int N = Rows.BLOCK;

  private final Measured event = new Measured();
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);

  /// Kaons that decay on their way, and their muons at an angle of 3 to 15 mrad, as if there were
  /// no field. The field then acts on both.
  private void throwDecays(Flight flight) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    truth.number(0, N);
    for (int i = 0; i < N; i++) {
      Ray kaon = truth.kaon;
      kaon.x[i] = (float) random.nextDouble(-0.02, 0.02);
      kaon.y[i] = (float) random.nextDouble(-0.01, 0.01);
      kaon.z[i] = (float) TestApparatus.STATION_M;
      kaon.slopeX[i] = (float) random.nextDouble(1e-3, 1.4e-3);
      kaon.slopeY[i] = (float) random.nextDouble(-2e-4, 2e-4);
      kaon.momentum[i] = (float) random.nextDouble(73, 77);
      truth.decayZ[i] = (float) random.nextDouble(105, 170);
      double path = truth.decayZ[i] - kaon.z[i];
      double angle = random.nextDouble(3e-3, 15e-3);
      double azimuth = random.nextDouble(2 * Math.PI);
      Ray muon = truth.chargedRay;
      muon.x[i] = (float) (kaon.x[i] + kaon.slopeX[i] * path);
      muon.y[i] = (float) (kaon.y[i] + kaon.slopeY[i] * path);
      muon.slopeX[i] = (float) (kaon.slopeX[i] + angle * StrictMath.cos(azimuth));
      muon.slopeY[i] = (float) (kaon.slopeY[i] + angle * StrictMath.sin(azimuth));
      muon.momentum[i] = (float) random.nextDouble(5, 70);
    }
    float[] slopeX = truth.chargedRay.slopeX.clone();
    flight.carry(truth);
    event.sameAs(truth);
    event.track.append(truth.chargedRay, 0, N);
    event.kaon.append(truth.kaon, 0, N);
    straightSlopeX = slopeX;
  }

  private float[] straightSlopeX = {};

  @Test
  void liesWhereStraightLinesCross() {
    throwDecays(new Flight(TestApparatus.noField()));
    new Vertex(TestApparatus.noField()).apply(event);
    for (int i = 0; i < N; i++) {
      assertThat(event.vertexZ[i]).isCloseTo(truth.decayZ[i], within(2e-4f));
      assertThat(event.distance[i]).isCloseTo(0f, within(1e-6f));
      double path = (double) truth.decayZ[i] - truth.kaon.z[i];
      assertThat((double) event.vertexX[i])
          .isCloseTo(truth.kaon.x[i] + truth.kaon.slopeX[i] * path, within(2e-6));
      assertThat((double) event.vertexY[i])
          .isCloseTo(truth.kaon.y[i] + truth.kaon.slopeY[i] * path, within(2e-6));
      assertThat(event.kaonSlopeX[i]).isEqualTo(truth.kaon.slopeX[i]);
      assertThat(event.muonSlopeY[i]).isEqualTo(truth.chargedRay.slopeY[i]);
    }
  }

  /// Skew lines in double precision: the feet of the common perpendicular.
  @Test
  void liesHalfwayBetweenSkewLines() {
    throwDecays(new Flight(TestApparatus.noField()));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + 1);
    for (int i = 0; i < N; i++) {
      event.track.x[i] += (float) random.nextDouble(-0.01, 0.01);
      event.track.y[i] += (float) random.nextDouble(-0.01, 0.01);
    }
    new Vertex(TestApparatus.noField()).apply(event);
    for (int i = 0; i < N; i++) {
      Ray k = event.kaon;
      Ray m = event.track;
      double sx = (double) m.slopeX[i] - k.slopeX[i];
      double sy = (double) m.slopeY[i] - k.slopeY[i];
      double dz = (double) m.z[i] - k.z[i];
      double dx = m.x[i] - k.x[i] - k.slopeX[i] * dz;
      double dy = m.y[i] - k.y[i] - k.slopeY[i] * dz;
      double back = (dx * sx + dy * sy) / (sx * sx + sy * sy);
      double z = m.z[i] - back;
      double xOfMuon = m.x[i] - m.slopeX[i] * back;
      double xOfKaon = k.x[i] + k.slopeX[i] * (z - k.z[i]);
      double yOfMuon = m.y[i] - m.slopeY[i] * back;
      double yOfKaon = k.y[i] + k.slopeY[i] * (z - k.z[i]);
      assertThat((double) event.vertexZ[i]).isCloseTo(z, within(2e-4));
      assertThat((double) event.vertexX[i]).isCloseTo((xOfMuon + xOfKaon) / 2, within(2e-6));
      assertThat((double) event.vertexY[i]).isCloseTo((yOfMuon + yOfKaon) / 2, within(2e-6));
      assertThat((double) event.distance[i])
          .isCloseTo(StrictMath.hypot(xOfMuon - xOfKaon, yOfMuon - yOfKaon), within(1e-6));
    }
  }

  /// What the field has done to kaon and muon is undone: the decay point is found, the particles
  /// meet, and the angle between them is that of the decay. The directions are those at the first
  /// guess of z, up to a metre off, in which the field gives at most 54 keV.
  @Test
  void undoesTheStrayField() {
    throwDecays(new Flight(TestApparatus.field()));
    new Vertex(TestApparatus.field()).apply(event);
    for (int i = 0; i < N; i++) {
      assertThat(event.distance[i]).as("distance of row %s", i).isLessThan(2e-5f);
      assertThat(event.vertexZ[i]).isCloseTo(truth.decayZ[i], within(2e-2f));
      assertThat(event.muonSlopeX[i] - event.kaonSlopeX[i])
          .as("angle of row %s", i)
          .isCloseTo(
              straightSlopeX[i] - truth.kaon.slopeX[i], within(54e-6f / event.track.momentum[i]));
    }
  }

  @Test
  void missesTheDecayWithoutTheField() {
    throwDecays(new Flight(TestApparatus.field()));
    new Vertex(TestApparatus.noField()).apply(event);
    float largest = 0;
    for (int i = 0; i < N; i++) {
      largest = Math.max(largest, Math.abs(event.vertexZ[i] - truth.decayZ[i]));
    }
    assertThat(largest).isGreaterThan(0.1f);
  }

  @Test
  void parallelTracksHaveAVertexOfSomeKind() {
    event.number(0, 1);
    event.track.set(0, 1f);
    event.kaon.set(0, 1f);
    new Vertex(TestApparatus.field()).apply(event);
    assertThat(event.vertexZ[0]).isFinite();
    assertThat(event.distance[0]).isFinite();
  }
}
