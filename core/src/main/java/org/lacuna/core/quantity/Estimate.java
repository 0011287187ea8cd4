package org.lacuna.core.quantity;

/// A value with its standard uncertainty and unit; as JSON `{"value", "sigma", "unit"}`.
///
/// @param value central value
/// @param sigma absolute standard uncertainty, 0 or above
/// @param unit unit of both, empty for a pure number
public record Estimate(double value, double sigma, String unit) {
  /// @throws IllegalArgumentException if `sigma` is negative or NaN
  public Estimate {
    if (!(sigma >= 0)) {
      throw new IllegalArgumentException("sigma is " + sigma + ": give 0 or more");
    }
  }

  /// Value ± sigma, then the unit.
  @Override
  public String toString() {
    String pair = value + " ± " + sigma;
    return unit.isEmpty() ? pair : "(" + pair + ") " + unit;
  }
}
