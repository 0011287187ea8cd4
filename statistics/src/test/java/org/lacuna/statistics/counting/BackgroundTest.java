package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LogNormalDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTest {
  private static final GaussIntegratorFactory LEGENDRE = new GaussIntegratorFactory();

  static Stream<Background> backgrounds() {
    return Stream.of(
        new Background.Gaussian(0, 1.5),
        new Background.Gaussian(0.2, 3),
        new Background.Gaussian(5, 2),
        new Background.Gaussian(100, 9),
        new Background.Gaussian(7549, 928),
        new Background.LogNormal(5, 2),
        new Background.LogNormal(0.01, 0.03),
        new Background.LogNormal(7549, 928),
        new Background.Gamma(5, 2),
        new Background.Gamma(3, 4),
        new Background.Gamma(7549, 928));
  }

  /// The same distributions by another library; a normal one has no part below 0.
  private static double cumulative(Background background, double b) {
    return switch (background) {
      case Background.Gaussian(double expected, double sigma) -> {
        NormalDistribution normal = new NormalDistribution(expected, sigma);
        double below = normal.cumulativeProbability(0);
        yield (normal.cumulativeProbability(b) - below) / (1 - below);
      }
      case Background.LogNormal(double expected, double sigma) ->
          new LogNormalDistribution(StrictMath.log(expected), StrictMath.log1p(sigma / expected))
              .cumulativeProbability(b);
      case Background.Gamma(double expected, double sigma) ->
          new GammaDistribution(expected * expected / (sigma * sigma), sigma * sigma / expected)
              .cumulativeProbability(b);
    };
  }

  private static double[] places(Background background) {
    double b = background.expected();
    double delta = background.sigma();
    return Stream.of(-3, -2, -1, 0, 1, 2, 3, 5)
        .mapToDouble(z -> b + z * delta)
        .filter(x -> x > 0)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("backgrounds")
  void theDistributionIsTheNamedOne(Background background) {
    for (double b : places(background)) {
      double below = cumulative(background, b);
      assertThat(StrictMath.exp(background.logCumulative().applyAsDouble(b)))
          .as("below %s", b)
          .isCloseTo(below, within(1e-9));
      assertThat(StrictMath.exp(background.logSurvival().applyAsDouble(b)))
          .as("above %s", b)
          .isCloseTo(1 - below, within(1e-9));
    }
  }

  /// The slope by a central difference of third order.
  @ParameterizedTest
  @MethodSource("backgrounds")
  void theDensityIsTheSlopeOfTheDistribution(Background background) {
    for (double b : places(background)) {
      double h = 0.01 * Math.min(b, background.sigma());
      DoubleUnaryOperator below = x -> StrictMath.exp(background.logCumulative().applyAsDouble(x));
      double slope =
          (8 * (below.applyAsDouble(b + h) - below.applyAsDouble(b - h))
                  - (below.applyAsDouble(b + 2 * h) - below.applyAsDouble(b - 2 * h)))
              / (12 * h);
      double density = StrictMath.exp(background.logDensity().applyAsDouble(b));
      assertThat(density).as("at %s", b).isCloseTo(slope, within(1e-5 / background.sigma()));
    }
  }

  /// From the density alone, in the logarithm: close to 0, through the body and far above.
  @ParameterizedTest
  @MethodSource("backgrounds")
  void theDistributionOfACutNormalIsAccurateDownToNothing(Background background) {
    if (!(background instanceof Background.Gaussian)) return;
    DoubleUnaryOperator density = background.logDensity();
    DoubleUnaryOperator cumulative = background.logCumulative();
    double delta = background.sigma();
    for (double b :
        new double[] {1e-9, 1e-4, 0.9e-3, 1.1e-3, 0.05, 0.3, 0.99, 1.01, 1.5, 2, 4, 7, 11}) {
      double end = b * delta;
      double top = density.applyAsDouble(end);
      double integral = 0;
      int panels = 40;
      for (int i = 0; i < panels; i++) {
        GaussIntegrator panel = LEGENDRE.legendre(20, end * i / panels, end * (i + 1) / panels);
        integral += panel.integrate(x -> StrictMath.exp(density.applyAsDouble(x) - top));
      }
      assertThat(cumulative.applyAsDouble(end))
          .as("%s standard deviations above 0", b)
          .isCloseTo(top + StrictMath.log(integral), within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("backgrounds")
  void farAboveEverythingIsBelow(Background background) {
    double far = background.expected() + 1e4 * background.sigma();
    assertThat(background.logCumulative().applyAsDouble(far)).isCloseTo(0, within(1e-13));
    assertThat(background.logSurvival().applyAsDouble(far)).isLessThan(-30);
    assertThat(background.logSurvival().applyAsDouble(0)).isCloseTo(0, within(1e-13));
  }

  /// `δ` above the median of a log-normal background is a standard deviation.
  @Test
  void theUncertaintyOfALogNormalBackgroundIsAFactor() {
    Background background = new Background.LogNormal(20, 8);
    double oneSigma = StrictMath.log(new NormalDistribution().cumulativeProbability(1));
    assertThat(background.logCumulative().applyAsDouble(20))
        .isCloseTo(-StrictMath.log(2), within(1e-14));
    assertThat(background.logCumulative().applyAsDouble(28)).isCloseTo(oneSigma, within(1e-14));
    assertThat(background.logSurvival().applyAsDouble(20 / 1.4)).isCloseTo(oneSigma, within(1e-14));
  }

  /// Between nine standard deviations on either side a stretch is that long; beyond, the
  /// distribution is flat and a stretch goes back to where that begins.
  @Test
  void aSmoothStretchIsNineStandardDeviations() {
    Background normal = new Background.Gaussian(100, 10);
    assertThat(normal.smoothFrom(150)).isEqualTo(60);
    assertThat(normal.smoothFrom(199)).isEqualTo(109);
    assertThat(normal.smoothFrom(1000)).isEqualTo(190);
    assertThat(normal.smoothFrom(9)).isZero();
    assertThat(normal.smoothFrom(11)).isEqualTo(-79);
    double factor = 1 + 1 / 50.0;
    Background logNormal = new Background.LogNormal(50, 1);
    assertThat(logNormal.smoothFrom(51)).isCloseTo(51 / Math.pow(factor, 9), within(1e-12));
    assertThat(logNormal.smoothFrom(1e4)).isCloseTo(50 * Math.pow(factor, 9), within(1e-12));
    assertThat(logNormal.smoothFrom(20)).isEqualTo(5);
    assertThat(new Background.LogNormal(50, 30).smoothFrom(60)).isEqualTo(15);
    // A gamma density falls more slowly above than a normal one of its width: by its scale.
    Background gamma = new Background.Gamma(100, 10);
    assertThat(gamma.smoothFrom(150)).isEqualTo(60);
    assertThat(gamma.smoothFrom(1000)).isEqualTo(230);
    assertThat(gamma.smoothFrom(8)).isEqualTo(2);
    assertThat(gamma.smoothFrom(80)).isEqualTo(20);
  }

  @Test
  void aRelativeUncertaintyOfABillionthIsNone() {
    assertThat(new Background.Gaussian(0, 0).isKnown()).isTrue();
    assertThat(new Background.Gaussian(100, 1e-10).isKnown()).isTrue();
    assertThat(new Background.Gaussian(100, 1.01e-10).isKnown()).isFalse();
    assertThat(new Background.Gaussian(0, 1e-300).isKnown()).isFalse();
  }

  @Test
  void densitiesAreFoundByName() {
    assertThat(Background.Density.named("gauss").of(3, 1)).isEqualTo(new Background.Gaussian(3, 1));
    assertThat(Background.Density.named("lognormal").of(3, 1))
        .isEqualTo(new Background.LogNormal(3, 1));
    assertThat(Background.Density.named("gamma").of(3, 1)).isEqualTo(new Background.Gamma(3, 1));
    assertThatThrownBy(() -> Background.Density.named("flat"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("density of the background 'flat' is none of gamma, gauss, lognormal");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.0001e12, Double.NaN, Double.POSITIVE_INFINITY})
  void expectationsAndUncertaintiesAreEvents(double events) {
    for (Background.Density density : Background.Density.BY_NAME.values()) {
      assertThatThrownBy(() -> density.of(events, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("background " + events + " must be from 0 to 1.0E12 events");
      assertThatThrownBy(() -> density.of(1, events))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("uncertainty " + events + " must be from 0 to 1.0E12 events");
    }
    assertThat(new Background.Gaussian(1e12, 1e12).sigma()).isEqualTo(1e12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lognormal", "gamma"})
  void nothingWithAnUncertaintyHasOnlyANormalDensity(String name) {
    Background.Density density = Background.Density.named(name);
    assertThat(density.of(0, 0).isKnown()).isTrue();
    assertThatThrownBy(() -> density.of(0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "background 0 with uncertainty 2.0 has no "
                + name
                + " density: give a background above 0, or use the density gauss");
  }
}
