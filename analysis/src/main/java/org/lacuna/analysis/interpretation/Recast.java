package org.lacuna.analysis.interpretation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.HybridCls;

/// What an analysis says of a signal that it did not search for: its counts above thresholds of the
/// squared missing mass, with the acceptance of the new signal.
///
/// @param kaonDecays N_K of the analysis
/// @param thresholds its counts and limits on the number of signal events
public record Recast(double kaonDecays, List<Threshold> thresholds) {

  /// The new signal above one threshold.
  ///
  /// @param branchingLimit on its branching fraction
  public record Above(Threshold threshold, Estimate acceptance, Limit branchingLimit) {}

  public Recast {
    thresholds = List.copyOf(thresholds);
    if (!(kaonDecays > 0)) {
      throw new IllegalArgumentException("kaonDecays = " + kaonDecays + ": must be above 0");
    }
  }

  /// The published search for `K⁺ → μ⁺ννν̄`: 6894 events above 0.1 GeV² where 7549 ± 928 were
  /// expected, of 1.14·10¹⁰ decays.
  ///
  /// @cite NA62Invisible2021
  public static Recast published() {
    Background background = new Background.Gaussian(7549, 928);
    CountingExperiment counts = new CountingExperiment(6894, background);
    // How much of the uncertainty is statistical is not said.
    BackgroundSigma sigma = new BackgroundSigma(0, 928);
    return new Recast(
        1.14e10,
        List.of(
            new Threshold(
                0.1,
                OptionalLong.of(6894),
                7549,
                sigma,
                Limit.of(new HybridCls(0.9).limit(counts)))));
  }

  /// The signal above each threshold.
  ///
  /// @param signal with the acceptance above all of them
  public List<Above> of(ThresholdSignal signal) {
    return thresholds.stream().map(threshold -> above(threshold, signal)).toList();
  }

  private Above above(Threshold threshold, ThresholdSignal signal) {
    Estimate acceptance =
        Objects.requireNonNull(signal.above().get(threshold.m0SquaredGeV2()), "acceptance");
    double single = Sensitivity.branching(kaonDecays, acceptance.value());
    return new Above(threshold, acceptance, threshold.eventsLimit().times(single));
  }

  /// The one with the best expected limit, whatever was observed; empty without acceptance.
  public static Optional<Above> best(List<Above> all) {
    return all.stream()
        .filter(above -> above.acceptance.value() > 0)
        .min(Comparator.comparingDouble(above -> above.branchingLimit.expected().median()));
  }
}
