package org.lacuna.statistics.histfactory;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/// The parabola `gᵀd + ½ dᵀH d` in a box around `d = 0`, and its minimum there.
///
/// Active-set method: coordinates held at the edge of the box are set free one by one while that
/// lowers the parabola, and held where the way to the minimum of the others leaves the box.
///
/// @cite NocedalWright2006
final class BoxParabola {
  /// Keeps flat directions from being stepped along: 10⁻¹⁰ of the curvature of each coordinate.
  private static final double RIDGE = 1e-10;

  private static final double SMALLEST_PIVOT = 1e-13;

  /// A coordinate pulled inwards by less stays at the edge; the gain would be half the square.
  private static final double SMALLEST_PULL = 1e-9;

  private static final int MOST_CHANGES_PER_COORDINATE = 10;

  // In units in which every coordinate has the curvature 1.
  private final double[] unit;
  private final double[] gradient;
  private final double[][] matrix;
  private final double[] below;
  private final double[] above;

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
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = expansion.matrix()[i][j] * unit[i] * unit[j];
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] += RIDGE;
    }
  }

  /// The step to the minimum; none if the parabola opens downwards in some direction.
  Optional<double[]> minimum() {
    int n = gradient.length;
    double[] at = new double[n];
    boolean[] held = new boolean[n];
    for (int i = 0; i < n; i++) {
      held[i] = (below[i] == 0 && gradient[i] >= 0) || (above[i] == 0 && gradient[i] <= 0);
    }
    for (int change = 0; change < MOST_CHANGES_PER_COORDINATE * n; change++) {
      int[] free = IntStream.range(0, n).filter(i -> !held[i]).toArray();
      Optional<double[]> target = minimumOf(free, at);
      if (target.isEmpty()) return Optional.empty();
      int blocking = move(at, free, target.get());
      int next = blocking >= 0 ? blocking : mostPulledInwards(at, held);
      if (next < 0) break;
      held[next] = blocking >= 0;
    }
    for (int i = 0; i < n; i++) at[i] *= unit[i];
    return Optional.of(at);
  }

  /// `gᵀd`.
  double slope(double[] step) {
    double sum = 0;
    for (int i = 0; i < step.length; i++) sum += gradient[i] * step[i] / unit[i];
    return sum;
  }

  double value(double[] step) {
    double sum = slope(step);
    for (int i = 0; i < step.length; i++) {
      for (int j = 0; j < step.length; j++) {
        sum += matrix[i][j] * step[i] / unit[i] * step[j] / unit[j] / 2;
      }
    }
    return sum;
  }

  /// Where the free coordinates would go if they could, the others staying.
  private Optional<double[]> minimumOf(int[] free, double[] at) {
    double[] target = at.clone();
    if (free.length == 0) return Optional.of(target);
    double[][] part = new double[free.length][free.length];
    double[] force = new double[free.length];
    for (int k = 0; k < free.length; k++) {
      force[k] = -slopeAt(at, free[k]);
      for (int l = 0; l < free.length; l++) part[k][l] = matrix[free[k]][free[l]];
    }
    try {
      double[] step =
          new CholeskyDecomposition(new Array2DRowRealMatrix(part, false), 0, SMALLEST_PIVOT)
              .getSolver()
              .solve(new ArrayRealVector(force, false))
              .toArray();
      for (int k = 0; k < free.length; k++) target[free[k]] += step[k];
      return Optional.of(target);
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return Optional.empty();
    }
  }

  /// Moves towards the target as far as the box allows; the coordinate that stopped it, or -1.
  private int move(double[] at, int[] free, double[] target) {
    int blocking = -1;
    double part = 1;
    for (int i : free) {
      double way = target[i] - at[i];
      double room = edgeTowards(target, at, i) - at[i];
      if (Math.abs(way) * part > Math.abs(room)) {
        part = room / way;
        blocking = i;
      }
    }
    double edge = blocking < 0 ? 0 : edgeTowards(target, at, blocking);
    for (int i : free) at[i] += part * (target[i] - at[i]);
    if (blocking >= 0) at[blocking] = edge;
    return blocking;
  }

  private double edgeTowards(double[] target, double[] at, int i) {
    return target[i] < at[i] ? below[i] : above[i];
  }

  private int mostPulledInwards(double[] at, boolean[] held) {
    int most = -1;
    double strongest = SMALLEST_PULL;
    for (int i = 0; i < at.length; i++) {
      if (!held[i] || below[i] == above[i]) continue;
      double slope = slopeAt(at, i);
      double pull = at[i] == below[i] ? -slope : slope;
      if (pull > strongest) {
        strongest = pull;
        most = i;
      }
    }
    return most;
  }

  private double slopeAt(double[] at, int i) {
    double slope = gradient[i];
    for (int j = 0; j < at.length; j++) slope += matrix[i][j] * at[j];
    return slope;
  }
}
