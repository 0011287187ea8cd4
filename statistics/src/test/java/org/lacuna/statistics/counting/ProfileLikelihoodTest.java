package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Against the likelihood as the table of [ProfileLikelihood] writes it and a search for its
/// maximum by another library.
class ProfileLikelihoodTest {
  static Stream<Arguments> cases() {
    return Stream.of(
            new Background.Gaussian(7, 2),
            new Background.Gaussian(2, 3),
            new Background.LogNormal(7, 2),
            new Background.LogNormal(0.5, 1),
            new Background.Gamma(7, 2),
            new Background.Gamma(0.5, 1))
        .flatMap(background ->
            Stream.of(0.0, 1.0, 9.0, 30.0)
                .flatMap(count ->
                    Stream.of(0.0, 0.3, 6.0, 40.0)
                        .map(signal -> Arguments.of(background, count, signal))));
  }

  /// `−2 ln L` but for what depends on the data alone.
  private static double minusTwoLogLikelihood(
      Background background, double count, double auxiliary, double signal, double t) {
    double mean = signal + t;
    double ofCount = 2 * (mean - (count == 0 ? 0 : count * Math.log(mean)));
    return ofCount
        + switch (background) {
          case Background.Gaussian(_, double delta) -> Math.pow((auxiliary - t) / delta, 2);
          case Background.LogNormal(double b, double delta) ->
              Math.pow(Math.log(auxiliary / t) / Math.log1p(delta / b), 2);
          case Background.Gamma(double b, double delta) -> {
            double tau = b / (delta * delta);
            yield 2 * tau * (t - auxiliary * Math.log(t));
          }
        };
  }

  private static double lowest(DoubleUnaryOperator function, double high) {
    return new BrentOptimizer(1e-10, 1e-14)
        .optimize(
            GoalType.MINIMIZE,
            new MaxEval(1000),
            new SearchInterval(1e-12, high),
            new UnivariateObjectiveFunction(function::applyAsDouble))
        .getValue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFittedBackgroundIsTheBestOne(Background background, double count, double signal) {
    ProfileLikelihood likelihood = new ProfileLikelihood(background);
    double a = background.expected();
    DoubleUnaryOperator nll = t -> minusTwoLogLikelihood(background, count, a, signal, t);
    double fitted = likelihood.fitted(signal, count, a);
    assertThat(fitted).isNotNegative();
    assertThat(nll.applyAsDouble(Math.max(fitted, 1e-12)))
        .isCloseTo(lowest(nll, count + a + 20 * background.sigma()), within(1e-9));
  }

  /// The perfect fit has the background `a` and the signal `n − a`, whatever its sign.
  @ParameterizedTest
  @MethodSource("cases")
  void theDevianceIsTheDifferenceToAPerfectFit(Background background, double count, double signal) {
    double a = background.expected();
    double fitted = new ProfileLikelihood(background).fitted(signal, count, a);
    double best = minusTwoLogLikelihood(background, count, a, count - a, a);
    assertThat(new ProfileLikelihood(background).deviance(signal, count, a))
        .isCloseTo(
            minusTwoLogLikelihood(background, count, a, signal, Math.max(fitted, 1e-300)) - best,
            within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStatisticComparesWithTheBestSignalFromNoneToTheTested(
      Background background, double count, double signal) {
    ProfileLikelihood likelihood = new ProfileLikelihood(background);
    double a = background.expected();
    double best = Math.clamp(count - a, 0, signal);
    assertThat(likelihood.oneSided(signal, count, a))
        .isCloseTo(
            likelihood.deviance(signal, count, a) - likelihood.deviance(best, count, a),
            within(1e-12))
        .isNotNegative();
    assertThat(likelihood.oneSided(Math.max(0, count - a), count, a)).isZero();
  }

  /// A background measured with `τ` times the exposure: `q` without a signal is the square of the
  /// significance of Li and Ma, their equation 17.
  @Test
  void theSideRegionIsThatOfLiAndMa() {
    for (double[] onOff :
        new double[][] {{10, 3, 1}, {140, 100, 1}, {5, 40, 9}, {500, 3000, 7.5}}) {
      double on = onOff[0];
      double off = onOff[1];
      double alpha = 1 / onOff[2];
      double square =
          2 * on * Math.log((1 + alpha) / alpha * on / (on + off))
              + 2 * off * Math.log((1 + alpha) * off / (on + off));
      // b₀ = α off with τ = b₀/δ².
      Background background = new Background.Gamma(alpha * off, alpha * Math.sqrt(off));
      assertThat(new ProfileLikelihood(background).deviance(0, on, alpha * off))
          .isCloseTo(square, within(1e-11 * square));
    }
  }

  /// Without counts the side region and the window add up: `t = m/(1 + τ)` whatever the signal.
  @Test
  void withoutCountsTheSignalSaysNothingAboutTheBackground() {
    ProfileLikelihood likelihood = new ProfileLikelihood(new Background.Gamma(7, 2));
    double tau = 7 / 4.0;
    for (double signal : new double[] {0, 1e-6, 1, 5, 1e9}) {
      assertThat(likelihood.fitted(signal, 0, 7))
          .as("signal %s", signal)
          .isCloseTo(tau * 7 / (1 + tau), within(1e-13));
    }
    assertThat(likelihood.fitted(3, 10, 0)).isCloseTo(10 / (1 + tau) - 3, within(1e-13));
    assertThat(likelihood.fitted(30, 10, 0)).isZero();
  }

  @Test
  void aKnownBackgroundIsNotFitted() {
    ProfileLikelihood likelihood = new ProfileLikelihood(new Background.Gaussian(4, 0));
    assertThat(likelihood.fitted(3, 20, 4)).isEqualTo(4);
    assertThat(likelihood.deviance(3, 20, 4))
        .isCloseTo(2 * (7 - 20 + 20 * Math.log(20 / 7.0)), within(1e-12));
    assertThat(new ProfileLikelihood(new Background.Gaussian(0, 0)).oneSided(3, 0, 0)).isEqualTo(6);
  }

  /// `−2 ln L` of a normal constraint is linear in a measurement far below 0; the best signal is
  /// then the whole count.
  @Test
  void aMeasurementBelowNothingLeavesTheCountToTheSignal() {
    ProfileLikelihood likelihood = new ProfileLikelihood(new Background.Gaussian(1, 2));
    assertThat(likelihood.fitted(5, 3, -4)).isZero();
    assertThat(likelihood.oneSided(3, 3, -4)).isZero();
    assertThat(likelihood.oneSided(5, 3, -4))
        .isCloseTo(2 * (5 - 3 + 3 * Math.log(3 / 5.0)), within(1e-12));
  }
}
