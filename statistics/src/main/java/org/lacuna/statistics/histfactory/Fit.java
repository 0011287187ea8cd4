package org.lacuna.statistics.histfactory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacuna.statistics.histfactory.Profile.Fitted;
import org.lacuna.statistics.histfactory.Workspace.Range;

/// The parameters of largest likelihood for the observed data, all bounds of the workspace kept.
///
/// @param twiceNll minus twice the logarithm of the full density, factorials, normalisations and
///   auxiliary measurements included; infinite if something was observed where nothing is expected
/// @param estimates in the order of the model
public record Fit(double twiceNll, List<Estimate> estimates, Outcome outcome) {
  public Fit {
    estimates = List.copyOf(estimates);
  }

  /// One parameter as fitted.
  ///
  /// @param sigma from the second derivatives at the minimum; NaN for a parameter that is fixed, on
  ///   a bound, or not determined by the data
  public record Estimate(String name, double value, double sigma, boolean atBound) {}

  /// All parameters free that the measurement leaves free.
  public static Fit of(Model model) {
    return of(model, Optional.empty());
  }

  /// The parameter of interest held at a value, which may lie outside its bounds.
  ///
  /// @throws IllegalArgumentException if the model has none, or the value is not finite
  public static Fit at(Model model, double poi) {
    if (!Double.isFinite(poi)) {
      throw new IllegalArgumentException("parameter of interest is " + poi + "; it must be finite");
    }
    if (model.poi().isEmpty()) {
      throw new IllegalArgumentException(
          "the measurement has no parameter of interest to hold at " + poi + "; name one");
    }
    return of(model, Optional.of(new Range(poi, poi)));
  }

  private static Fit of(Model model, Optional<Range> poi) {
    Profile profile = new Profile(model, model.observed(), model.inits());
    Fitted fitted = profile.fit(poi);
    Likelihood likelihood = profile.likelihood();
    double[] sigma =
        Covariance.sigmas(
            likelihood.expansion(fitted.point(), true).matrix(),
            IntStream.range(0, fitted.point().length).filter(fitted::isInside).toArray());
    List<Estimate> estimates =
        IntStream.range(0, sigma.length)
            .mapToObj(p ->
                new Estimate(
                    model.parameters().get(p).name(),
                    fitted.point()[p],
                    sigma[p],
                    fitted.isAtBound(p)))
            .toList();
    return new Fit(likelihood.twiceNll(fitted.point()), estimates, outcome(fitted, likelihood));
  }

  private static Outcome outcome(Fitted fitted, Likelihood likelihood) {
    if (!fitted.converged()) return Outcome.NO_CONVERGENCE;
    if (likelihood.isUnphysical(fitted.point())) return Outcome.UNPHYSICAL;
    boolean atBound = IntStream.range(0, fitted.point().length).anyMatch(fitted::isAtBound);
    return atBound ? Outcome.AT_BOUND : Outcome.OK;
  }
}
