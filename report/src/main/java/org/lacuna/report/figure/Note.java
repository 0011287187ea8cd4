package org.lacuna.report.figure;

/// A text in a panel, its left end at a point of the data.
///
/// @param x where its left end is
/// @param y where its base line is
/// @param text in the mark-up of [Label]
/// @param ink its colour, that of the series it names
/// @param isUpright whether it runs upwards, its left end below and its middle at `x`
public record Note(double x, double y, Label text, Ink ink, boolean isUpright) {

  /// A text from left to right.
  public Note(double x, double y, Label text, Ink ink) {
    this(x, y, text, ink, false);
  }
}
