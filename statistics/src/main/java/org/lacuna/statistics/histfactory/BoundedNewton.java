package org.lacuna.statistics.histfactory;

import java.util.Optional;

/// Minimises a smooth function in a box: each step goes to the minimum of a parabola in the box,
/// and a line search makes sure that the function falls.
///
/// Far from the minimum the matrix of the parabola is that of Fisher scoring: never indefinite, and
/// for counts that depend linearly on the parameters nearly exact. Close to it, it is that of the
/// second derivatives, and the number of good digits doubles with each step. The last step is one
/// after which less than about 10⁻¹⁵ would be left to gain.
///
/// It does not look for other valleys than the one in which it begins.
final class BoundedNewton {
  private static final int MOST_STEPS = 300;

  /// After a step that promises so little the next would promise about its square.
  private static final double LAST_EXACT = 1e-11;

  /// Of scoring, which gains the same number of digits with each step.
  private static final double LAST = 1e-15;

  /// A promise this small may hide in the rounding of the function.
  private static final double USED_UP = 1e-9;

  /// From here on the second derivatives are trusted.
  private static final double NEAR = 1;

  private static final double ARMIJO = 1e-4;
  private static final double SHORTEST = 1e-9;
  private static final double ROUNDING = 1e-13;
  private static final double EDGE = 1e-14;

  interface Objective {
    double value(double[] point);

    /// Value, slope and curvature at a point.
    ///
    /// @param exact true for second derivatives, false for a matrix without negative eigenvalues
    Expansion expansion(double[] point, boolean exact);
  }

  /// Gradient and matrix of a parabola.
  static final class Expansion {
    private final double[] gradient;
    private final double[][] matrix;

    Expansion(double[] gradient, double[][] matrix) {
      this.gradient = gradient;
      this.matrix = matrix;
    }

    double[] gradient() {
      return gradient;
    }

    double[][] matrix() {
      return matrix;
    }
  }

  /// Where a search ended.
  static final class Minimum {
    private final double[] point;
    private final double value;
    private final boolean converged;

    private Minimum(double[] point, double value, boolean converged) {
      this.point = point;
      this.value = value;
      this.converged = converged;
    }

    double[] point() {
      return point;
    }

    double value() {
      return value;
    }

    /// False if no step was found that lowers the function, though there must be one.
    boolean converged() {
      return converged;
    }

    private Minimum reached() {
      return new Minimum(point, value, true);
    }
  }

  private final Objective function;
  private final double[] lower;
  private final double[] upper;

  /// @param lower ends of the box; where lower and upper are equal nothing moves
  BoundedNewton(Objective function, double[] lower, double[] upper) {
    this.function = function;
    this.lower = lower;
    this.upper = upper;
  }

  /// @param start brought into the box if it is outside
  Minimum from(double[] start) {
    double[] point = new double[start.length];
    for (int i = 0; i < point.length; i++) point[i] = inBox(i, start[i]);
    Minimum last = new Minimum(point, function.value(point), false);
    boolean exact = false;
    for (int n = 0; n < MOST_STEPS; n++) {
      Optional<BoxParabola.Step> step = parabola(last.point(), exact).minimum();
      Optional<Minimum> next = Optional.empty();
      double promise = 0;
      if (step.isPresent()) {
        promise = step.get().promise();
        if (promise <= (exact ? LAST_EXACT : LAST)) {
          return new Minimum(moved(last, step.get(), 1), last.value() - promise, true);
        }
        next = search(last, step.get());
      }
      if (next.isPresent()) {
        last = next.get();
        exact = promise < NEAR;
      } else if (exact) {
        exact = false;
      } else {
        return promise < USED_UP ? last.reached() : last;
      }
    }
    return last;
  }

  private BoxParabola parabola(double[] point, boolean exact) {
    double[] below = new double[point.length];
    double[] above = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      below[i] = lower[i] - point[i];
      above[i] = upper[i] - point[i];
    }
    return new BoxParabola(function.expansion(point, exact), below, above);
  }

  private Optional<Minimum> search(Minimum from, BoxParabola.Step step) {
    double slack = ROUNDING * (1 + Math.abs(from.value()));
    for (double part = 1; part > SHORTEST; part /= 2) {
      double[] point = moved(from, step, part);
      double value = function.value(point);
      if (value <= from.value() + ARMIJO * part * step.slope() + slack) {
        return Optional.of(new Minimum(point, value, false));
      }
    }
    return Optional.empty();
  }

  private double[] moved(Minimum from, BoxParabola.Step step, double part) {
    double[] point = new double[from.point().length];
    for (int i = 0; i < point.length; i++) {
      point[i] = inBox(i, from.point()[i] + part * step.step()[i]);
    }
    return point;
  }

  /// What is at an edge but for rounding is put there: edges are found by comparison.
  private double inBox(int i, double coordinate) {
    double near = EDGE * (1 + Math.abs(coordinate));
    if (coordinate - lower[i] < near) return lower[i];
    if (upper[i] - coordinate < near) return upper[i];
    return coordinate;
  }
}
