package org.lacuna.statistics.histfactory;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lacuna.statistics.histfactory.BoundedNewton.Minimum;
import org.lacuna.statistics.histfactory.Model.Data;
import org.lacuna.statistics.histfactory.Workspace.Range;

/// The fits of one model to some data, with the parameter of interest in its range or held.
///
/// A systematic effect that moves bins one way when its parameter is positive and another way when
/// it is negative can make two valleys. Each fit therefore begins again with every such parameter
/// on its other side, as long as that leads lower.
///
/// A fit begins where the profile is told to.
final class Profile {
  /// Ends nearer in deviance are of one valley.
  private static final double SAME = 1e-9;

  private final Model model;
  private final Likelihood likelihood;
  private final double[] start;

  Profile(Model model, Data data, double[] start) {
    this(model, new Likelihood(model, data), start);
  }

  Profile(Model model, Likelihood likelihood, double[] start) {
    this.model = model;
    this.likelihood = likelihood;
    this.start = start;
  }

  Likelihood likelihood() {
    return likelihood;
  }

  /// The end of a fit.
  static final class Fitted {
    private final Minimum minimum;
    private final double[] lower;
    private final double[] upper;

    private Fitted(Minimum minimum, double[] lower, double[] upper) {
      this.minimum = minimum;
      this.lower = lower;
      this.upper = upper;
    }

    boolean converged() {
      return minimum.converged();
    }

    double deviance() {
      return minimum.value();
    }

    double[] point() {
      return minimum.point();
    }

    /// Whether the fit could move this parameter and left it on a bound.
    boolean isAtBound(int parameter) {
      double value = minimum.point()[parameter];
      return lower[parameter] < upper[parameter]
          && (value == lower[parameter] || value == upper[parameter]);
    }

    /// Whether the fit could move this parameter and left it inside its range.
    boolean isInside(int parameter) {
      return lower[parameter] < upper[parameter] && !isAtBound(parameter);
    }
  }

  /// Fits with the parameter of interest in a range.
  ///
  /// @param poi in place of its own range
  Fitted fit(Optional<Range> poi) {
    double[] lower = bounds(Parameter::lower, poi.map(Range::lower));
    double[] upper = bounds(Parameter::upper, poi.map(Range::upper));
    return new Fitted(deepest(new BoundedNewton(likelihood, lower, upper)), lower, upper);
  }

  Fitted at(double poi) {
    return fit(Optional.of(new Range(poi, poi)));
  }

  private Minimum deepest(BoundedNewton newton) {
    Minimum deepest = newton.from(start);
    int[] twoSided = model.asymmetric();
    int tried = 0;
    for (int k = 0; tried < twoSided.length; k = (k + 1) % twoSided.length) {
      double[] otherSide = deepest.point().clone();
      double here = otherSide[twoSided[k]];
      otherSide[twoSided[k]] = -Math.copySign(Math.max(1, Math.abs(here)), here);
      Minimum end = newton.from(otherSide);
      boolean deeper =
          end.converged() && (!deepest.converged() || end.value() < deepest.value() - SAME);
      if (deeper) deepest = end;
      tried = deeper ? 1 : tried + 1;
    }
    return deepest;
  }

  private double[] bounds(ToDoubleFunction<Parameter> bound, Optional<Double> poi) {
    double[] bounds =
        model.parameters().stream()
            .mapToDouble(
                parameter -> parameter.fixed() ? parameter.init() : bound.applyAsDouble(parameter))
            .toArray();
    poi.ifPresent(value -> bounds[model.poi().orElseThrow()] = value);
    return bounds;
  }
}
