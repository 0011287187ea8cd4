package org.lacuna.physics.exotic;

/// A spin-summed amplitude at fixed t, as powers of `D = (p + q)² − m²`: `c₋₂/D² + c₋₁/D + c₀ +
/// c₁D`.
record SpinSum(double inverseSquare, double inverse, double constant, double linear) {

  SpinSum times(double factor) {
    return new SpinSum(
        factor * inverseSquare, factor * inverse, factor * constant, factor * linear);
  }

  double at(double d) {
    return (inverseSquare / d + inverse) / d + constant + linear * d;
  }

  /// The integral over D from `low` to `low + width`, each term a multiple of the width, so that
  /// nothing is lost where the range closes.
  double integral(double low, double width) {
    double high = low + width;
    return width * (inverseSquare / (low * high) + constant + linear * (low + high) / 2)
        + inverse * StrictMath.log1p(width / low);
  }
}
