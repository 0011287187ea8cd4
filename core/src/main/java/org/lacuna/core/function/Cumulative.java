package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// The cumulative distribution of a density, as a table of cells by the midpoint rule.
final class Cumulative {
  private final DoubleUnaryOperator place;
  private final double[] sum;

  /// @param place where y of [0, 1] lies, rising: it decides where cells are narrow
  /// @param density at such a place; any normalisation
  /// @param cells their number, several times that of the pieces of a curve which is made of it
  Cumulative(DoubleUnaryOperator place, DoubleUnaryOperator density, int cells) {
    this.place = place;
    sum = new double[cells + 1];
    double low = place.applyAsDouble(0);
    for (int k = 0; k < cells; k++) {
      double middle = place.applyAsDouble((k + 0.5) / cells);
      double high = place.applyAsDouble((k + 1.0) / cells);
      double height = density.applyAsDouble(middle);
      if (!(height >= 0)) {
        throw new IllegalArgumentException(
            "a density is not negative, but it is " + height + " at " + middle);
      }
      sum[k + 1] = sum[k] + height * (high - low);
      low = high;
    }
    if (!(sum[cells] > 0)) throw new IllegalArgumentException("a density is positive somewhere");
  }

  /// The place below which there is the share u of all.
  double inverse(double u) {
    int cells = sum.length - 1;
    double target = u * sum[cells];
    int below = 0;
    int above = cells;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (sum[middle] < target) below = middle;
      else above = middle;
    }
    double content = sum[above] - sum[below];
    double inside = content > 0 ? Math.min(1, (target - sum[below]) / content) : 0;
    return place.applyAsDouble((below + inside) / cells);
  }
}
