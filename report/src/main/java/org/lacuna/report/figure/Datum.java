package org.lacuna.report.figure;

/// One point, bin or slice of a series. What a series does not have is `NaN`, and so is what was
/// not computed: there it has a gap.
///
/// @param x centre
/// @param xLow left end of a bin
/// @param xHigh right end of a bin
/// @param y value
/// @param yLow lower end of an error bar or band
/// @param yHigh upper end of an error bar or band
public record Datum(double x, double xLow, double xHigh, double y, double yLow, double yHigh) {

  /// A point of a curve.
  public static Datum point(double x, double y) {
    return new Datum(x, Double.NaN, Double.NaN, y, Double.NaN, Double.NaN);
  }

  /// A point with an error bar.
  public static Datum measured(double x, double y, double yLow, double yHigh) {
    return new Datum(x, Double.NaN, Double.NaN, y, yLow, yHigh);
  }

  /// A slice of a band.
  public static Datum between(double x, double yLow, double yHigh) {
    return new Datum(x, Double.NaN, Double.NaN, Double.NaN, yLow, yHigh);
  }

  /// A bin of a histogram.
  public static Datum bin(double xLow, double xHigh, double y) {
    return new Datum(0.5 * (xLow + xHigh), xLow, xHigh, y, Double.NaN, Double.NaN);
  }

  /// The same with another range in y.
  public Datum range(double low, double high) {
    return new Datum(x, xLow, xHigh, y, low, high);
  }
}
