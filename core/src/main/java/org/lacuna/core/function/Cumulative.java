package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// The cumulative distribution of a density, as a table of 2¹⁸ cells by the midpoint rule.
final class Cumulative {
  private static final int CELLS = 1 << 18;

  private final DoubleUnaryOperator place;
  private final double[] sum = new double[CELLS + 1];

  /// @param place where y of [0, 1] lies, rising: it decides where cells are narrow
  /// @param density at such a place; any normalisation
  Cumulative(DoubleUnaryOperator place, DoubleUnaryOperator density) {
    this.place = place;
    double low = place.applyAsDouble(0);
    for (int k = 0; k < CELLS; k++) {
      double middle = place.applyAsDouble((k + 0.5) / CELLS);
      double high = place.applyAsDouble((k + 1.0) / CELLS);
      double height = density.applyAsDouble(middle);
      if (!(height >= 0)) {
        throw new IllegalArgumentException(
            "a density is not negative, but it is " + height + " at " + middle);
      }
      sum[k + 1] = sum[k] + height * (high - low);
      low = high;
    }
    if (!(sum[CELLS] > 0)) throw new IllegalArgumentException("a density is positive somewhere");
  }

  /// The place below which there is the share u of all.
  double inverse(double u) {
    double target = u * sum[CELLS];
    int below = 0;
    int above = CELLS;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (sum[middle] < target) below = middle;
      else above = middle;
    }
    double content = sum[above] - sum[below];
    double inside = content > 0 ? Math.min(1, (target - sum[below]) / content) : 0;
    return place.applyAsDouble((below + inside) / CELLS);
  }
}
