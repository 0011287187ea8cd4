package org.lacuna.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What one entry of the legend stands for.
///
/// @param label in the legend, in the mark-up of [Label]; empty for none
/// @param kind how the data are drawn
/// @param look colour and line
/// @param data by rising x
public record Series(Label label, Kind kind, Look look, List<Datum> data) {

  /// What is drawn of the data.
  public enum Kind {
    /// A line through (x, y).
    LINE,
    /// A line through (x, y), hatched above because values there are excluded.
    EXCLUDED_ABOVE,
    /// The same, excluded below.
    EXCLUDED_BELOW,
    /// Discs at (x, y) with bars from yLow to yHigh.
    POINTS,
    /// The outline of bins of height y.
    STEPS,
    /// The area between yLow and yHigh at the values x.
    BAND,
    /// The area between yLow and yHigh of bins.
    STEP_BAND
  }

  public Series {
    data = List.copyOf(data);
  }

  /// A series with a label.
  public static Series of(String label, Kind kind, Look look, List<Datum> data) {
    return new Series(new Label(label), kind, look, data);
  }

  /// Whether the data are bins.
  public boolean isBinned() {
    return kind == Kind.STEPS || kind == Kind.STEP_BAND;
  }

  /// Whether an area is drawn.
  public boolean isArea() {
    return kind == Kind.BAND || kind == Kind.STEP_BAND;
  }

  /// Every value, for the choice of an axis.
  public DoubleStream values() {
    return values(data.stream());
  }

  /// The values within another axis.
  public DoubleStream values(Axis x) {
    return values(data.stream().filter(datum -> x.low() <= datum.x() && datum.x() <= x.high()));
  }

  private static DoubleStream values(Stream<Datum> data) {
    return data.flatMapToDouble(datum -> DoubleStream.of(datum.y(), datum.yLow(), datum.yHigh()))
        .filter(value -> !Double.isNaN(value));
  }
}
