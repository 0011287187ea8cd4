package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.histfactory.BoundedNewton.Expansion;
import org.lacuna.statistics.histfactory.BoundedNewton.Minimum;
import org.lacuna.statistics.histfactory.BoundedNewton.Objective;

class BoundedNewtonTest {
  private static final double[] FAR_DOWN = {-100, -100};
  private static final double[] FAR_UP = {100, 100};

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.range(0, 200);
  }

  /// `(1 − x)² + 100 (y − x²)²`, a curved valley; the matrix of scoring leaves out the bending.
  private static final Objective VALLEY =
      new Objective() {
        @Override
        public double value(double[] at) {
          double off = at[1] - at[0] * at[0];
          return (1 - at[0]) * (1 - at[0]) + 100 * off * off;
        }

        @Override
        public Expansion expansion(double[] at, boolean exact) {
          double off = at[1] - at[0] * at[0];
          double bending = exact ? -400 * off : 0;
          return new Expansion(
              new double[] {-2 * (1 - at[0]) - 400 * at[0] * off, 200 * off},
              new double[][] {
                {2 + 800 * at[0] * at[0] + bending, -400 * at[0]}, {-400 * at[0], 200}
              });
        }
      };

  @Test
  void followsACurvedValley() {
    Minimum minimum = new BoundedNewton(VALLEY, FAR_DOWN, FAR_UP).from(new double[] {-1.2, 1});
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-9));
    assertThat(minimum.value()).isCloseTo(0, within(1e-15));
  }

  @Test
  void endsExactlyOnABound() {
    Minimum minimum =
        new BoundedNewton(VALLEY, FAR_DOWN, new double[] {0.5, 100}).from(new double[] {-1.2, 1});
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()[0]).isEqualTo(0.5);
    assertThat(minimum.point()[1]).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void leavesABoundOnWhichItBegins() {
    Minimum minimum =
        new BoundedNewton(VALLEY, new double[] {-2, -1}, FAR_UP).from(new double[] {-2, -1});
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-9));
  }

  @Test
  void bringsAStartOutsideIntoTheBox() {
    Minimum minimum =
        new BoundedNewton(VALLEY, new double[] {0, 0}, new double[] {2, 0.25})
            .from(new double[] {-5, 9});
    assertThat(minimum.point()[1]).isEqualTo(0.25);
    assertThat(minimum.converged()).isTrue();
  }

  @Test
  void keepsWhatMayNotMove() {
    Minimum minimum =
        new BoundedNewton(VALLEY, new double[] {3, -100}, new double[] {3, 100})
            .from(new double[] {0, 0});
    assertThat(minimum.point()).containsExactly(new double[] {3, 9}, within(1e-9));
  }

  @Test
  void saysSoIfNoStepLowersTheFunction() {
    // The gradient points the wrong way.
    Objective wrong =
        new Objective() {
          @Override
          public double value(double[] at) {
            return at[0] * at[0];
          }

          @Override
          public Expansion expansion(double[] at, boolean exact) {
            return new Expansion(new double[] {-2 * at[0]}, new double[][] {{2}});
          }
        };
    Minimum minimum =
        new BoundedNewton(wrong, new double[] {-9}, new double[] {9}).from(new double[] {1});
    assertThat(minimum.converged()).isFalse();
    assertThat(minimum.point()[0]).isEqualTo(1);
  }

  /// Against all 3ⁿ ways to hold coordinates at their edges.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theStepIsTheLowestPointOfTheParabolaInTheBox(long seed) {
    Random random = new Random(seed);
    int n = 3;
    double[][] root = new double[n][n];
    for (double[] row : root) Arrays.setAll(row, _ -> random.nextGaussian());
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) matrix[i][j] += root[i][k] * root[j][k];
      }
      matrix[i][i] += 0.1;
    }
    double[] gradient = random.doubles(n, -3, 3).toArray();
    double[] below = random.doubles(n, -1, 0).toArray();
    double[] above = random.doubles(n, 0, 1).toArray();
    if (random.nextBoolean()) below[0] = 0;
    if (random.nextBoolean()) above[1] = 0;
    BoxParabola parabola = new BoxParabola(new Expansion(gradient, matrix), below, above);
    double[] step = parabola.minimum().orElseThrow().step();
    for (int i = 0; i < n; i++) assertThat(step[i]).isBetween(below[i] - 1e-15, above[i] + 1e-15);
    // A grid of the box, the corners and edges included, has no lower point.
    double lowest = value(gradient, matrix, step);
    assertThat(parabola.minimum().orElseThrow().promise()).isCloseTo(-lowest, within(1e-8));
    int cuts = 12;
    for (int cell = 0; cell < Math.powExact(cuts + 1, n); cell++) {
      double[] other = new double[n];
      int rest = cell;
      for (int i = 0; i < n; i++) {
        other[i] = below[i] + (above[i] - below[i]) * (rest % (cuts + 1)) / cuts;
        rest /= cuts + 1;
      }
      assertThat(value(gradient, matrix, other)).isGreaterThanOrEqualTo(lowest - 1e-9);
    }
  }

  private static double value(double[] gradient, double[][] matrix, double[] at) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += gradient[i] * at[i];
      for (int j = 0; j < at.length; j++) sum += at[i] * matrix[i][j] * at[j] / 2;
    }
    return sum;
  }

  @Test
  void aParabolaOpenDownwardsHasNoMinimum() {
    BoxParabola saddle =
        new BoxParabola(
            new Expansion(new double[] {1, 1}, new double[][] {{1, 3}, {3, 1}}), FAR_DOWN, FAR_UP);
    assertThat(saddle.minimum()).isEqualTo(Optional.empty());
  }

  @Test
  void aFlatDirectionIsNotSteppedAlong() {
    BoxParabola trough =
        new BoxParabola(
            new Expansion(new double[] {-2, -2}, new double[][] {{1, 1}, {1, 1}}),
            FAR_DOWN,
            FAR_UP);
    assertThat(trough.minimum().orElseThrow().step())
        .containsExactly(new double[] {1, 1}, within(1e-6));
  }
}
