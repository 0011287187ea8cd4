package org.lacuna.statistics.histfactory;

import java.util.Arrays;
import java.util.Optional;

/// The parabola `gᵀd + ½ dᵀH d` in a box around `d = 0`, and its minimum there.
///
/// Active-set method: coordinates held at the edge of the box are set free one by one while that
/// lowers the parabola, and held where the way to the minimum of the others leaves the box.
///
/// @cite NocedalWright2006
final class BoxParabola {
  /// Keeps flat directions from being stepped along: 10⁻¹⁰ of the curvature of each coordinate.
  private static final double RIDGE = 1e-10;

  /// A coordinate pulled inwards by less stays at the edge; the gain would be half the square.
  private static final double SMALLEST_PULL = 1e-9;

  private static final int MOST_CHANGES_PER_COORDINATE = 10;

  // In units in which every coordinate has the curvature 1.
  private final double[] unit;
  private final double[] gradient;
  private final double[][] matrix;
  private final double[] below;
  private final double[] above;

  /// The columns of each row that are not 0.
  private final int[][] meets;

  /// Coordinates that meet few others first, see [Skyline].
  private final int[] order;

  /// @param below how far each coordinate may go down, 0 or negative
  /// @param above how far it may go up, 0 or positive
  BoxParabola(BoundedNewton.Expansion expansion, double[] below, double[] above) {
    int n = below.length;
    unit = new double[n];
    gradient = new double[n];
    matrix = new double[n][n];
    this.below = new double[n];
    this.above = new double[n];
    for (int i = 0; i < n; i++) {
      double curvature = Math.abs(expansion.matrix()[i][i]);
      unit[i] = curvature > 0 ? 1 / Math.sqrt(curvature) : 1;
      gradient[i] = expansion.gradient()[i] * unit[i];
      this.below[i] = below[i] / unit[i];
      this.above[i] = above[i] / unit[i];
    }
    meets = new int[n][];
    order = new int[n];
    for (int i = 0; i < n; i++) {
      double[] given = expansion.matrix()[i];
      int[] columns = new int[n];
      int count = 0;
      for (int j = 0; j < n; j++) {
        if (given[j] == 0 && j != i) continue;
        matrix[i][j] = given[j] * unit[i] * unit[j];
        columns[count++] = j;
      }
      matrix[i][i] += RIDGE;
      meets[i] = Arrays.copyOf(columns, count);
      // Sorts by the count, then by the coordinate.
      order[i] = count * n + i;
    }
    Arrays.sort(order);
    for (int i = 0; i < n; i++) order[i] %= n;
  }

  /// A step to the minimum.
  static final class Step {
    private final double[] step;
    private final double slope;
    private final double promise;

    private Step(double[] step, double slope, double promise) {
      this.step = step;
      this.slope = slope;
      this.promise = promise;
    }

    double[] step() {
      return step;
    }

    /// Of the parabola where the step begins, along the whole of it.
    double slope() {
      return slope;
    }

    /// By how much the parabola is lower where the step ends.
    double promise() {
      return promise;
    }
  }

  /// The step to the minimum in the box; none if the parabola opens downwards in some direction.
  Optional<Step> minimum() {
    int n = gradient.length;
    double[] at = new double[n];
    boolean[] held = new boolean[n];
    for (int i = 0; i < n; i++) {
      held[i] = (below[i] == 0 && gradient[i] >= 0) || (above[i] == 0 && gradient[i] <= 0);
    }
    for (int change = 0; change < MOST_CHANGES_PER_COORDINATE * n; change++) {
      int[] free = Arrays.stream(order).filter(i -> !held[i]).toArray();
      Optional<double[]> way = wayToMinimum(free, at);
      if (way.isEmpty()) return Optional.empty();
      int blocking = move(at, free, way.get());
      int next = blocking >= 0 ? blocking : mostPulledInwards(at, held);
      if (next < 0) break;
      held[next] = blocking >= 0;
    }
    return Optional.of(step(at));
  }

  private Step step(double[] at) {
    double[] step = new double[at.length];
    double slope = 0;
    double value = 0;
    for (int i = 0; i < at.length; i++) {
      if (at[i] == 0) continue;
      step[i] = at[i] * unit[i];
      slope += gradient[i] * at[i];
      value += (gradient[i] + slope(i, at)) / 2 * at[i];
    }
    return new Step(step, slope, -value);
  }

  /// How far the free coordinates would go if they could, the others staying.
  private Optional<double[]> wayToMinimum(int[] free, double[] at) {
    double[] force = new double[free.length];
    for (int k = 0; k < force.length; k++) force[k] = -slope(free[k], at);
    return Skyline.of(matrix, free).solve(force);
  }

  /// Goes that way as far as the box allows; the coordinate that stopped it, or -1.
  private int move(double[] at, int[] free, double[] way) {
    int blocking = -1;
    double part = 1;
    for (int k = 0; k < free.length; k++) {
      double room = edge(free[k], way[k]) - at[free[k]];
      if (Math.abs(way[k]) * part > Math.abs(room)) {
        part = room / way[k];
        blocking = k;
      }
    }
    for (int k = 0; k < free.length; k++) at[free[k]] += part * way[k];
    if (blocking < 0) return blocking;
    at[free[blocking]] = edge(free[blocking], way[blocking]);
    return free[blocking];
  }

  private double edge(int i, double way) {
    return way < 0 ? below[i] : above[i];
  }

  private int mostPulledInwards(double[] at, boolean[] held) {
    int most = -1;
    double strongest = SMALLEST_PULL;
    for (int i = 0; i < at.length; i++) {
      if (!held[i] || below[i] == above[i]) continue;
      double pull = at[i] == below[i] ? -slope(i, at) : slope(i, at);
      if (pull > strongest) {
        strongest = pull;
        most = i;
      }
    }
    return most;
  }

  /// A component of `g + H d`.
  private double slope(int i, double[] at) {
    double slope = gradient[i];
    for (int j : meets[i]) slope += matrix[i][j] * at[j];
    return slope;
  }
}
