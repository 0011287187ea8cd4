package org.lacuna.statistics.histfactory;

import org.hipparchus.analysis.differentiation.UnivariateDerivative2;
import org.hipparchus.analysis.polynomials.PolynomialFunction;

/// How an expected count follows one parameter `θ`: a value with its slope and curvature.
///
/// Between the three points at which the effect is known (`θ = −1, 0, 1`) it is a polynomial,
/// beyond them it continues as a straight line or an exponential; value, slope and curvature are
/// continuous at both ends.
///
/// @cite Cranmer2012
sealed interface Response {
  UnivariateDerivative2 at(double parameter);

  /// Whether the effects at `θ = −1` and `θ = 1` are far from opposite: a likelihood may then have
  /// a valley on either side.
  default boolean isAsymmetric() {
    return false;
  }

  /// The parameter itself: factors without a constraint, and factors per bin.
  record Identity() implements Response {
    @Override
    public UnivariateDerivative2 at(double parameter) {
      return new UnivariateDerivative2(parameter, 1, 0);
    }
  }

  /// The part of a shift that does not change its sign with `θ`: `p(θ) = 8 |θ|` for `|θ| ≥ 1`, `θ²
  /// (15 − 10 θ² + 3 θ⁴)` between.
  ///
  /// With `U = high − nominal`, `D = nominal − low`, `S = (U + D)/2` and `A = (U − D)/16`, the
  /// shift of a bin (interpolation code 4p) is `θ S + p(θ) A`.
  record EvenShift() implements Response {
    private static final PolynomialFunction INSIDE = new PolynomialFunction(0, 0, 15, 0, -10, 0, 3);

    @Override
    public UnivariateDerivative2 at(double parameter) {
      if (Math.abs(parameter) >= 1) {
        return new UnivariateDerivative2(8 * Math.abs(parameter), 8 * Math.signum(parameter), 0);
      }
      return INSIDE.value(new UnivariateDerivative2(parameter, 1, 0));
    }
  }

  /// A factor (interpolation code 4): `high^θ` for `θ ≥ 1`, `low^−θ` for `θ ≤ −1`, between them the
  /// polynomial of sixth order that is 1 at 0 and joins both smoothly.
  record Exponential(double logLow, double logHigh, PolynomialFunction inside) implements Response {
    /// @param low factor at `θ = −1`, above 0
    /// @param high factor at `θ = +1`, above 0
    static Exponential between(double low, double high) {
      double logLow = StrictMath.log(low);
      double logHigh = StrictMath.log(high);
      // Even and odd part of the function to meet: value, slope and curvature at θ = 1.
      double evenValue = (high + low) / 2 - 1;
      double oddValue = (high - low) / 2;
      double evenSlope = (high * logHigh + low * logLow) / 2;
      double oddSlope = (high * logHigh - low * logLow) / 2;
      double evenCurvature = (high * logHigh * logHigh + low * logLow * logLow) / 2;
      double oddCurvature = (high * logHigh * logHigh - low * logLow * logLow) / 2;
      return new Exponential(
          logLow,
          logHigh,
          new PolynomialFunction(
              1,
              (15 * oddValue - 7 * oddSlope + oddCurvature) / 8,
              (24 * evenValue - 9 * evenSlope + evenCurvature) / 8,
              (-10 * oddValue + 10 * oddSlope - 2 * oddCurvature) / 8,
              (-24 * evenValue + 14 * evenSlope - 2 * evenCurvature) / 8,
              (3 * oddValue - 3 * oddSlope + oddCurvature) / 8,
              (8 * evenValue - 5 * evenSlope + evenCurvature) / 8));
    }

    @Override
    public boolean isAsymmetric() {
      return 2 * Math.abs(logHigh + logLow) > Math.abs(logHigh - logLow);
    }

    @Override
    public UnivariateDerivative2 at(double parameter) {
      if (Math.abs(parameter) < 1) {
        return inside.value(new UnivariateDerivative2(parameter, 1, 0));
      }
      double rate = parameter > 0 ? logHigh : -logLow;
      double value = StrictMath.exp(rate * parameter);
      return new UnivariateDerivative2(value, rate * value, rate * rate * value);
    }
  }
}
