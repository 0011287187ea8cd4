package org.lacuna.report.figure;

import java.awt.Color;
import java.util.Locale;

/// The colours of figures: those of Okabe and Ito, told apart by all kinds of colour vision and,
/// with [Dash], in black and white; and pale ones for areas.
public enum Ink {
  BLACK(0x000000),
  GREY(0x7a7a7a),
  ORANGE(0xe69f00),
  SKY(0x56b4e9),
  GREEN(0x009e73),
  BLUE(0x0072b2),
  VERMILION(0xd55e00),
  PURPLE(0xcc79a7),
  /// Area of ±1 σ.
  INNER_BAND(0x8fd0bb),
  /// Area of ±2 σ.
  OUTER_BAND(0xf7ecaa),
  PALE_GREY(0xd4d4d4);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  Color colour() {
    return new Color(rgb);
  }

  /// As pages write it, `#rrggbb`.
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
