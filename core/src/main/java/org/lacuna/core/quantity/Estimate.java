package org.lacuna.core.quantity;

/// A value with its standard uncertainty and unit; as JSON `{"value", "sigma", "unit"}`.
///
/// @param value central value; `NaN` if not computed
/// @param sigma absolute standard uncertainty, 0 or above; `NaN` if not estimated
/// @param unit unit of both, empty for a pure number
public record Estimate(double value, double sigma, String unit) {
  /// @throws IllegalArgumentException if `sigma` is negative
  public Estimate {
    if (sigma < 0) {
      throw new IllegalArgumentException(
          "sigma is " + sigma + ": give 0 or more, or NaN if not estimated");
    }
  }

  /// Value ± sigma if estimated, then the unit.
  @Override
  public String toString() {
    if (Double.isNaN(sigma)) return (value + " " + unit).strip();
    String pair = value + " ± " + sigma;
    return unit.isEmpty() ? pair : "(" + pair + ") " + unit;
  }
}
