package org.lacuna.analysis.result;

import org.lacuna.core.quantity.Estimate;

/// A published number beside Lacuna's.
///
/// @param quantity in words, with its symbol
/// @param published as printed, in the unit of `lacuna`; sigma `NaN` if none is printed
/// @param lacuna the same quantity from this run
/// @param ratio lacuna / published
/// @param where in the publication
public record PublishedRow(
    String quantity, Estimate published, Estimate lacuna, double ratio, String where) {

  public PublishedRow {
    Checks.unit("published", published, lacuna.unit());
  }

  /// The row with its ratio worked out.
  public static PublishedRow of(
      String quantity, Estimate published, Estimate lacuna, String where) {
    return new PublishedRow(quantity, published, lacuna, lacuna.value() / published.value(), where);
  }
}
