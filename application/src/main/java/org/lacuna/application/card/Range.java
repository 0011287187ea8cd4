package org.lacuna.application.card;

import java.util.function.DoubleFunction;

/// The numbers from `low` to `high`, both included, or `low` not if it is open.
record Range(double low, boolean isOpen, double high) {
  static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY);

  static Range between(double low, double high) {
    return new Range(low, false, high);
  }

  static Range above(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY);
  }

  boolean contains(double number) {
    return (isOpen ? number > low : number >= low) && number <= high && Double.isFinite(number);
  }

  /// Says the range in words, as in "from 0 m to 300 m".
  String words(DoubleFunction<String> shown) {
    if (isOpen) return "above " + shown.apply(low);
    if (high == Double.POSITIVE_INFINITY) return "of at least " + shown.apply(low);
    return "from " + shown.apply(low) + " to " + shown.apply(high);
  }
}
