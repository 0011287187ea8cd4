package org.lacuna.statistics.histfactory;

import java.util.stream.IntStream;
import org.lacuna.statistics.histfactory.Model.Data;

/// Minus twice the logarithm of the likelihood of some data, `Σ_bins −2 ln Poisson(n | ν) +
/// Σ_parameters −2 ln constraint`, as a function of the parameters.
///
/// It is split into a deviance, 0 for the parameters that describe the data perfectly, and an
/// offset that holds the factorials and normalisations of the densities: differences of deviances
/// keep their digits however large the counts are.
///
/// @cite BakerCousins1984
final class Likelihood implements BoundedNewton.Objective {
  /// Below this many expected events scoring no longer believes the variance it expects.
  private static final double SMALLEST_VARIANCE = 1e-3;

  private final Model model;
  private final Data data;

  Likelihood(Model model, Data data) {
    this.model = model;
    this.data = data;
  }

  /// The deviance.
  @Override
  public double value(double[] point) {
    double[] expected = model.expected(point);
    double sum = 0;
    for (int b = 0; b < expected.length; b++) {
      sum += PoissonDeviance.value(data.counts()[b], expected[b]);
    }
    for (int p = 0; p < point.length; p++) {
      sum += constraint(p).deviance(data.auxiliary()[p], point[p]);
    }
    return sum;
  }

  @Override
  public BoundedNewton.Expansion expansion(double[] point, boolean exact) {
    double[] expected = model.expected(point);
    double[] slopes = new double[expected.length];
    double[] curvatures = new double[expected.length];
    for (int b = 0; b < expected.length; b++) {
      double observed = data.counts()[b];
      slopes[b] = PoissonDeviance.slope(observed, expected[b]);
      curvatures[b] =
          exact
              ? PoissonDeviance.curvature(observed, expected[b])
              : 2 / Math.max(expected[b], SMALLEST_VARIANCE);
    }
    DerivativeSum sum = new DerivativeSum(slopes, curvatures, point.length);
    model.addDerivatives(point, exact, sum);
    for (int p = 0; p < point.length; p++) {
      double auxiliary = data.auxiliary()[p];
      sum.gradient()[p] += constraint(p).slope(auxiliary, point[p]);
      sum.matrix()[p][p] += constraint(p).curvature(auxiliary, point[p]);
    }
    return new BoundedNewton.Expansion(sum.gradient(), sum.matrix());
  }

  /// Minus twice the logarithm of the density; infinite where nothing is expected and something was
  /// observed.
  double twiceNll(double[] point) {
    double[] expected = model.expected(point);
    double sum = value(point);
    for (int b = 0; b < expected.length; b++) {
      double observed = data.counts()[b];
      if (observed > 0 && PoissonDeviance.isContinued(observed, expected[b])) {
        return Double.POSITIVE_INFINITY;
      }
      sum += PoissonDeviance.offset(observed);
    }
    for (int p = 0; p < point.length; p++) sum += constraint(p).offset(data.auxiliary()[p]);
    return sum;
  }

  /// Whether an expected count is negative, or nothing is expected where something was observed.
  boolean isUnphysical(double[] point) {
    double[] expected = model.expected(point);
    return IntStream.range(0, expected.length)
        .anyMatch(b -> PoissonDeviance.isContinued(data.counts()[b], expected[b]));
  }

  private Constraint constraint(int parameter) {
    return model.parameters().get(parameter).constraint();
  }
}
