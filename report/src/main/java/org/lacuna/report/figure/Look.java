package org.lacuna.report.figure;

/// How a series is drawn.
///
/// @param ink colour of its lines, points or area
/// @param dash of its lines
/// @param widthPt of its lines
public record Look(Ink ink, Dash dash, double widthPt) {

  /// A whole line, points, or an area.
  public static Look of(Ink ink) {
    return new Look(ink, Dash.SOLID, 1.2);
  }

  /// An interrupted line.
  public static Look of(Ink ink, Dash dash) {
    return new Look(ink, dash, 1.2);
  }

  /// The same with lines of another width.
  public Look width(double pt) {
    return new Look(ink, dash, pt);
  }
}
