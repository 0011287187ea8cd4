package org.lacuna.experiment.apparatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;

class PlaneTest {
  private static final long SEED = 1;
  private static final int POINTS = 50_000;

  /// Half of the square in which points are thrown, larger than every shape.
  private static final double RANGE = 1.4;

  /// No shape here changes faster than the square of the distance to a far edge.
  private static final double STEEPEST = 2 * 1.5 * RANGE;

  private interface Region {
    boolean contains(double x, double y);
  }

  /// A plane, and the same region written as a physicist would say it.
  record Shape(Plane plane, Region region) {
    @Override
    public String toString() {
      return plane.name();
    }
  }

  static final List<Shape> SHAPES =
      List.of(
          new Shape(new Disc("disc", 0, 0.9f), (x, y) -> StrictMath.hypot(x, y) < 0.9f),
          new Shape(
              new Ring("ring beside the axis", 0, 0.1f, 0.4f, 1.1f),
              (x, y) -> StrictMath.hypot(x - 0.1f, y) > 0.4f && StrictMath.hypot(x, y) < 1.1f),
          new Shape(
              new Square("square", 0, 0.3f, 1.2f),
              (x, y) -> StrictMath.hypot(x, y) > 0.3f && Math.abs(x) < 1.2f && Math.abs(y) < 1.2f),
          new Shape(
              new Octagon("octagon", 0, 0.3f, 1.1f),
              (x, y) -> StrictMath.hypot(x, y) > 0.3f && withinEightSides(x, y, 1.1f)),
          new Shape(
              new FourViews("four views", 0, 0.2f, 0.3f, 1.2f),
              (x, y) -> viewsHit(x - 0.2f, y, 0.3f) >= 2 && StrictMath.hypot(x, y) < 1.2f),
          new Shape(
              new RingSeries(
                  "front of a series", List.of(new RingSeries.Thick(0, 0.5f, 0.5f, 1.2f))),
              (x, y) -> StrictMath.hypot(x, y) > 0.5f && StrictMath.hypot(x, y) < 1.2f));

  private static boolean withinEightSides(double x, double y, double apothem) {
    for (int k = 0; k < 8; k++) {
      double angle = k * Math.PI / 4;
      if (x * StrictMath.cos(angle) + y * StrictMath.sin(angle) >= apothem) return false;
    }
    return true;
  }

  /// How many of x, y, u, v see a particle: one that is beyond the gap.
  private static int viewsHit(double x, double y, double gap) {
    double u = (x - y) / Math.sqrt(2);
    double v = (x + y) / Math.sqrt(2);
    return (int) Arrays.stream(new double[] {x, y, u, v}).filter(c -> Math.abs(c) > gap).count();
  }

  @ParameterizedTest
  @FieldSource("SHAPES")
  void isPositiveInsideAndNegativeOutside(Shape shape) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    int inside = 0;
    for (int k = 0; k < POINTS; k++) {
      float x = (float) random.nextDouble(-RANGE, RANGE);
      float y = (float) random.nextDouble(-RANGE, RANGE);
      boolean expected = shape.region.contains(x, y);
      assertThat(shape.plane.inside(x, y) > 0).as("%s at %s, %s", shape, x, y).isEqualTo(expected);
      inside += expected ? 1 : 0;
    }
    assertThat(inside).isBetween(POINTS / 20, POINTS * 19 / 20);
  }

  /// Neighbouring points have neighbouring values everywhere, so the value is zero on the outline.
  @ParameterizedTest
  @FieldSource("SHAPES")
  void isContinuous(Shape shape) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int k = 0; k < POINTS; k++) {
      float x = (float) random.nextDouble(-RANGE, RANGE);
      float y = (float) random.nextDouble(-RANGE, RANGE);
      float nearX = x + (float) random.nextDouble(-1e-3, 1e-3);
      float nearY = y + (float) random.nextDouble(-1e-3, 1e-3);
      double change = shape.plane.inside(nearX, nearY) - shape.plane.inside(x, y);
      assertThat(Math.abs(change))
          .as("%s from %s, %s to %s, %s", shape, x, y, nearX, nearY)
          .isLessThan(STEEPEST * StrictMath.hypot(nearX - x, nearY - y) + 1e-6);
    }
  }

  @ParameterizedTest
  @FieldSource("SHAPES")
  void anUndefinedPointIsNotInside(Shape shape) {
    assertThat(shape.plane.inside(Float.NaN, 0.5f)).isNaN();
    assertThat(shape.plane.inside(0.5f, Float.NaN)).isNaN();
  }

  /// Two squares, one upright and one on its corner, make a star of eight points.
  @Test
  void theHoleOfFourViewsIsAStar() {
    FourViews plane = new FourViews("STRAW1", 183, 0.1f, 0.06f, 1);
    for (int k = 0; k < 16; k++) {
      double angle = k * Math.PI / 8;
      boolean towardsAPoint = k % 2 == 0;
      double edge = 0.06 * (towardsAPoint ? Math.sqrt(2) : 1 / StrictMath.cos(Math.PI / 8));
      assertThat(at(plane, angle, 0.999 * edge)).as("angle %s", angle).isNegative();
      assertThat(at(plane, angle, 1.001 * edge)).as("angle %s", angle).isPositive();
    }
  }

  private static float at(FourViews plane, double angle, double radius) {
    return plane.inside(
        (float) (plane.holeX() + radius * StrictMath.cos(angle)),
        (float) (radius * StrictMath.sin(angle)));
  }

  @Test
  void lowersTheMarginOfARayWhereItCrosses() {
    Ray ray = new Ray(Rows.BLOCK);
    ray.slopeX[0] = 0.01f; // crosses at 0.4 + 0.3 = 0.7
    ray.x[0] = 0.4f;
    ray.z[0] = 170f;
    ray.slopeX[1] = 0.01f; // crosses at 0.4 + 0.6 = 1.0: outside
    ray.x[1] = 0.4f;
    ray.z[1] = 140f;
    ray.x[2] = 0.5f; // starts behind, inside the radius; its line would have been outside
    ray.slopeX[2] = -0.1f;
    ray.z[2] = 210f;
    ray.x[3] = 0.95f; // starts behind, outside the radius
    ray.z[3] = 210f;
    float[] margin = {0.1f, 1f, 1f, 1f, 0.1f};
    new Disc("disc", 200, 0.9f).lower(margin, ray, 4);
    assertThat(margin[0]).isEqualTo(0.1f);
    assertThat(margin[1]).isNegative();
    assertThat(margin[2]).isPositive();
    assertThat(margin[3]).isNegative();
    assertThat(margin[4]).as("beyond the rows").isEqualTo(0.1f);
  }

  @Test
  void aSeriesHasRings() {
    assertThatThrownBy(() -> new RingSeries("LAV", List.of())).hasMessageContaining("no rings");
  }
}
