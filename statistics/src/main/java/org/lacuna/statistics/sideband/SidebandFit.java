package org.lacuna.statistics.sideband;

import java.util.Arrays;
import java.util.Optional;
import org.lacuna.statistics.sideband.PolynomialFit.Minimum;
import org.lacuna.statistics.sideband.SidebandOutcome.InsufficientSideband;
import org.lacuna.statistics.sideband.SidebandOutcome.NoConvergence;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;

/// A [SidebandEstimator] in one geometry, whose integrals are taken once for any number of spectra.
///
/// Immutable, so threads may share it.
public final class SidebandFit {
  private final Sidebands sidebands;
  private final int fewestBins;
  private final boolean sameOrder;
  private final PolynomialFit central;
  private final PolynomialFit alternative;

  SidebandFit(Sidebands sidebands, SidebandEstimator estimator) {
    this.sidebands = sidebands;
    fewestBins = Math.max(estimator.order(), estimator.alternative()) + 2;
    sameOrder = estimator.order() == estimator.alternative();
    central =
        new PolynomialFit(
            sidebands.bins(), sidebands.window(), estimator.order(), estimator.statistic());
    alternative =
        new PolynomialFit(
            sidebands.bins(), sidebands.window(), estimator.alternative(), estimator.statistic());
  }

  /// Fits both orders.
  ///
  /// @param contents one per bin, finite, not negative
  /// @throws IllegalArgumentException if a content is negative or not finite, or the numbers of
  ///   bins and contents differ
  public SidebandOutcome outcome(double[] contents) {
    requireContents(contents);
    int bins = sidebands.bins().size();
    if (bins < fewestBins) {
      return new InsufficientSideband(
          bins
              + " usable bins in the sidebands, at least "
              + fewestBins
              + " are needed: take finer bins, wider sidebands or lower orders");
    }
    if (!sidebands.hasBothSides()) {
      return new InsufficientSideband(
          "all "
              + bins
              + " bins lie on one side of the window "
              + sidebands.window()
              + ": the hypothesis is too close to an end of the range");
    }
    Optional<Minimum> first = central.minimum(contents);
    Optional<Minimum> second = sameOrder ? first : alternative.minimum(contents);
    if (first.isEmpty() || second.isEmpty()) {
      return new NoConvergence(
          "the fit of "
              + bins
              + " bins did not converge; please report the contents: "
              + Arrays.toString(contents));
    }
    return estimate(first.get(), second.get());
  }

  private static SidebandEstimate estimate(Minimum central, Minimum alternative) {
    return new SidebandEstimate(
        central.expected(),
        central.statistical(),
        Math.abs(alternative.expected() - central.expected()),
        central.deviance(),
        central.constrained() || alternative.constrained());
  }

  private void requireContents(double[] contents) {
    if (contents.length != sidebands.bins().size()) {
      throw new IllegalArgumentException(
          contents.length + " contents for " + sidebands.bins().size() + " bins: one each");
    }
    for (int i = 0; i < contents.length; i++) {
      if (!(contents[i] >= 0) || Double.isInfinite(contents[i])) {
        throw new IllegalArgumentException(
            "content = "
                + contents[i]
                + " in bin "
                + sidebands.bins().get(i)
                + ": must be finite and not negative");
      }
    }
  }
}
