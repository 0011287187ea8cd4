package org.lacuna.application.catalogue;

/// Straight lines between points.
final class Points {
  /// The value at a place, constant outside the points.
  ///
  /// @param x rising
  static double between(double[] x, double[] y, double at) {
    int last = x.length - 1;
    if (at <= x[0]) return y[0];
    if (at >= x[last]) return y[last];
    int k = 0;
    while (x[k + 1] < at) k++;
    return y[k] + (at - x[k]) / (x[k + 1] - x[k]) * (y[k + 1] - y[k]);
  }

  private Points() {}
}
