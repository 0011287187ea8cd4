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
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class FarScatteringTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 500;
  private static final double EVENTS = (double) BLOCKS * Rows.BLOCK;
  private static final float MOMENTUM_GEV = 20;
  private static final float SLOPE = 0.003f;

  /// Angles of all particles that are turned, horizontally and vertically.
  private static final class Turned {
    int number;
    double sumX;
    double sumY;
    double sumSquares;
    int beyond;
    double weightBeyond;
    double squaresBeyond;
  }

  private static Turned turned(FarScattering layer, double angle) {
    Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
    Draws draw = new Draws(Role.STUDY, "scattering", SEED);
    draw.stage("far scattering");
    Ray ray = truth.chargedRay;
    Turned turned = new Turned();
    for (int block = 0; block < BLOCKS; block++) {
      truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
      Arrays.fill(ray.momentum, MOMENTUM_GEV);
      Arrays.fill(ray.slopeX, SLOPE);
      Arrays.fill(ray.slopeY, -SLOPE);
      Arrays.fill(truth.weight[0], 1f);
      layer.turn(truth, ray, draw);
      for (int i = 0; i < truth.n; i++) {
        double x = ray.slopeX[i] - SLOPE;
        double y = ray.slopeY[i] + SLOPE;
        if (x == 0 && y == 0) continue;
        turned.number++;
        turned.sumX += x;
        turned.sumY += y;
        turned.sumSquares += x * x + y * y;
        if (!(StrictMath.hypot(x, y) > angle)) continue;
        turned.beyond++;
        double weight = truth.weight[0][i];
        turned.weightBeyond += weight;
        turned.squaresBeyond += weight * weight;
      }
    }
    return turned;
  }

  /// Five standard deviations of a Poisson number.
  private static void assertCount(int count, double expected) {
    assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  @Test
  void coulombScatteringFallsWithTheFourthPowerOfTheAngle() {
    double strengthGeV = 0.3e-3;
    double angle = 20 * strengthGeV / MOMENTUM_GEV;
    // The form factor is one at these angles to 10⁻⁵.
    Turned turned = turned(FarScattering.coulomb("wall", strengthGeV, 2, 0.02), angle);
    assertCount(turned.number, 0.02 * EVENTS);
    assertCount(turned.beyond, EVENTS / 400);
  }

  @Test
  void theSizeOfTheNucleusEndsTheTail() {
    double strengthGeV = 0.3e-3;
    double scaleGeV = 0.02;
    Turned sharp = turned(FarScattering.coulomb("wall", strengthGeV, scaleGeV, 0.02), 0.04 / 20);
    Turned point = turned(FarScattering.coulomb("wall", strengthGeV, 100, 0.02), 0.04 / 20);
    // Of q > 2 q₀ a share of 2 ∫₂ e^(−t²) t⁻³ dt·4 = 0.0051 is left.
    assertCount(point.beyond, EVENTS * 5.625e-5);
    assertThat(sharp.beyond).isLessThan(point.beyond / 20);
  }

  @Test
  void nucleiTakeAMeanSquareOfTheirScale() {
    Turned turned = turned(FarScattering.nuclear("wall", 0.01, 0.1), 0);
    assertCount(turned.number, 0.01 * EVENTS);
    double meanSquare = turned.sumSquares / turned.number * MOMENTUM_GEV * MOMENTUM_GEV;
    assertThat(meanSquare).isCloseTo(0.01, within(5 * 0.01 / Math.sqrt(turned.number)));
  }

  /// What is drawn and what is forced have the same tail, of which the forced one has more events.
  @Test
  void forcedScatteringHasTheTailOfTheDrawn() {
    double angle = 12e-3 / MOMENTUM_GEV;
    for (FarScattering layer :
        List.of(
            FarScattering.coulomb("wall", 0.3e-3, 0.02, 0.002),
            FarScattering.nuclear("wall", 0.001, 0.02))) {
      Turned drawn = turned(layer, angle);
      Turned forced = turned(layer.forced(), angle);
      double error = StrictMath.hypot(Math.sqrt(drawn.beyond), Math.sqrt(forced.squaresBeyond));
      assertThat(drawn.beyond).isGreaterThan(100);
      assertThat(forced.weightBeyond).isCloseTo(drawn.beyond, within(5 * error));
      assertThat(forced.beyond).isGreaterThan(100 * drawn.beyond);
    }
  }

  /// All that comes of a kaon turns about the place where it has scattered.
  @Test
  void whatComesOfAKaonTurnsWithIt() {
    Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
    Draws draw = new Draws(Role.STUDY, "scattering", SEED);
    draw.stage("far scattering");
    truth.number(0, 100);
    for (float[] column : List.of(truth.chargedRay.x, truth.chargedRay.slopeX)) {
      Arrays.fill(column, 0f);
    }
    Arrays.fill(truth.kaon.momentum, 75f);
    Arrays.fill(truth.kaon.slopeX, 0.0012f);
    Arrays.fill(truth.kaon.z, 100f);
    Arrays.fill(truth.chargedRay.z, 180f);
    FarScattering.nuclear("wall", 0.1, 0.1).forced().turn(truth, truth.kaon, draw);
    for (int i = 0; i < truth.n; i++) {
      float turn = truth.chargedRay.slopeX[i];
      assertThat(Math.abs(turn)).isGreaterThan(0);
      assertThat(truth.chargedRay.x[i]).isCloseTo(80 * turn, within(1e-6f));
      assertThat(truth.kaon.slopeX[i]).as("what the GTK measures").isEqualTo(0.0012f);
    }
  }

  @Test
  void noDirectionIsPreferred() {
    Turned turned = turned(FarScattering.nuclear("wall", 0.01, 0.1), 0);
    double error = Math.sqrt(turned.sumSquares / 2) * 5;
    assertThat(turned.sumX).isCloseTo(0, within(error));
    assertThat(turned.sumY).isCloseTo(0, within(error));
  }

  @Test
  void withoutProbabilityNothingIsTurned() {
    assertThat(turned(FarScattering.nuclear("wall", 0, 0.1), 0).number).isZero();
  }

  @Test
  void refusesWhatIsNoTail() {
    assertThatThrownBy(() -> FarScattering.nuclear("wall", 0.2, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wall")
        .hasMessageContaining("0.2")
        .hasMessageContaining("0.1");
  }
}
