package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class MuonResponseTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 8;

  private final Spectrometer spectrometer = TestApparatus.spectrometer(0.064);
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
  private final Measured seen = new Measured();
  private final Draws draw = new Draws(Role.STUDY, "muon", SEED);

  @BeforeEach
  void muonsOfAllMomenta() {
    draw.stage("muon response");
    Ray ray = truth.chargedRay;
    for (int i = 0; i < Rows.BLOCK; i++) {
      ray.x[i] = 0.3f;
      ray.y[i] = -0.2f;
      ray.z[i] = 183.5f;
      ray.slopeX[i] = 5e-3f;
      ray.slopeY[i] = -3e-3f;
      ray.momentum[i] = 5 + 65f * i / Rows.BLOCK;
    }
  }

  private void measure(MuonResponse response, int block) {
    truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
    seen.sameAs(truth);
    response.measure(truth, seen, draw, spectrometer);
  }

  private static double normal(double sigmas) {
    return 0.5 * (1 + Erf.erf(sigmas / Math.sqrt(2)));
  }

  /// All eight errors are divided by what they should be, with sigma_p/p and sigma_slope at the
  /// true momentum; what comes out is normal and uncorrelated.
  @Test
  void smearsEachQuantityByItsOwnNormalError() {
    List<Sample> pulls = Stream.generate(Sample::new).limit(8).toList();
    MuonResponse response = new MuonResponse(TestApparatus.resolution(), 0.07, 0.5, 3, 0.1);
    for (int block = 0; block < BLOCKS; block++) {
      measure(response, block);
      for (int i = 0; i < seen.n; i++) {
        double p = truth.chargedRay.momentum[i];
        double sigmaP = p * Math.sqrt(3e-3 * 3e-3 + 5e-5 * p * 5e-5 * p);
        double sigmaSlope = Math.sqrt(16e-6 * 16e-6 + 0.72e-3 / p * 0.72e-3 / p);
        pulls.get(0).add((seen.track.momentum[i] - p) / sigmaP);
        pulls.get(1).add((seen.track.slopeX[i] - 5e-3) / sigmaSlope);
        pulls.get(2).add((seen.track.slopeY[i] + 3e-3) / sigmaSlope);
        pulls.get(3).add((seen.track.x[i] - 0.3) / 1e-4);
        pulls.get(4).add((seen.track.y[i] + 0.2) / 1e-4);
        pulls.get(5).add(seen.ktagTime[i] / 0.07);
        pulls.get(6).add(seen.muv3Time[i] / 0.5);
        pulls.get(7).add((seen.calorimeterEnergy[i] - 3) / 0.1);
      }
    }
    List<Double> correlations = new ArrayList<>();
    for (int k = 0; k < pulls.size(); k++) {
      assertThat(pulls.get(k).distance(MuonResponseTest::normal))
          .as("pull %s", k)
          .isLessThan(Sample.LIMIT);
      assertThat(pulls.get(k).pullOfRms(1))
          .as("width of pull %s", k)
          .isBetween(-Sample.SIGMAS, Sample.SIGMAS);
      for (int other = 0; other < k; other++) {
        correlations.add(pulls.get(k).correlation(pulls.get(other)));
      }
    }
    double error = 1 / Math.sqrt(pulls.getFirst().size());
    assertThat(correlations)
        .allSatisfy(rho -> assertThat(rho).isCloseTo(0, within(Sample.SIGMAS * error)));
  }

  @Test
  void measuresTheTruthWithoutErrors() {
    measure(TestApparatus.exactMuon(), 0);
    Ray ray = truth.chargedRay;
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.track.x[i]).isEqualTo(ray.x[i]);
      assertThat(seen.track.y[i]).isEqualTo(ray.y[i]);
      assertThat(seen.track.z[i]).isEqualTo(ray.z[i]);
      assertThat(seen.track.slopeX[i]).isEqualTo(ray.slopeX[i]);
      assertThat(seen.track.slopeY[i]).isEqualTo(ray.slopeY[i]);
      assertThat(seen.track.momentum[i]).isEqualTo(ray.momentum[i]);
      assertThat(seen.ktagTime[i]).isZero();
      assertThat(seen.muv3Time[i]).isZero();
      assertThat(seen.calorimeterEnergy[i]).isEqualTo(0.55f);
      assertThat(seen.charge[i]).isEqualTo(1f);
    }
  }

  @Test
  void bendsTheMeasuredTrack() {
    measure(TestApparatus.muon(), 0);
    Ray expected = new Ray(Rows.BLOCK);
    spectrometer.bend(seen.track, expected, 1, seen.n);
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.after.slopeX[i]).isEqualTo(expected.slopeX[i]);
      assertThat(seen.after.x[i]).isEqualTo(expected.x[i]);
    }
  }

  @Test
  void energyIsNeverNegative() {
    measure(new MuonResponse(new TrackResolution(0, 0, 0, 0, 0), 0, 0, 0.1, 0.3), 0);
    int none = 0;
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.calorimeterEnergy[i]).isNotNegative();
      none += seen.calorimeterEnergy[i] == 0 ? 1 : 0;
    }
    double expected = seen.n * normal(-1 / 3.0);
    assertThat((double) none).isCloseTo(expected, within(Sample.SIGMAS * Math.sqrt(expected)));
  }
}
