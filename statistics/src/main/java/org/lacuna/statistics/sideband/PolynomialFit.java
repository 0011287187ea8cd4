package org.lacuna.statistics.sideband;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Minimises a [FitStatistic] over polynomial densities of one order.
///
/// The variable is scaled so that the bins fill [-1, 1]: the coefficients are then of one size, and
/// neither origin nor unit of t matters. Rows hold the integrals of the powers, one row per bin
/// and, last, the one of the window.
final class PolynomialFit {
  /// Newton steps double the number of digits: a step of 1e-7 is the last but none.
  private static final double LAST_DECREMENT = 1e-14;

  private static final int MOST_STEPS = 100;
  private static final double LAST_GAP = 1e-12;
  private static final double LAST_RESIDUAL = 1e-6;

  private final FitStatistic statistic;
  private final int bins;
  private final int parameters;
  private final double[] rows;
  private final double density;

  PolynomialFit(List<Interval> intervals, Interval window, int order, FitStatistic statistic) {
    this.statistic = statistic;
    bins = intervals.size();
    parameters = order + 1;
    rows = new double[(bins + 1) * parameters];
    double width = 0;
    if (bins > 0) {
      double low = intervals.getFirst().low();
      double high = intervals.getLast().high();
      double centre = (low + high) / 2;
      double scale = (high - low) / 2;
      for (int row = 0; row < bins; row++) {
        integrate(intervals.get(row), centre, scale, row);
        width += rows[row * parameters];
      }
      integrate(window, centre, scale, bins);
    }
    density = 1 / width;
  }

  private void integrate(Interval interval, double centre, double scale, int row) {
    double low = (interval.low() - centre) / scale;
    double high = (interval.high() - centre) / scale;
    double lowPower = low;
    double highPower = high;
    for (int j = 0; j < parameters; j++) {
      rows[row * parameters + j] = (highPower - lowPower) / (j + 1);
      lowPower *= low;
      highPower *= high;
    }
  }

  /// The minimum over polynomials that are negative neither in a bin nor over the window; empty if
  /// it was not reached.
  Optional<Minimum> minimum(double[] counts) {
    double total = Arrays.stream(counts).sum();
    if (total == 0) return Optional.of(new Minimum(counts, new double[parameters], true));
    double[] coefficients = new double[parameters];
    coefficients[0] = total * density;
    if (descends(counts, total, coefficients)) {
      return Optional.of(new Minimum(counts, coefficients, false));
    }
    return new InteriorPoint(counts, total).minimum();
  }

  /// Newton's method without bounds, begun by least squares with the weights of a flat spectrum. It
  /// ends where a bin or the window turns negative: the bounds must then be minded.
  private boolean descends(double[] counts, double total, double[] coefficients) {
    double[] matrix = new double[parameters * parameters];
    double[] vector = new double[parameters];
    for (int step = 0; step < MOST_STEPS; step++) {
      Arrays.fill(matrix, 0);
      Arrays.fill(vector, 0);
      for (int row = 0; row < bins; row++) {
        double n = counts[row];
        double mu = content(row, coefficients);
        if (!(mu > 0)) return false;
        addSquare(matrix, row, step == 0 ? 1 / mu : statistic.curvature(n, mu));
        add(vector, row, step == 0 ? 1 - n / mu : statistic.slope(n, mu));
      }
      double[] gradient = vector.clone();
      if (!solve(matrix, vector)) return false;
      double decrement = 0;
      for (int j = 0; j < parameters; j++) {
        decrement += gradient[j] * vector[j];
        coefficients[j] -= vector[j];
      }
      if (step > 0 && decrement <= LAST_DECREMENT * total) return isPositive(coefficients);
    }
    return false;
  }

  private boolean isPositive(double[] coefficients) {
    for (int row = 0; row <= bins; row++) {
      if (!(content(row, coefficients) > 0)) return false;
    }
    return true;
  }

