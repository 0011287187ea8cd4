package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.UnivariateDerivative2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.histfactory.Response.EvenShift;
import org.lacuna.statistics.histfactory.Response.Exponential;
import org.lacuna.statistics.histfactory.Response.Identity;

class ResponseTest {
  static Stream<Response> responses() {
    return Stream.of(
        new Identity(),
        new EvenShift(),
        Exponential.between(0.9, 1.1),
        Exponential.between(0.98, 1.3),
        Exponential.between(1.2, 1.05));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void slopeAndCurvatureAreDerivatives(Response response) {
    double step = 1e-4;
    for (double parameter : new double[] {-2.3, -0.9, -0.4, 0.1, 0.7, 1.5}) {
      UnivariateDerivative2 at = response.at(parameter);
      double up = response.at(parameter + step).getValue();
      double down = response.at(parameter - step).getValue();
      assertThat(at.getFirstDerivative()).isCloseTo((up - down) / (2 * step), within(1e-6));
      assertThat(at.getSecondDerivative())
          .isCloseTo((up - 2 * at.getValue() + down) / (step * step), within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("responses")
  void valueSlopeAndCurvatureJoinSmoothly(Response response) {
    for (double end : new double[] {-1, 1}) {
      UnivariateDerivative2 inside = response.at(end * (1 - 1e-12));
      UnivariateDerivative2 outside = response.at(end);
      assertThat(inside.getValue()).isCloseTo(outside.getValue(), within(1e-10));
      assertThat(inside.getFirstDerivative())
          .isCloseTo(outside.getFirstDerivative(), within(1e-10));
      assertThat(inside.getSecondDerivative())
          .isCloseTo(outside.getSecondDerivative(), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -1, 0, 1, 2.5})
  void anExponentialFactorIsAPowerOutside(double parameter) {
    double expected =
        parameter == 0 ? 1 : parameter > 0 ? Math.pow(1.2, parameter) : Math.pow(0.7, -parameter);
    assertThat(Exponential.between(0.7, 1.2).at(parameter).getValue())
        .isCloseTo(expected, within(1e-14));
  }

  /// Value, slope and curvature of `high^θ` and `low^−θ` at the two ends, and 1 between them: seven
  /// conditions for a polynomial of sixth order.
  @ParameterizedTest
  @CsvSource({"0.9, 1.1", "0.98, 1.3", "1.2, 1.05", "0.4, 3"})
  void betweenTheEndsAFactorIsThePolynomialThatJoinsItsPowers(double low, double high) {
    Exponential factor = Exponential.between(low, high);
    assertThat(factor.inside().degree()).isEqualTo(6);
    assertThat(factor.at(0).getValue()).isEqualTo(1);
    double below = Math.log(low);
    double above = Math.log(high);
    double near = 1 - 1e-13;
    UnivariateDerivative2 up = factor.at(near);
    assertThat(up.getValue()).isCloseTo(high, within(1e-11));
    assertThat(up.getFirstDerivative()).isCloseTo(high * above, within(1e-11));
    assertThat(up.getSecondDerivative()).isCloseTo(high * above * above, within(1e-10));
    UnivariateDerivative2 down = factor.at(-near);
    assertThat(down.getValue()).isCloseTo(low, within(1e-11));
    assertThat(down.getFirstDerivative()).isCloseTo(-low * below, within(1e-11));
    assertThat(down.getSecondDerivative()).isCloseTo(low * below * below, within(1e-10));
  }

  @Test
  void effectsAreAsymmetricIfTheyAreFarFromOpposite() {
    assertThat(Exponential.between(0.9, 1.1).isAsymmetric()).isFalse();
    assertThat(Exponential.between(1.1, 0.9).isAsymmetric()).isFalse();
    assertThat(Exponential.between(0.98, 1.3).isAsymmetric()).isTrue();
    assertThat(Exponential.between(1.1, 1.2).isAsymmetric()).isTrue();
    assertThat(new Identity().isAsymmetric()).isFalse();
  }

  /// `S θ + p(θ) A` is `U θ` above 1 and `D θ` below −1.
  @Test
  void aShiftIsAStraightLineOutside() {
    double up = 7;
    double down = 3;
    for (double parameter : new double[] {-2, -1, 1, 3}) {
      double shift =
          parameter * (up + down) / 2 + new EvenShift().at(parameter).getValue() * (up - down) / 16;
      assertThat(shift).isCloseTo(parameter * (parameter > 0 ? up : down), within(1e-13));
    }
  }

  /// Code 4p as the specification writes it, in one place between the ends.
  @Test
  void aShiftIsTheKnownPolynomialInside() {
    double a = 0.37;
    assertThat(new EvenShift().at(a).getValue())
        .isCloseTo(a * a * (15 + a * a * (3 * a * a - 10)), within(1e-15));
  }
}
