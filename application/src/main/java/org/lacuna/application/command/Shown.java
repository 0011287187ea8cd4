package org.lacuna.application.command;

import java.util.Locale;
import org.lacuna.core.quantity.Estimate;

/// Numbers for people.
final class Shown {
  private Shown() {}

  /// Value and uncertainty with the digits that matter, or a dash.
  static String estimate(Estimate estimate) {
    if (Double.isNaN(estimate.value())) return "-";
    String text = String.format(Locale.ROOT, "%.4g", estimate.value());
    if (!Double.isNaN(estimate.sigma())) {
      text += String.format(Locale.ROOT, " +- %.2g", estimate.sigma());
    }
    return estimate.unit().isEmpty() ? text : text + " " + estimate.unit();
  }
}
