package org.lacuna.analysis.acceptance;

import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Spectrum;

/// Acceptances: the weight that is selected over the number of decays thrown in the fiducial
/// volume.
///
/// The uncertainty is that of the simulation, `√(Σw² − (Σw)²/n)/n`.
public final class Acceptance {
  private Acceptance() {}

  /// From the sums over the selected events.
  ///
  /// @param sum Σw
  /// @param sumOfSquares Σw²
  /// @param thrown n
  public static Estimate of(double sum, double sumOfSquares, long thrown) {
    double variance = Math.max(0, sumOfSquares - sum * sum / thrown);
    return new Estimate(sum / thrown, Math.sqrt(variance) / thrown, "");
  }

  /// In a region of the squared missing mass, given by edges of bins.
  public static Estimate within(Result sample, int variant, double lowGeV2, double highGeV2) {
    Spectrum spectrum = sample.spectrum();
    double sum = 0;
    double sumOfSquares = 0;
    for (int bin = spectrum.at(lowGeV2); bin < spectrum.at(highGeV2); bin++) {
      sum += spectrum.sum(variant, bin);
      sumOfSquares += spectrum.sumOfSquares(variant, bin);
    }
    return of(sum, sumOfSquares, sample.thrown());
  }
}
