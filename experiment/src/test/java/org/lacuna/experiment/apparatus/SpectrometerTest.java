package org.lacuna.experiment.apparatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;

class SpectrometerTest {
  private static final long SEED = 3;
  private static final int N = Rows.BLOCK;
  private static final double MAGNET_M = 197;
  private static final double KICK_GEV = -0.27;

  /// Single precision of a momentum of 75 GeV, twice.
  private static final double GEV = 2e-5;

  private final Ray before = new Ray(N);
  private final Ray after = new Ray(N);

  @BeforeEach
  void throwTracks() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < N; i++) {
      before.x[i] = (float) random.nextDouble(-0.5, 0.5);
      before.y[i] = (float) random.nextDouble(-0.5, 0.5);
      before.z[i] = (float) random.nextDouble(105, 184);
      before.slopeX[i] = (float) random.nextDouble(-0.02, 0.02);
      before.slopeY[i] = (float) random.nextDouble(-0.02, 0.02);
      before.momentum[i] = (float) random.nextDouble(3, 75);
    }
  }

  private static Spectrometer empty(double kickGeV) {
    return new Spectrometer(List.of(), List.of(), MAGNET_M, kickGeV, List.of(), List.of());
  }

  @Test
  void addsTheKickToTheHorizontalMomentumAndKeepsTheRest() {
    empty(KICK_GEV).bend(before, after, 1, N);
    for (int i = 0; i < N; i++) {
      assertThat(after.momentum[i]).isEqualTo(before.momentum[i]);
      double stretch = stretch(before, i);
      double newStretch = stretch(after, i);
      double p = before.momentum[i];
      assertThat(p * after.slopeX[i] / newStretch - p * before.slopeX[i] / stretch)
          .isCloseTo(KICK_GEV, within(GEV));
      assertThat(p * after.slopeY[i] / newStretch)
          .isCloseTo(p * before.slopeY[i] / stretch, within(GEV));
    }
  }

  private static double stretch(Ray ray, int i) {
    double sx = ray.slopeX[i];
    double sy = ray.slopeY[i];
    return Math.sqrt(1 + sx * sx + sy * sy);
  }

  @Test
  void bendsInTheMiddleOfTheMagnet() {
    empty(KICK_GEV).bend(before, after, 1, N);
    for (int i = 0; i < N; i++) {
      double path = MAGNET_M - before.z[i];
      assertThat(after.z[i]).isEqualTo((float) MAGNET_M);
      assertThat((double) after.x[i])
          .isCloseTo(before.x[i] + before.slopeX[i] * path, within(1e-6));
      assertThat((double) after.y[i])
          .isCloseTo(before.y[i] + before.slopeY[i] * path, within(1e-6));
    }
  }

  /// A negative particle in the field is a positive one in the field reversed.
  @Test
  void conjugatesChargeAsItReversesTheField() {
    Ray reversed = new Ray(N);
    empty(KICK_GEV).bend(before, after, -1, N);
    empty(-KICK_GEV).bend(before, reversed, 1, N);
    for (int i = 0; i < N; i++) {
      assertThat(after.slopeX[i]).isEqualTo(reversed.slopeX[i]);
      assertThat(after.slopeY[i]).isEqualTo(reversed.slopeY[i]);
    }
  }

  /// The mirror image of a positive track is a negative track, to the last bit.
  @Test
  void isItsOwnMirrorImageForTheOtherCharge() {
    empty(KICK_GEV).bend(before, after, 1, N);
    Ray mirrored = new Ray(N);
    mirrored.append(before, 0, N);
    for (int i = 0; i < N; i++) {
      mirrored.x[i] = -before.x[i];
      mirrored.slopeX[i] = -before.slopeX[i];
    }
    Ray behind = new Ray(N);
    empty(KICK_GEV).bend(mirrored, behind, -1, N);
    for (int i = 0; i < N; i++) {
      assertThat(behind.x[i]).isEqualTo(-after.x[i]);
      assertThat(behind.slopeX[i]).isEqualTo(-after.slopeX[i]);
      assertThat(behind.slopeY[i]).isEqualTo(after.slopeY[i]);
    }
  }

  @Test
  void isUndoneByTheReversedField() {
    empty(KICK_GEV).bend(before, after, 1, N);
    Ray back = new Ray(N);
    empty(-KICK_GEV).bend(after, back, 1, N);
    for (int i = 0; i < N; i++) {
      assertThat(back.slopeX[i]).isCloseTo(before.slopeX[i], within(2e-7f));
      assertThat(back.slopeY[i]).isCloseTo(before.slopeY[i], within(2e-8f));
    }
  }

  @Test
  void leavesASlowParticleFinite() {
    before.momentum[0] = 0.2f;
    empty(KICK_GEV).bend(before, after, 1, 1);
    assertThat(Math.abs(after.slopeX[0])).isGreaterThan(100).isLessThan(Float.POSITIVE_INFINITY);
  }

  @Test
  void seesWithItsPlanesAndStopsWithItsApertures() {
    for (int i = 0; i < 5; i++) {
      before.x[i] = 0;
      before.y[i] = 0;
      before.z[i] = 180;
      before.slopeX[i] = 0;
      before.slopeY[i] = 0;
      before.momentum[i] = 10; // turned by -27 mrad
    }
    before.y[1] = 0.3f; // misses the plane before the magnet
    before.y[2] = 0.5f; // stopped by the aperture before the magnet
    before.x[3] = -0.15f; // turned out of the plane behind the magnet
    before.x[4] = 0.15f;
    Spectrometer spectrometer =
        new Spectrometer(
            List.of(new Disc("tank", 183, 0.4f)),
            List.of(new Disc("STRAW1", 184, 0.2f)),
            MAGNET_M,
            KICK_GEV,
            List.of(new Disc("tube", 207, 0.6f)),
            List.of(new Disc("STRAW4", 217, 0.65f)));
    spectrometer.bend(before, after, 1, 5);
    float[] seen = ones(5);
    spectrometer.see(seen, before, after, 5);
    assertThat(positive(seen)).containsExactly(true, false, false, false, true);
    float[] passed = ones(5);
    spectrometer.pass(passed, before, after, 5);
    assertThat(positive(passed)).containsExactly(true, true, false, true, true);
    after.x[4] = 0.6f; // stopped behind the magnet alone
    passed = ones(5);
    spectrometer.pass(passed, before, after, 5);
    after.x[0] = 0.95f;
    spectrometer.pass(passed, before, after, 5);
    assertThat(positive(passed)).containsExactly(false, true, false, true, true);
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1f);
    return ones;
  }

  private static Boolean[] positive(float[] margin) {
    Boolean[] positive = new Boolean[margin.length];
    for (int i = 0; i < margin.length; i++) positive[i] = margin[i] > 0;
    return positive;
  }

  @Test
  void refusesAPlaneOnTheWrongSideOfTheMagnet() {
    List<Plane> straw1 = List.of(new Disc("STRAW1", 184, 1));
    List<Plane> straw4 = List.of(new Disc("STRAW4", 218, 1));
    List<Plane> none = List.of();
    assertThatThrownBy(() -> new Spectrometer(none, straw4, MAGNET_M, KICK_GEV, none, none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("STRAW4")
        .hasMessageContaining("218")
        .hasMessageContaining("197");
    assertThatThrownBy(() -> new Spectrometer(straw4, none, MAGNET_M, KICK_GEV, none, none))
        .hasMessageContaining("STRAW4");
    assertThatThrownBy(() -> new Spectrometer(none, none, MAGNET_M, KICK_GEV, straw1, none))
        .hasMessageContaining("STRAW1");
    assertThatThrownBy(() -> new Spectrometer(none, none, MAGNET_M, KICK_GEV, none, straw1))
        .hasMessageContaining("STRAW1");
  }

  @Test
  void listsItsPlanesAlongTheBeam() {
    Plane first = new Disc("STRAW1", 184, 1);
    Plane second = new Disc("STRAW2", 194, 1);
    Spectrometer spectrometer =
        new Spectrometer(
            List.of(), List.of(second, first), MAGNET_M, KICK_GEV, List.of(), List.of());
    assertThat(spectrometer.planesBefore()).containsExactly(first, second);
  }

  @Test
  void hasTheSamePlanesUpToAPlace() {
    Plane near = new Disc("near", 200, 1);
    Plane far = new Disc("far", 240, 1);
    Plane chamber = new Disc("chamber", 184, 1);
    List<Plane> both = List.of(near, far);
    Spectrometer whole =
        new Spectrometer(List.of(), List.of(chamber), MAGNET_M, KICK_GEV, both, both);
    assertThat(whole.before(240))
        .isEqualTo(
            new Spectrometer(
                List.of(), List.of(chamber), MAGNET_M, KICK_GEV, List.of(near), List.of(near)));
    assertThat(whole.before(240.1)).isEqualTo(whole);
  }
}
