package org.lacuna.report.figure;

/// How a line is interrupted.
public enum Dash {
  SOLID,
  DASHED,
  DOTTED,
  DASH_DOTTED,
  LONG;

  /// What is drawn and left out by turns, in units of the width of the line; empty for a whole
  /// line.
  float[] lengths() {
    return switch (this) {
      case SOLID -> new float[0];
      case DASHED -> new float[] {5, 2.5f};
      case DOTTED -> new float[] {1, 2};
      case DASH_DOTTED -> new float[] {6, 2.2f, 1.2f, 2.2f};
      case LONG -> new float[] {10, 3};
    };
  }
}
