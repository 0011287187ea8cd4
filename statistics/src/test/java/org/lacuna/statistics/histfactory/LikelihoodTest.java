package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.histfactory.BoundedNewton.Expansion;
import org.lacuna.statistics.histfactory.Model.Data;

class LikelihoodTest {
  static LongStream seeds() {
    return RandomWorkspaces.seeds(60);
  }

  /// Differences over `h` = 1e-4 of typical distances err by about h² and by 1e-16/h of the value.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void derivativesAreThoseOfTheFunction(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    Likelihood likelihood = new Likelihood(model, model.observed());
    double[] point = somewhere(model, seed);
    Expansion expansion = likelihood.expansion(point, true);
    double step = 1e-4;
    for (int i = 0; i < point.length; i++) {
      double up = likelihood.value(moved(point, i, step));
      double down = likelihood.value(moved(point, i, -step));
      assertThat(expansion.gradient()[i])
          .as("slope in %s", model.parameters().get(i).name())
          .isCloseTo((up - down) / (2 * step), within(1e-5 * scale(expansion, i)));
      double[] gradientUp = likelihood.expansion(moved(point, i, step), true).gradient();
      double[] gradientDown = likelihood.expansion(moved(point, i, -step), true).gradient();
      for (int j = 0; j < point.length; j++) {
        assertThat(expansion.matrix()[i][j])
            .as(
                "curvature in %s and %s",
                model.parameters().get(i).name(), model.parameters().get(j).name())
            .isCloseTo(
                (gradientUp[j] - gradientDown[j]) / (2 * step),
                within(1e-5 * Math.sqrt(scale(expansion, i) * scale(expansion, j))));
      }
    }
  }

  /// The expectation of the second derivatives over Poisson counts; at the Asimov data of a point
  /// they are equal there.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scoringIsExactForAsimovData(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    double[] point = somewhere(model, seed);
    Likelihood likelihood = new Likelihood(model, model.expectedData(point));
    double[][] exact = likelihood.expansion(point, true).matrix();
    double[][] scoring = likelihood.expansion(point, false).matrix();
    for (int i = 0; i < point.length; i++) {
      assertThat(scoring[i]).containsExactly(exact[i], within(1e-9 * (1 + exact[i][i])));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void asimovDataAreDescribedPerfectly(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    double[] point = somewhere(model, seed);
    Likelihood likelihood = new Likelihood(model, model.expectedData(point));
    assertThat(likelihood.value(point)).isCloseTo(0, within(1e-10));
    assertThat(likelihood.expansion(point, true).gradient())
        .containsOnly(new double[] {0}, within(1e-6));
  }

  /// Against the densities written out, with the factorials.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDensityIsThatOfTheDefinition(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    double[] point = somewhere(model, seed);
    Data data = model.observed();
    double[] expected = model.expected(point);
    double log = 0;
    for (int b = 0; b < expected.length; b++) log += poisson(data.counts()[b], expected[b]);
    for (int p = 0; p < point.length; p++) {
      double a = data.auxiliary()[p];
      log +=
          switch (model.parameters().get(p).constraint()) {
            case Constraint.Free _ -> 0;
            case Constraint.Normal(_, double sigma) ->
                -0.5 * Math.pow((a - point[p]) / sigma, 2)
                    - Math.log(sigma * Math.sqrt(2 * Math.PI));
            case Constraint.Poisson(_, double factor) -> poisson(a, factor * point[p]);
          };
    }
    assertThat(new Likelihood(model, data).twiceNll(point))
        .isCloseTo(-2 * log, within(1e-9 * Math.abs(log)));
  }

  @Test
  void aDensityOfNothingWhereSomethingWasObservedIsZero() {
    Model model = Model.of(OneBin.workspace(5, 0, 3));
    assertThat(new Likelihood(model, model.observed()).twiceNll(new double[] {0}))
        .isInfinite()
        .isPositive();
  }

  private static double poisson(double count, double mean) {
    return count * Math.log(mean) - mean - Gamma.logGamma(count + 1);
  }

  /// Inside and outside of |θ| = 1 for pulls, but not near it, where third derivatives jump.
  private static double[] somewhere(Model model, long seed) {
    Random random = new Random(seed);
    return model.parameters().stream()
        .mapToDouble(parameter -> {
          if (parameter.init() != 0) return parameter.init() * random.nextDouble(0.6, 1.5);
          double size =
              random.nextBoolean() ? random.nextDouble(0.2, 0.8) : random.nextDouble(1.1, 1.8);
          return random.nextBoolean() ? size : -size;
        })
        .toArray();
  }

  private static double[] moved(double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return moved;
  }

  private static double scale(Expansion expansion, int i) {
    return 1 + Math.abs(expansion.matrix()[i][i]);
  }
}