  /// A primal-dual path to the minimum under the bounds.
  ///
  /// Each row has a price `λ ≥ 0` of its bound, and `μ λ` is driven to zero on all rows alike,
  /// along Newton steps for `Σ (slope - λ) x = 0` and `μ λ = target`. At the end either μ or λ of a
  /// row vanishes: a bound holds where it is μ.
  ///
  /// @cite BoydVandenberghe2004
  private final class InteriorPoint {
    private static final double CENTRING = 0.1;
    private static final double MOST_OF_THE_WAY = 0.99;
    private static final double LEAST_PROGRESS = 0.01;

    private final double[] counts;
    private final double total;
    private final double mean;
    private double[] coefficients = new double[parameters];
    private double[] price = new double[bins + 1];

    InteriorPoint(double[] counts, double total) {
      this.counts = counts;
      this.total = total;
      mean = total / bins;
      coefficients[0] = total * density;
      for (int row = 0; row <= bins; row++) price[row] = mean / content(row, coefficients);
    }

    /// Where many bounds meet, rounding ends the path before its last digits.
    Optional<Minimum> minimum() {
      for (int step = 0; step < MOST_STEPS && gap() > LAST_GAP * total; step++) {
        if (!advances(CENTRING * gap() / (bins + 1))) break;
      }
      return residual(coefficients, price, 0) <= LAST_RESIDUAL
          ? Optional.of(new Minimum(counts, coefficients, isHeld()))
          : Optional.empty();
    }

    private double gap() {
      double sum = 0;
      for (int row = 0; row <= bins; row++) sum += price[row] * content(row, coefficients);
      return sum;
    }

    private boolean isHeld() {
      for (int row = 0; row <= bins; row++) {
        if (price[row] > content(row, coefficients) / mean) return true;
      }
      return false;
    }

    private boolean advances(double target) {
      double[] matrix = new double[parameters * parameters];
      double[] towards = new double[parameters];
      for (int row = 0; row <= bins; row++) {
        double mu = content(row, coefficients);
        addSquare(matrix, row, curvature(row, mu) + price[row] / mu);
        add(towards, row, target / mu - slope(row, mu));
      }
      if (!solve(matrix, towards)) return false;
      double[] priceTowards = new double[bins + 1];
      double longest = 1 / MOST_OF_THE_WAY;
      for (int row = 0; row <= bins; row++) {
        double mu = content(row, coefficients);
        double change = content(row, towards);
        priceTowards[row] = target / mu - price[row] - price[row] / mu * change;
        longest = Math.min(longest, room(mu, change));
        longest = Math.min(longest, room(price[row], priceTowards[row]));
      }
      double before = residual(coefficients, price, target);
      for (double length = MOST_OF_THE_WAY * longest; length > 1e-12; length /= 2) {
        double[] nextCoefficients = along(coefficients, towards, length);
        double[] nextPrice = along(price, priceTowards, length);
        if (residual(nextCoefficients, nextPrice, target)
            <= (1 - LEAST_PROGRESS * length) * before) {
          coefficients = nextCoefficients;
          price = nextPrice;
          return true;
        }
      }
      return false;
    }

    /// How far a positive value may follow its change until it is zero.
    private static double room(double value, double change) {
      return change < 0 ? -value / change : Double.POSITIVE_INFINITY;
    }

    private static double[] along(double[] from, double[] towards, double length) {
      double[] to = from.clone();
      for (int j = 0; j < to.length; j++) to[j] += length * towards[j];
      return to;
    }

    /// Length of what the two sets of equations lack, per event and parameter.
    private double residual(double[] coefficients, double[] price, double target) {
      double[] dual = new double[parameters];
      double sum = 0;
      for (int row = 0; row <= bins; row++) {
        double mu = content(row, coefficients);
        add(dual, row, slope(row, mu) - price[row]);
        double lack = (price[row] * mu - target) / mean;
        sum += lack * lack;
      }
      for (double lack : dual) sum += lack * lack;
      return Math.sqrt(sum);
    }

