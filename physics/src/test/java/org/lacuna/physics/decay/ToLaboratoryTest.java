package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.particle.Particle;

class ToLaboratoryTest {
  private static final double KAON = Particle.KAON.massGeV();
  private static final double MUON = Particle.MUON.massGeV();

  private final LeptonNeutral model = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);
  private final Truth truth = new Truth(model, 1);
  private final Draws draw = new Draws(Role.STUDY, "munu", 1);

  @BeforeEach
  void decayInFlight() {
    truth.number(0, Rows.BLOCK);
    for (int i = 0; i < truth.n; i++) {
      truth.kaon.x[i] = 0.01f;
      truth.kaon.y[i] = -0.005f;
      truth.kaon.z[i] = 102.4f;
      truth.kaon.slopeX[i] = 1.2e-3f;
      truth.kaon.slopeY[i] = -0.1e-3f;
      truth.kaon.momentum[i] = 74f + i * 1e-3f;
      truth.decayZ[i] = 140f;
    }
    Arrays.fill(truth.charged.x, 0f);
    Arrays.fill(truth.charged.y, 0f);
    draw.stage("decay");
    model.decay(truth, draw);
    draw.stage("to laboratory");
    ToLaboratory.apply(truth, draw);
  }

  /// The neutrino takes what the kaon has and the muon has not: its mass must be zero. In single
  /// precision the squares of 75 GeV leave 75² · 10⁻⁷.
  @Test
  void keepsFourMomentum() {
    for (int i = 0; i < truth.n; i++) {
      FourVector missing = vector(truth.kaon, i, KAON).minus(vector(truth.chargedRay, i, MUON));
      assertThat(missing.massSquaredGeV2()).isCloseTo(0, within(2e-3));
    }
  }

  /// The cosine against the flight of the kaon is flat: 2048 of them, Kolmogorov-Smirnov at 5·10⁻⁴.
  @Test
  void drawsAllDirections() {
    double[] cosine = new double[truth.n];
    for (int i = 0; i < truth.n; i++) {
      FourVector kaon = vector(truth.kaon, i, KAON);
      FourVector muon = vector(truth.chargedRay, i, MUON);
      double energy = kaon.dot(muon) / KAON;
      double p = (KAON * KAON - MUON * MUON) / (2 * KAON);
      double gamma = kaon.energyGeV() / KAON;
      double beta = kaon.momentumGeV() / kaon.energyGeV();
      cosine[i] = (muon.energyGeV() / gamma - energy) / (beta * p);
    }
    Arrays.sort(cosine);
    double distance = 0;
    for (int i = 0; i < truth.n; i++) {
      distance = Math.max(distance, Math.abs((cosine[i] + 1) / 2 - (i + 0.5) / truth.n));
    }
    assertThat(distance * Math.sqrt(truth.n)).isLessThan(2.04);
    assertThat(cosine[0]).isLessThan(-0.99);
    assertThat(cosine[truth.n - 1]).isGreaterThan(0.99);
  }

  @Test
  void startsDaughtersWhereTheKaonDecays() {
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.chargedRay.x[i]).isCloseTo(0.01f + 1.2e-3f * 37.6f, within(1e-6f));
      assertThat(truth.chargedRay.y[i]).isCloseTo(-0.005f - 0.1e-3f * 37.6f, within(1e-6f));
      assertThat(truth.chargedRay.z[i]).isEqualTo(140f);
    }
  }

  private static FourVector vector(Ray ray, int i, double massGeV) {
    double sx = ray.slopeX[i];
    double sy = ray.slopeY[i];
    double along = ray.momentum[i] / Math.sqrt(1 + sx * sx + sy * sy);
    return FourVector.ofMass(massGeV, sx * along, sy * along, along);
  }
}
