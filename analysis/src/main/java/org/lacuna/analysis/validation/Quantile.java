package org.lacuna.analysis.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacuna.analysis.sample.Order;
import org.lacuna.core.quantity.Estimate;

/// The value below which a share of a weighted sample lies.
///
/// Its error is half of the distance between the values at the shares one binomial standard
/// deviation, `√(s(1 − s)/n)`, below and above, with n the effective number of entries.
///
/// @param share 0 to 1
/// @param value with the error of the Monte Carlo
public record Quantile(double share, Estimate value) {

  /// Quantiles of a sample.
  ///
  /// @param values in any order
  /// @param weights as many, not negative
  /// @param unit of the quantiles
  /// @param scale from the values to that unit
  public static List<Quantile> of(
      double[] values, double[] weights, String unit, double scale, List<Double> shares) {
    int[] order = Order.rising(values);
    double[] x = Arrays.stream(order).mapToDouble(i -> scale * values[i]).toArray();
    double[] below = new double[x.length];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = weights[order[i]];
      sum += weight;
      squares += weight * weight;
      below[i] = sum;
    }
    double effective = sum * sum / squares;
    List<Quantile> quantiles = new ArrayList<>();
    for (double share : shares) {
      double spread = Math.sqrt(share * (1 - share) / effective);
      double error =
          (at(x, below, (share + spread) * sum) - at(x, below, (share - spread) * sum)) / 2;
      Estimate value = new Estimate(at(x, below, share * sum), error, unit);
      quantiles.add(new Quantile(share, value));
    }
    return quantiles;
  }

  /// Between two entries the straight line.
  private static double at(double[] x, double[] below, double target) {
    int found = Arrays.binarySearch(below, target);
    int k = found >= 0 ? found : -found - 1;
    if (k == 0) return x[0];
    if (k >= x.length) return x[x.length - 1];
    return x[k - 1] + (target - below[k - 1]) / (below[k] - below[k - 1]) * (x[k] - x[k - 1]);
  }
}
