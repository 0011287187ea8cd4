package org.lacuna.application.calculator;

import org.lacuna.application.input.InputException;
import org.lacuna.core.quantity.Dimension;

/// Masses that a decay cannot make are refused, not answered with 0.
final class Limits {
  private Limits() {}

  /// Refuses a mass that is negative, or at or beyond a limit.
  ///
  /// @param option where it was given
  /// @param decay what the limit belongs to
  static void below(String option, double massGeV, double limitGeV, String decay) {
    if (massGeV >= 0 && massGeV < limitGeV) return;
    throw new InputException(
        "%s is %s: %s needs a mass from 0 to below %s"
            .formatted(
                option,
                Dimension.ENERGY.format(massGeV),
                decay,
                Dimension.ENERGY.format(limitGeV)));
  }
}
