package org.lacuna.statistics.histfactory;

import java.util.OptionalDouble;

/// The auxiliary measurement of a parameter `θ`, and what it adds to a deviance (minus twice the
/// logarithm of the likelihood, less its smallest value), with slope and curvature in `θ`.
///
/// The auxiliary datum `a` is an argument: Asimov data have another than the workspace.
public sealed interface Constraint {
  /// The datum `a` of the workspace.
  double auxiliary();

  /// The datum to expect for a parameter.
  double expected(double parameter);

  double deviance(double auxiliary, double parameter);

  double slope(double auxiliary, double parameter);

  double curvature(double auxiliary, double parameter);

  /// Minus twice the logarithm of the largest density of this datum.
  double offset(double auxiliary);

  /// The parameter that the datum of the workspace points to, if there is one.
  OptionalDouble nominal();

  /// No measurement.
  record Free() implements Constraint {
    @Override
    public double auxiliary() {
      return 0;
    }

    @Override
    public double expected(double parameter) {
      return 0;
    }

    @Override
    public double deviance(double auxiliary, double parameter) {
      return 0;
    }

    @Override
    public double slope(double auxiliary, double parameter) {
      return 0;
    }

    @Override
    public double curvature(double auxiliary, double parameter) {
      return 0;
    }

    @Override
    public double offset(double auxiliary) {
      return 0;
    }

    @Override
    public OptionalDouble nominal() {
      return OptionalDouble.empty();
    }
  }

  /// `normal(a | θ, σ)`.
  record Normal(double auxiliary, double sigma) implements Constraint {
    @Override
    public double expected(double parameter) {
      return parameter;
    }

    @Override
    public double deviance(double auxiliary, double parameter) {
      double pull = (parameter - auxiliary) / sigma;
      return pull * pull;
    }

    @Override
    public double slope(double auxiliary, double parameter) {
      return 2 * (parameter - auxiliary) / (sigma * sigma);
    }

    @Override
    public double curvature(double auxiliary, double parameter) {
      return 2 / (sigma * sigma);
    }

    @Override
    public double offset(double auxiliary) {
      return StrictMath.log(2 * Math.PI * sigma * sigma);
    }

    @Override
    public OptionalDouble nominal() {
      return OptionalDouble.of(auxiliary);
    }
  }

  /// `Poisson(a | τ θ)`.
  record Poisson(double auxiliary, double factor) implements Constraint {
    @Override
    public double expected(double parameter) {
      return factor * parameter;
    }

    @Override
    public double deviance(double auxiliary, double parameter) {
      return PoissonDeviance.value(auxiliary, factor * parameter);
    }

    @Override
    public double slope(double auxiliary, double parameter) {
      return factor * PoissonDeviance.slope(auxiliary, factor * parameter);
    }

    @Override
    public double curvature(double auxiliary, double parameter) {
      return factor * factor * PoissonDeviance.curvature(auxiliary, factor * parameter);
    }

    @Override
    public double offset(double auxiliary) {
      return PoissonDeviance.offset(auxiliary);
    }

    @Override
    public OptionalDouble nominal() {
      return OptionalDouble.of(auxiliary / factor);
    }
  }
}