    /// The window has a bound and no count.
    private double slope(int row, double mu) {
      return row < bins ? statistic.slope(counts[row], mu) : 0;
    }

    private double curvature(int row, double mu) {
      return row < bins ? statistic.curvature(counts[row], mu) : 0;
    }
  }

  /// Where a fit ends.
  final class Minimum {
    private final double[] counts;
    private final double[] coefficients;
    private final boolean constrained;

    Minimum(double[] counts, double[] coefficients, boolean constrained) {
      this.counts = counts;
      this.coefficients = coefficients;
      this.constrained = constrained;
    }

    /// Whether a bin or the window is held at zero.
    boolean constrained() {
      return constrained;
    }

    /// Content of the window.
    double expected() {
      return content(bins, coefficients);
    }

    /// Standard deviation of the content of the window. Where bounds hold, the variance of a bin is
    /// at least half the mean count: a bin held at zero is not known to be empty.
    double statistical() {
      double total = Arrays.stream(counts).sum();
      if (total == 0) return 0;
      double least = constrained ? total / (2 * bins) : 0;
      double[] matrix = new double[parameters * parameters];
      for (int row = 0; row < bins; row++) {
        double variance = statistic.variance(counts[row], content(row, coefficients));
        addSquare(matrix, row, 1 / Math.max(variance, least));
      }
      double[] window = Arrays.copyOfRange(rows, bins * parameters, rows.length);
      double[] response = window.clone();
      solve(matrix, response);
      double variance = 0;
      for (int j = 0; j < parameters; j++) variance += window[j] * response[j];
      return Math.sqrt(variance);
    }

    /// Poisson deviance `2 Σ (μ - n + n ln(n/μ))` per degree of freedom.
    double deviance() {
      double sum = 0;
      for (int row = 0; row < bins; row++) {
        double n = counts[row];
        double mu = content(row, coefficients);
        sum += 2 * (n > 0 ? mu - n + n * StrictMath.log(n / mu) : mu);
      }
      return sum / (bins - parameters);
    }
  }

  /// `Σ_j c_j x_j` of a row.
  private double content(int row, double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < parameters; j++) sum += coefficients[j] * rows[row * parameters + j];
    return sum;
  }

  /// Adds `weight x` of a row.
  private void add(double[] vector, int row, double weight) {
    for (int j = 0; j < parameters; j++) vector[j] += weight * rows[row * parameters + j];
  }

  /// Adds `weight x xᵀ` of a row, the lower triangle.
  private void addSquare(double[] matrix, int row, double weight) {
    for (int j = 0; j < parameters; j++) {
      double weighted = weight * rows[row * parameters + j];
      for (int k = 0; k <= j; k++) {
        matrix[j * parameters + k] += weighted * rows[row * parameters + k];
      }
    }
  }

  /// Solves in place by Cholesky's method; false if the matrix is not positive definite.
  private boolean solve(double[] matrix, double[] vector) {
    for (int j = 0; j < parameters; j++) {
      double pivot = matrix[j * parameters + j];
      for (int k = 0; k < j; k++) {
        pivot -= matrix[j * parameters + k] * matrix[j * parameters + k];
      }
      if (!(pivot > 0)) return false;
      double root = Math.sqrt(pivot);
      matrix[j * parameters + j] = root;
      for (int i = j + 1; i < parameters; i++) {
        double sum = matrix[i * parameters + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i * parameters + k] * matrix[j * parameters + k];
        }
        matrix[i * parameters + j] = sum / root;
      }
    }
    for (int i = 0; i < parameters; i++) {
      for (int k = 0; k < i; k++) vector[i] -= matrix[i * parameters + k] * vector[k];
      vector[i] /= matrix[i * parameters + i];
    }
    for (int i = parameters - 1; i >= 0; i--) {
      for (int k = i + 1; k < parameters; k++) vector[i] -= matrix[k * parameters + i] * vector[k];
      vector[i] /= matrix[i * parameters + i];
    }
    return true;
  }
}
