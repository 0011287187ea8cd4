package org.lacuna.analysis.acceptance;

import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Result;

/// The signal of `K⁺ → μ⁺N` at one mass: how wide its peak is, and how much of it is selected.
///
/// @param massGeV m_N
/// @param sigmaGeV width of the Gaussian core of `m_miss − m_N`
/// @param offsetGeV mean of that core; the window is centred on m_N all the same
/// @param acceptance of the selection with the mass window
/// @param acceptanceBeforeWindow without it
public record HnlSignal(
    double massGeV,
    Estimate sigmaGeV,
    double offsetGeV,
    Estimate acceptance,
    Estimate acceptanceBeforeWindow) {

  /// From a simulated sample in which all selected events are listed.
  ///
  /// @param windowInSigma half width of the mass window
  public static HnlSignal of(double massGeV, Result sample, double windowInSigma) {
    float[] squared = sample.listed();
    float[] weight = sample.listedWeight(Variant.NOMINAL.index());
    double[] fromMass = new double[squared.length];
    double[] weights = new double[squared.length];
    double all = 0;
    double allSquares = 0;
    for (int i = 0; i < squared.length; i++) {
      fromMass[i] = missingMass(squared[i]) - massGeV;
      weights[i] = weight[i];
      all += weights[i];
      allSquares += weights[i] * weights[i];
    }
    GaussianCore core = GaussianCore.of(fromMass, weights);
    double half = windowInSigma * core.sigma();
    double inside = 0;
    double insideSquares = 0;
    for (int i = 0; i < fromMass.length; i++) {
      if (!(fromMass[i] >= -half && fromMass[i] < half)) continue;
      inside += weights[i];
      insideSquares += weights[i] * weights[i];
    }
    return new HnlSignal(
        massGeV,
        new Estimate(core.sigma(), core.sigmaError(), "GeV"),
        core.mean(),
        Acceptance.of(inside, insideSquares, sample.thrown()),
        Acceptance.of(all, allSquares, sample.thrown()));
  }

  /// `m_miss` where its square is positive; 0 elsewhere, far from every hypothesis.
  static double missingMass(double squaredGeV2) {
    return Math.sqrt(Math.max(0, squaredGeV2));
  }
}
