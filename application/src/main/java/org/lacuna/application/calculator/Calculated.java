package org.lacuna.application.calculator;

import java.util.Locale;
import java.util.Map;

/// An answer of the calculator.
///
/// @param quantity what was calculated
/// @param inputs what it was calculated from, with the unit in the name
/// @param value a number, or numbers by name
/// @param unit of the value, empty for a pure number
record Calculated(String quantity, Map<String, Object> inputs, Object value, String unit) {

  /// One number for people, six digits.
  static String text(String name, double value, String unit) {
    return String.format(Locale.ROOT, "%s = %.6g %s", name, value, unit).stripTrailing();
  }
}
