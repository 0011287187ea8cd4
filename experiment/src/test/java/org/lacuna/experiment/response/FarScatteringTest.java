package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
      layer.turn(truth, ray, draw);
      for (int i = 0; i < truth.n; i++) {
        double x = ray.slopeX[i] - SLOPE;
        double y = ray.slopeY[i] + SLOPE;
        if (x == 0 && y == 0) continue;
        turned.number++;
        turned.sumX += x;
        turned.sumY += y;
        turned.sumSquares += x * x + y * y;
        if (StrictMath.hypot(x, y) > angle) turned.beyond++;
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
