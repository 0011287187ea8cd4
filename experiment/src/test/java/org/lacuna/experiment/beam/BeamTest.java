package org.lacuna.experiment.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// The beam as published: what its generator throws against the distributions it is meant to have.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeamTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 16;
  private static final double HALF_X_M = 30.4e-3;
  private static final double HALF_Y_M = 13.5e-3;
  private static final double SHAPE_X = 2.28;
  private static final double SHAPE_Y = 2.44;
  private static final double MOMENTUM_GEV = 75;
  private static final double SIGMA_GEV = 0.0107 * 75;
  private static final double CUT = 2.2;
  private static final double SLOPE = 1.2e-3;
  private static final double CONVERGENCE_PER_M = -5.53e-3;
  private static final double SPREAD_X = 0.083e-3;
  private static final double SPREAD_Y = 0.103e-3;
  private static final double KAONS = 0.06;
  private static final double STATION_M = 102.4;
  private static final double START_M = 105;
  private static final double END_M = 180;
  private static final Curve MOMENTUM = Beam.truncatedNormal(MOMENTUM_GEV, SIGMA_GEV, CUT);
  private static final Curve SPOT_X = Beam.spot(HALF_X_M, SHAPE_X);
  private static final Curve SPOT_Y = Beam.spot(HALF_Y_M, SHAPE_Y);

  private final Sample x = new Sample();
  private final Sample y = new Sample();
  private final Sample slopeX = new Sample();
  private final Sample slopeY = new Sample();
  private final Sample momentum = new Sample();
  private final Sample decayed = new Sample();
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 2);

  private static Beam beam(Curve momentumGeV, double startM, double endM) {
    return new Beam(
        momentumGeV,
        0,
        0,
        SPOT_X,
        SPOT_Y,
        SLOPE,
        CONVERGENCE_PER_M,
        SPREAD_X,
        SPREAD_Y,
        STATION_M,
        startM,
        endM,
        KAONS);
  }

  @BeforeAll
  void throwKaons() {
    Beam beam = beam(MOMENTUM, START_M, END_M);
    Draws draw = new Draws(Role.STUDY, "beam", SEED);
    draw.stage("beam");
    for (int block = 0; block < BLOCKS; block++) {
      truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
      Arrays.fill(truth.margin, Float.NaN);
      beam.kaons(truth, draw);
      x.add(truth.kaon.x, truth.n);
      y.add(truth.kaon.y, truth.n);
      slopeX.add(truth.kaon.slopeX, truth.n);
      slopeY.add(truth.kaon.slopeY, truth.n);
      momentum.add(truth.kaon.momentum, truth.n);
      for (int i = 0; i < truth.n; i++) {
        decayed.add(fractionDecayed(truth.decayZ[i], truth.kaon.momentum[i]));
      }
    }
  }

  /// Of the decays of kaons with this momentum within the fiducial volume, the share before z.
  private static double fractionDecayed(double z, double momentumGeV) {
    double length = Particle.KAON.decayLengthM(momentumGeV);
    return StrictMath.expm1(-(z - START_M) / length)
        / StrictMath.expm1(-(END_M - START_M) / length);
  }

  @Test
  void decaysExponentiallyWithTheLengthOfItsOwnMomentum() {
    assertThat(decayed.distance(u -> u)).isLessThan(Sample.LIMIT);
  }

  @Test
  void drawsTheSpotFromBetaDistributions() {
    assertThat(x.distance(at -> beta(at / HALF_X_M, SHAPE_X))).isLessThan(Sample.LIMIT);
    assertThat(y.distance(at -> beta(at / HALF_Y_M, SHAPE_Y))).isLessThan(Sample.LIMIT);
    assertThat(x.pull(0)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(x.pullOfRms(HALF_X_M / Math.sqrt(2 * SHAPE_X + 1)))
        .isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(x.correlation(y)).isCloseTo(0, within(Sample.SIGMAS / Math.sqrt(x.size())));
  }

  private static double beta(double ofHalf, double shape) {
    return Beta.regularizedBeta((1 + ofHalf) / 2, shape, shape);
  }

  /// In the data: 12.9 and 5.6 mm, 0.110 and 0.103 mrad, correlation -0.65 horizontally.
  @Test
  void hasThePublishedMoments() {
    assertThat(x.rms()).isCloseTo(12.9e-3, within(0.1e-3));
    assertThat(y.rms()).isCloseTo(5.6e-3, within(0.05e-3));
    assertThat(slopeX.rms()).isCloseTo(0.110e-3, within(0.001e-3));
    assertThat(slopeY.rms()).isCloseTo(0.103e-3, within(0.001e-3));
    assertThat(x.correlation(slopeX)).isCloseTo(-0.65, within(0.01));
    assertThat(x.moment(4) / StrictMath.pow(x.rms(), 4)).isCloseTo(2.2, within(0.05));
    assertThat(momentum.rms()).isCloseTo(0.98e-2 * MOMENTUM_GEV, within(0.005 * MOMENTUM_GEV));
  }

  @Test
  void converges() {
    Sample rest = new Sample();
    Beam beam = beam(MOMENTUM, START_M, END_M);
    Draws draw = new Draws(Role.STUDY, "beam", SEED);
    draw.stage("beam");
    truth.number(0, Rows.BLOCK);
    beam.kaons(truth, draw);
    for (int i = 0; i < truth.n; i++) {
      rest.add(truth.kaon.slopeX[i] - SLOPE - CONVERGENCE_PER_M * truth.kaon.x[i]);
    }
    assertThat(rest.distance(d -> normal(d / SPREAD_X))).isLessThan(Sample.LIMIT);
    assertThat(slopeY.distance(d -> normal(d / SPREAD_Y))).isLessThan(Sample.LIMIT);
    double meanSlope = slopeX.pull(SLOPE);
    assertThat(meanSlope).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }

  /// 75 m of 564 m, which grows with the momentum: its spread moves the average by 10⁻⁴.
  @Test
  void knowsHowManyOfItsParticlesDecayInTheFiducialVolume() {
    double lengthM = Particle.KAON.decayLengthM(75);
    assertThat(beam(MOMENTUM, START_M, END_M).decays())
        .isCloseTo(-KAONS * StrictMath.expm1(-(END_M - START_M) / lengthM), withinPercentage(0.05));
  }

  /// A beam beside the axis is the same beam, shifted.
  @Test
  void standsWhereItsCentreIs() {
    Draws draw = new Draws(Role.STUDY, "beam", SEED);
    draw.stage("beam");
    Beam centred = beam(MOMENTUM, START_M, END_M);
    truth.number(0, Rows.BLOCK);
    centred.kaons(truth, draw);
    float[] x = Arrays.copyOf(truth.kaon.x, truth.n);
    float[] y = Arrays.copyOf(truth.kaon.y, truth.n);
    float[] slope = Arrays.copyOf(truth.kaon.slopeX, truth.n);
    new Beam(
            MOMENTUM,
            1e-3,
            -2e-3,
            SPOT_X,
            SPOT_Y,
            SLOPE,
            CONVERGENCE_PER_M,
            SPREAD_X,
            SPREAD_Y,
            STATION_M,
            START_M,
            END_M,
            KAONS)
        .kaons(truth, draw);
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.kaon.x[i]).isEqualTo(x[i] + 1e-3f);
      assertThat(truth.kaon.y[i]).isEqualTo(y[i] - 2e-3f);
      assertThat(truth.kaon.slopeX[i]).isEqualTo(slope[i]);
    }
  }

  private static double normal(double sigmas) {
    return 0.5 * (1 + Erf.erf(sigmas / Math.sqrt(2)));
  }

  @Test
  void redrawsMomentaBeyondTheCut() {
    double inside = normal(CUT) - normal(-CUT);
    assertThat(
            momentum.distance(
                p -> (normal((p - MOMENTUM_GEV) / SIGMA_GEV) - normal(-CUT)) / inside))
        .isLessThan(Sample.LIMIT);
    assertThat(momentum.correlation(x)).isCloseTo(0, within(Sample.SIGMAS / Math.sqrt(x.size())));
  }

  @Test
  void startsEveryBlockAfresh() {
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.margin[i]).isEqualTo(1f);
      assertThat(truth.weight[0][i]).isEqualTo(1f);
      assertThat(truth.weight[1][i]).isEqualTo(1f);
      assertThat(truth.kaon.z[i]).isEqualTo((float) STATION_M);
      assertThat(truth.decayZ[i]).isBetween((float) START_M, (float) END_M);
    }
  }

  @Test
  void refusesAFiducialVolumeThatIsNone() {
    assertThatThrownBy(() -> beam(MOMENTUM, 100, 180))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("102.4");
    assertThatThrownBy(() -> beam(MOMENTUM, 180, 105)).hasMessageContaining("105");
  }

  @Test
  void refusesAFiducialVolumeOfManyDecayLengths() {
    assertThatThrownBy(() -> beam(Beam.truncatedNormal(20, 0.2, 2), 105, 180))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decay lengths")
        .hasMessageContaining("19.6");
  }
}
