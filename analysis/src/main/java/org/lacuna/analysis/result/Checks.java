package org.lacuna.analysis.result;

import java.util.stream.DoubleStream;
import org.lacuna.core.quantity.Estimate;

/// What the records of this package demand of their numbers.
final class Checks {

  static void atLeastZero(String name, double value) {
    require(value >= 0, name, value, "at least 0");
  }

  static void positive(String name, double value) {
    require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "positive and finite");
  }

  static void known(String name, double value) {
    require(!Double.isNaN(value), name, value, "a number, which only a failed result may lack");
  }

  static void atLeastZeroOrMissing(String name, double value) {
    require(!(value < 0), name, value, "at least 0, or NaN if not computed");
  }

  static void fractionOrMissing(String name, double value) {
    require(!(value < 0 || value > 1), name, value, "in [0, 1], or NaN if not computed");
  }

  /// The units of the file are fixed, so that nobody has to look at them twice.
  static void unit(String name, Estimate estimate, String unit) {
    if (!estimate.unit().equals(unit)) {
      throw new IllegalArgumentException(
          "%s has the unit \"%s\": give it in \"%s\"".formatted(name, estimate.unit(), unit));
    }
  }

  static boolean allMissing(double... values) {
    return DoubleStream.of(values).allMatch(Double::isNaN);
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("%s = %s: must be %s".formatted(name, value, range));
    }
  }

  private Checks() {}
}
