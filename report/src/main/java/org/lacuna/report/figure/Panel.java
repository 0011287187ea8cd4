package org.lacuna.report.figure;

import java.util.List;

/// One frame of a figure, with its own y-axis.
///
/// @param y its axis
/// @param heightPt of the frame
/// @param series drawn in this order, later ones on top
/// @param boundaries values of x marked by arrows that point down to the x-axis
/// @param notes texts
public record Panel(
    Axis y, double heightPt, List<Series> series, List<Double> boundaries, List<Note> notes) {

  public Panel {
    series = List.copyOf(series);
    boundaries = List.copyOf(boundaries);
    notes = List.copyOf(notes);
  }

  /// A panel with nothing but its series.
  public static Panel of(Axis y, double heightPt, List<Series> series) {
    return new Panel(y, heightPt, series, List.of(), List.of());
  }

  /// The same with boundaries.
  public Panel boundaries(Double... x) {
    return new Panel(y, heightPt, series, List.of(x), notes);
  }
}
