package org.lacuna.analysis.acceptance;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Result;

/// A signal without a peak: how much of it is selected above each threshold of m²_miss.
///
/// @param massGeV of the invisible particle; 0 for neutrinos
/// @param uncut acceptance of the selection without a threshold
/// @param above acceptance with it, by threshold in GeV²
public record ThresholdSignal(
    double massGeV, Estimate uncut, NavigableMap<Double, Estimate> above) {

  public ThresholdSignal {
    above = Collections.unmodifiableNavigableMap(new TreeMap<>(above));
  }

  /// From a simulated sample in which all selected events are listed.
  ///
  /// @param thresholdsGeV2 of m²_miss
  public static ThresholdSignal of(double massGeV, Result sample, List<Double> thresholdsGeV2) {
    NavigableMap<Double, Estimate> above = new TreeMap<>();
    for (double threshold : thresholdsGeV2) above.put(threshold, above(sample, threshold));
    return new ThresholdSignal(massGeV, above(sample, Double.NEGATIVE_INFINITY), above);
  }

  private static Estimate above(Result sample, double thresholdGeV2) {
    float[] squared = sample.listed();
    float[] weight = sample.listedWeight(Variant.NOMINAL.index());
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < squared.length; i++) {
      if (!(squared[i] > thresholdGeV2)) continue;
      sum += weight[i];
      squares += (double) weight[i] * weight[i];
    }
    return Acceptance.of(sum, squares, sample.thrown());
  }
}
