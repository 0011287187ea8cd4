package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.AsymptoticCls.Cls;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;

/// One bin has closed solutions: against them, from one event to a million.
class ClosedFormTest {
  static Stream<Arguments> experiments() {
    return Stream.of(
        Arguments.of(0.0, 1.0, 0.3),
        Arguments.of(3.0, 1.0, 0.3),
        Arguments.of(3.0, 5.2, 1.5),
        Arguments.of(120.0, 100.0, 10.0),
        Arguments.of(80.0, 100.0, 10.0),
        Arguments.of(6894.0, 7549.0, 928.0),
        Arguments.of(1e6, 0.999e6, 3e3));
  }

  /// `normal(a | b, δ)`: a shift of the background by `δ` per unit of its parameter. Where the
  /// range of ±5 of that parameter does not matter the conditional fit is the root of a quadratic.
  @ParameterizedTest(name = "{0} observed, {1} ± {2} expected")
  @MethodSource("experiments")
  void aShiftedBackgroundHasTheNormalClosedForm(double observed, double background, double delta) {
    Model model =
        Model.of(
            OneBin.workspace(
                1,
                background,
                observed,
                new HistoSys("shift", List.of(background - delta), List.of(background + delta))));
    AsymptoticCls asymptotic = new AsymptoticCls(model, Asimov.NOMINAL);
    for (double mu : signals(observed, background, delta)) {
      double fitted = normalBackground(mu, observed, background, delta);
      Fit fit = Fit.at(model, mu);
      assertThat(background + delta * fit.estimates().getFirst().value())
          .as("background fitted with mu = %s", mu)
          .isCloseTo(fitted, within(1e-8 * delta));
      double q =
          observed - background > mu
              ? 0
              : normalDeviance(mu, observed, background, delta)
                  - normalDeviance(Math.max(0, observed - background), observed, background, delta);
      double asimov = normalDeviance(mu, background, background, delta);
      assertCls(asymptotic.at(mu), q, asimov);
    }
  }

  /// `Poisson(m | τ b)` with `τ = b₀/δ²` and `m = τ b₀`: also the root of a quadratic.
  @ParameterizedTest(name = "{0} observed, {1} ± {2} expected")
  @MethodSource("experiments")
  void aCountedBackgroundHasThePoissonClosedForm(double observed, double background, double delta) {
    Model model =
        Model.of(
            OneBin.workspace(1, background, observed, new ShapeSys("counted", List.of(delta))));
    double tau = background / (delta * delta);
    double counted = tau * background;
    for (double mu : signals(observed, background, delta)) {
      double b = (1 + tau) * mu - observed - counted;
      double fitted = (Math.sqrt(b * b + 4 * (1 + tau) * counted * mu) - b) / (2 * (1 + tau));
      Fit fit = Fit.at(model, mu);
      assertThat(background * fit.estimates().getLast().value())
          .as("background fitted with mu = %s", mu)
          .isCloseTo(fitted, within(1e-8 * delta));
    }
  }

  private static List<Double> signals(double observed, double background, double delta) {
    double spread = Math.sqrt(observed + delta * delta + 1);
    double excess = Math.max(0, observed - background);
    return List.of(0.3 * spread, excess + 0.5 * spread, excess + spread, excess + 2.5 * spread);
  }

  private static double normalBackground(
      double signal, double observed, double measured, double delta) {
    double b = signal + measured - delta * delta;
    double total = (b + Math.sqrt(b * b + 4 * observed * delta * delta)) / 2;
    return total - signal;
  }

  private static double normalDeviance(
      double signal, double observed, double measured, double delta) {
    double background = normalBackground(signal, observed, measured, delta);
    double expected = signal + background;
    double counts = observed == 0 ? 0 : observed * Math.log(observed / expected);
    double pull = (background - measured) / delta;
    return 2 * (expected - observed + counts) + pull * pull;
  }

  private static void assertCls(Cls cls, double q, double asimov) {
    double root = Math.sqrt(asimov);
    double x = q <= asimov ? Math.sqrt(q) : (q + asimov) / (2 * root);
    double y = q <= asimov ? Math.sqrt(q) - root : (q - asimov) / (2 * root);
    assertThat(cls.clsb()).isCloseTo(1 - Normal.cumulative(x), within(1e-7));
    assertThat(cls.clb()).isCloseTo(1 - Normal.cumulative(y), within(1e-7));
    assertThat(cls.cls()).isCloseTo(cls.clsb() / cls.clb(), within(1e-12));
    assertThat(cls.expected().median()).isCloseTo(2 * (1 - Normal.cumulative(root)), within(1e-7));
    assertThat(cls.expected().p1())
        .isCloseTo((1 - Normal.cumulative(root - 1)) / Normal.cumulative(1), within(1e-7));
  }
}
