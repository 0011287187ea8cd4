package org.lacuna.analysis.acceptance;

import java.util.Arrays;
import org.lacuna.analysis.sample.Order;

/// Width of the Gaussian core of a distribution with tails.
///
/// It starts from half of the central 68.27 % interval; then five times the standard deviation of
/// what lies within two widths of the mean there, divided by 0.8796, which is that of a normal
/// distribution cut at two standard deviations. The uncertainty is that of the fixed point, `1.106
/// σ/√n` with n the effective number of entries within two widths.
///
/// @param sigma the width, in the unit of the values
/// @param sigmaError its statistical uncertainty
/// @param mean of the core
public record GaussianCore(double sigma, double sigmaError, double mean) {
  private static final double CENTRAL = 0.6827;
  private static final double CUT = 2;
  private static final double CUT_NORMAL = 0.8796;
  private static final double ERROR = 1.106;
  private static final int ROUNDS = 5;

  /// The core of a weighted sample.
  ///
  /// @param values in any order
  /// @param weights as many, not negative
  /// @throws IllegalArgumentException if the sample is empty or has no width
  public static GaussianCore of(double[] values, double[] weights) {
    double[] squares = Arrays.stream(weights).map(w -> w * w).toArray();
    return of(values, weights, squares);
  }

  /// The core of a histogram.
  ///
  /// @param centres of the bins
  /// @param contents of the bins: counts, or sums of weights
  /// @param variances of the contents: the counts, or sums of squared weights
  /// @throws IllegalArgumentException if the histogram is empty
  public static GaussianCore ofBins(double[] centres, double[] contents, double[] variances) {
    return of(centres, contents, variances);
  }

  /// @param squares the variance of each weight
  private static GaussianCore of(double[] values, double[] weights, double[] squares) {
    int[] order = Order.rising(values);
    double[] x = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    double[] w = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
    double[] ww = Arrays.stream(order).mapToDouble(i -> squares[i]).toArray();
    double total = Arrays.stream(w).sum();
    if (!(total > 0)) {
      throw new IllegalArgumentException(
          "the width of "
              + values.length
              + " entries with a sum of weights of "
              + total
              + " is not defined; throw more events");
    }
    double low = quantile(x, w, total * (1 - CENTRAL) / 2);
    double high = quantile(x, w, total * (1 + CENTRAL) / 2);
    double sigma = (high - low) / 2;
    double mean = (high + low) / 2;
    double effective = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      double sumX = 0;
      double sumXX = 0;
      double sumWW = 0;
      for (int i = 0; i < x.length; i++) {
        double from = x[i] - mean;
        if (Math.abs(from) > CUT * sigma) continue;
        sum += w[i];
        sumX += w[i] * from;
        sumXX += w[i] * from * from;
        sumWW += ww[i];
      }
      if (!(sum > 0)) break;
      double shift = sumX / sum;
      mean += shift;
      sigma = Math.sqrt(Math.max(0, sumXX / sum - shift * shift)) / CUT_NORMAL;
      effective = sum * sum / sumWW;
    }
    return new GaussianCore(sigma, ERROR * sigma / Math.sqrt(effective), mean);
  }

  private static double quantile(double[] x, double[] w, double target) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w[i];
      if (sum >= target) return x[i];
    }
    return x[x.length - 1];
  }
}
