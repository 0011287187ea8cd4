package org.lacuna.experiment.apparatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.apparatus.RingSeries.Thick;

/// The twelve large-angle vetoes against a walk from ring to ring, as one would do it by hand.
class RingSeriesTest {
  private static final long SEED = 2;
  private static final int BLOCKS = 20;

  /// Radii closer to an edge than this are not decided: single precision on 100 m.
  private static final double EDGE_M = 2e-5;

  private final RingSeries series = new RingSeries("LAV", rings());

  private static List<Thick> rings() {
    List<Thick> rings = new ArrayList<>();
    for (int k = 0; k < 5; k++) rings.add(ring(121.363 + 7.610 * k, 0.590, 0.5365));
    for (double front : new double[] {165.313, 172.823, 180.333}) {
      rings.add(ring(front, 0.590, 0.7675));
    }
    for (double front : new double[] {192.709, 203.102, 217.528}) {
      rings.add(ring(front, 0.470, 0.980));
    }
    rings.add(ring(238.313, 0.470, 1.070));
    return rings;
  }

  private static Thick ring(double front, double length, double inner) {
    return new Thick(
        (float) front, (float) (front + length), (float) inner, (float) (inner + 0.37));
  }

  @Test
  void isMadeOfItsRings() {
    List<Plane> parts = series.parts();
    assertThat(parts).extracting(Plane::name).hasSize(12).containsOnly("LAV");
    assertThat(parts.get(7).z()).isEqualTo(180.333f);
    assertThat(parts.get(7).inside(0.8f, 0)).isPositive();
    assertThat(parts.get(7).inside(0.7f, 0)).isNegative();
    Plane disc = new Disc("disc", 1, 1);
    assertThat(disc.parts()).containsExactly(disc);
  }

  @Test
  void agreesWithAWalkFromRingToRing() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Ray ray = new Ray(Rows.BLOCK);
    float[] margin = Rows.floats(Rows.BLOCK);
    int struck = 0;
    int decided = 0;
    for (int block = 0; block < BLOCKS; block++) {
      for (int i = 0; i < Rows.BLOCK; i++) throwRay(ray, i, random);
      Arrays.fill(margin, 1f);
      series.lower(margin, ray, Rows.BLOCK);
      for (int i = 0; i < Rows.BLOCK; i++) {
        Walk walk = walk(ray, i);
        if (walk.nearestEdgeM < EDGE_M) continue;
        assertThat(margin[i] > 0).as("block %s row %s", block, i).isEqualTo(walk.struck);
        struck += walk.struck ? 1 : 0;
        decided++;
      }
    }
    assertThat(struck).isBetween(decided / 5, decided * 4 / 5);
    assertThat(decided).isGreaterThan(BLOCKS * Rows.BLOCK * 99 / 100);
  }

  /// From a beam of some centimetres, up to 60 mrad, some of them very flat or very steep.
  private static void throwRay(Ray ray, int i, RandomGenerator random) {
    double angle = 0.06 * random.nextDouble() * random.nextDouble() + (i % 50 == 0 ? 0.5 : 0);
    double azimuth = random.nextDouble(2 * Math.PI);
    ray.x[i] = (float) random.nextDouble(-0.1, 0.1);
    ray.y[i] = (float) random.nextDouble(-0.1, 0.1);
    ray.z[i] = (float) random.nextDouble(105, 225);
    ray.slopeX[i] = (float) (angle * StrictMath.cos(azimuth));
    ray.slopeY[i] = (float) (angle * StrictMath.sin(azimuth));
  }

  private record Walk(boolean struck, double nearestEdgeM) {}

  /// A photon beyond the outer radius at the front of a ring has left; one within it that is beyond
  /// the inner radius at the back has struck.
  private Walk walk(Ray ray, int i) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Thick ring : series.rings()) {
      if (ring.front() < ray.z[i]) continue;
      double atFront = radius(ray, i, ring.front());
      double atBack = radius(ray, i, ring.back());
      nearest = Math.min(nearest, Math.abs(atFront - ring.outer()));
      nearest = Math.min(nearest, Math.abs(atBack - ring.inner()));
      if (atFront > ring.outer()) return new Walk(false, nearest);
      if (atBack > ring.inner()) return new Walk(true, nearest);
    }
    return new Walk(false, nearest);
  }

  private static double radius(Ray ray, int i, double z) {
    double path = z - ray.z[i];
    return StrictMath.hypot(ray.x[i] + ray.slopeX[i] * path, ray.y[i] + ray.slopeY[i] * path);
  }

  @Test
  void keepsALowerMargin() {
    Ray ray = new Ray(Rows.BLOCK);
    ray.z[0] = 105f;
    ray.slopeX[0] = 0.04f;
    float[] margin = {-3f};
    series.lower(margin, ray, 1);
    assertThat(margin[0]).isEqualTo(-3f);
  }

  /// A leg of a pair starts at the magnet, further out than rings before it are.
  @Test
  void aRingThatARayStartsBehindHasNoSay() {
    RingSeries two =
        new RingSeries("two", List.of(new Thick(10, 11, 0.2f, 1), new Thick(30, 31, 0.5f, 1)));
    Ray ray = new Ray(Rows.BLOCK);
    for (int i = 0; i < 3; i++) ray.z[i] = 20;
    ray.x[0] = 0.3f; // passes within the second
    ray.x[1] = 0.7f;
    ray.x[2] = 1.2f;
    float[] margin = {1f, 1f, 1f};
    two.lower(margin, ray, 3);
    assertThat(margin[0]).isNegative();
    assertThat(margin[1]).isPositive();
    assertThat(margin[2]).isNegative();
  }

  /// In the real series no photon can pass outside one ring and strike a later one, so the walk
  /// above does not try it.
  @Test
  void whatHasPassedOutsideARingIsLost() {
    RingSeries widening =
        new RingSeries("two", List.of(new Thick(10, 11, 0.2f, 0.3f), new Thick(12, 13, 0.2f, 2)));
    Ray ray = new Ray(Rows.BLOCK);
    ray.slopeX[0] = 0.05f; // 0.5 m at the first ring
    ray.slopeX[1] = 0.025f; // 0.25 m: strikes it
    ray.slopeX[2] = 0.017f; // 0.17 m: passes within and strikes the second
    float[] margin = {1f, 1f, 1f};
    widening.lower(margin, ray, 3);
    assertThat(margin[0]).isNegative();
    assertThat(margin[1]).isPositive();
    assertThat(margin[2]).isPositive();
  }
}
