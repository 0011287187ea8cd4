package org.lacuna.statistics.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.lacuna.statistics.sideband.Interval;

/// A smooth curve through an expected spectrum: what pseudo-experiments are drawn from, so that
/// they do not all repeat the fluctuations of the simulation that it comes from.
///
/// The density is the exponential of a polynomial, fitted to the logarithms of the contents of
/// equal bins with their statistical errors. Of degree 8 it bends within a seventh of the range: it
/// follows the thresholds of a background and smooths what would look like a peak.
public final class SmoothSpectrum {
  private static final int BINS = 100;
  private static final int DEGREE = 8;

  /// With gaps between the points, or beyond them, the polynomial may be anything.
  private static final int FEWEST_BINS = 50;

  private final double low;
  private final double high;
  private final double[] coefficients;

  private SmoothSpectrum(double low, double high, double[] coefficients) {
    this.low = low;
    this.high = high;
    this.coefficients = coefficients;
  }

  /// Fits a spectrum; empty if fewer than half of its 100 bins have events.
  ///
  /// @param expected events in an interval; bins in which nothing is expected are left out
  /// @param error of that from the simulation
  /// @param range of the curve
  public static Optional<SmoothSpectrum> of(
      ToDoubleFunction<Interval> expected, ToDoubleFunction<Interval> error, Interval range) {
    double width = (range.high() - range.low()) / BINS;
    List<double[]> rows = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      double from = range.low() + bin * width;
      Interval cell = new Interval(from, from + width);
      double content = expected.applyAsDouble(cell);
      double sigma = error.applyAsDouble(cell);
      if (!(content > 0 && sigma > 0)) continue;
      double weight = content / sigma;
      double[] row = polynomials(place(from + width / 2, range.low(), range.high()));
      for (int k = 0; k <= DEGREE; k++) row[k] *= weight;
      rows.add(row);
      values.add(weight * StrictMath.log(content / width));
    }
    if (rows.size() < FEWEST_BINS) return Optional.empty();
    var matrix = new Array2DRowRealMatrix(rows.toArray(double[][]::new), false);
    var right = new ArrayRealVector(values.stream().mapToDouble(Double::doubleValue).toArray());
    double[] solved = new QRDecomposition(matrix).getSolver().solve(right).toArray();
    return Optional.of(new SmoothSpectrum(range.low(), range.high(), solved));
  }

  /// Expected events between two values, by Simpson's rule: for intervals that are short beside the
  /// range.
  public double contentOf(double from, double to) {
    return (to - from) / 6 * (density(from) + 4 * density((from + to) / 2) + density(to));
  }

  private double density(double x) {
    double[] polynomials = polynomials(place(x, low, high));
    double exponent = 0;
    for (int k = 0; k <= DEGREE; k++) exponent += coefficients[k] * polynomials[k];
    return StrictMath.exp(exponent);
  }

  /// −1 to 1 in the range.
  private static double place(double x, double low, double high) {
    return (2 * x - low - high) / (high - low);
  }

  /// Chebyshev polynomials, which are nearly independent of each other.
  private static double[] polynomials(double x) {
    double[] all = new double[DEGREE + 1];
    all[0] = 1;
    all[1] = x;
    for (int k = 2; k <= DEGREE; k++) all[k] = 2 * x * all[k - 1] - all[k - 2];
    return all;
  }
}
