package org.lacuna.analysis.validation;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.analysis.background.ThresholdBackground;
import org.lacuna.analysis.normalisation.KaonDecays;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.statistics.sideband.Interval;

/// The four numbers by which the effect of a value of the card is judged, from one part of the
/// samples.
///
/// @param acceptance A_SM
/// @param sigmaGeV σ_m of K⁺ → μ⁺N at one mass
/// @param background expected events above the threshold of Table 1
/// @param tail expected events far below the peak of K⁺ → μ⁺ν, from far scattering
public record WorkingPoint(double acceptance, double sigmaGeV, double background, double tail) {
  private static final double TAIL_BELOW_GEV2 = -0.05;

  /// What the numbers are made from.
  ///
  /// @param branchingFraction B(K⁺ → μ⁺ν)
  /// @param normalising names of the processes that make it up
  /// @param regionGeV2 where they are counted
  /// @param thresholdGeV2 of Table 1
  /// @param exposure K⁺ decays in the fiducial volume
  /// @param massGeV of N
  /// @param windowInSigma half width of its window
  public record Settings(
      Estimate branchingFraction,
      List<String> normalising,
      Interval regionGeV2,
      double thresholdGeV2,
      double exposure,
      double massGeV,
      double windowInSigma) {}

  /// Works the numbers out.
  ///
  /// @param processes weighted samples, with masses above the threshold listed
  /// @param signal with all masses listed
  /// @param scattered weighted samples of K⁺ → μ⁺ν, for each layer that scatters
  public static WorkingPoint of(
      Settings settings, List<Sample> processes, Sample signal, List<Sample> scattered) {
    List<Sample> muonNeutrino =
        processes.stream().filter(it -> settings.normalising.contains(it.process())).toList();
    double acceptance =
        KaonDecays.count(0, muonNeutrino, settings.branchingFraction, settings.regionGeV2)
            .acceptance()
            .value();
    double background =
        ThresholdBackground.of(processes, settings.exposure)
            .above(settings.thresholdGeV2, OptionalLong.empty(), 0)
            .total()
            .expected();
    HnlSignal hnl = HnlSignal.of(settings.massGeV, signal.result(), settings.windowInSigma);
    double tail = 0;
    for (Sample layer : scattered) {
      tail += Tail.beyond(layer, settings.exposure, TAIL_BELOW_GEV2).value();
    }
    return new WorkingPoint(acceptance, hnl.sigmaGeV().value(), background, tail);
  }

  /// Relative change of the four numbers. The error is from the spread of the changes of the parts,
  /// which share their random numbers.
  ///
  /// @param before one for each part of the samples, at least two
  /// @param after as many, of the same events
  public static Change change(List<WorkingPoint> before, List<WorkingPoint> after) {
    return new Change(
        change(before, after, WorkingPoint::acceptance),
        change(before, after, WorkingPoint::sigmaGeV),
        change(before, after, WorkingPoint::background),
        change(before, after, WorkingPoint::tail));
  }

  /// Relative changes, as fractions.
  public record Change(Estimate acceptance, Estimate sigma, Estimate background, Estimate tail) {}

  private static Estimate change(
      List<WorkingPoint> before, List<WorkingPoint> after, ToDoubleFunction<WorkingPoint> number) {
    int parts = before.size();
    double scale = before.stream().mapToDouble(number).average().orElseThrow();
    double[] relative =
        IntStream.range(0, parts)
            .mapToDouble(i ->
                (number.applyAsDouble(after.get(i)) - number.applyAsDouble(before.get(i))) / scale)
            .toArray();
    double mean = IntStream.range(0, parts).mapToDouble(i -> relative[i]).sum() / parts;
    double squares = 0;
    for (double change : relative) squares += (change - mean) * (change - mean);
    return new Estimate(mean, Math.sqrt(squares / (parts - 1.0) / parts), "");
  }
}
