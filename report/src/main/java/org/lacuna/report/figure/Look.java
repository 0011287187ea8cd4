package org.lacuna.report.figure;

import java.util.List;

/// How a series is drawn.
///
/// @param ink colour of its lines, points or area
/// @param dash of its lines
/// @param widthPt of its lines
public record Look(Ink ink, Dash dash, double widthPt) {
  private static final List<Look> APART =
      List.of(
          of(Ink.BLUE),
          of(Ink.VERMILION, Dash.DASHED),
          of(Ink.GREEN, Dash.DASH_DOTTED),
          of(Ink.PURPLE, Dash.LONG),
          of(Ink.ORANGE, Dash.DOTTED).width(1.6),
          of(Ink.SKY, Dash.LONG),
          of(Ink.GREY));

  /// A whole line, points, or an area.
  public static Look of(Ink ink) {
    return new Look(ink, Dash.SOLID, 1.2);
  }

  /// An interrupted line.
  public static Look of(Ink ink, Dash dash) {
    return new Look(ink, dash, 1.2);
  }

  /// The look of one of several lines, told apart by colour and by dash.
  ///
  /// @param number of the line, from 0
  public static Look apart(int number) {
    return APART.get(number % APART.size());
  }

  /// The same with lines of another width.
  public Look width(double pt) {
    return new Look(ink, dash, pt);
  }
}
