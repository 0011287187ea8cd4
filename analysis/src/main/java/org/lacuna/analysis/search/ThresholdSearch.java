package org.lacuna.analysis.search;

import static java.util.stream.Stream.concat;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.interpretation.Sensitivity;
import org.lacuna.analysis.result.Background.Table1Row;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.SearchStatus;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.CutChoice;
import org.lacuna.statistics.counting.HybridCls;

/// The search for an excess of large missing masses: `K⁺ → μ⁺νX` and `K⁺ → μ⁺ννν̄`.
///
/// Events with `m²_miss > m₀²` are counted and compared with the simulated background. Each signal
/// has its own m₀²: the candidate with the smallest expected limit, which never looks at the count
/// ([CutChoice]); or, for heavy X, whose spectrum begins late, the first candidate from m_X² on, as
/// in the paper.
///
/// @param candidatesGeV2 thresholds that are tried
/// @param raisedFromGeV mass of X from which on m₀² is m_X², rounded up to a candidate
/// @param scalar signals of a scalar X, by rising mass
/// @param vector signals of a vector X, by rising mass
/// @param threeNeutrinos signal of `K⁺ → μ⁺ννν̄`
/// @param limits how limits are set
/// @param prior what is made of an expected background and its uncertainty
/// @cite NA62Invisible2021
public record ThresholdSearch(
    List<Double> candidatesGeV2,
    double raisedFromGeV,
    List<ThresholdSignal> scalar,
    List<ThresholdSignal> vector,
    ThresholdSignal threeNeutrinos,
    HybridCls limits,
    Background.Density prior) {
  private static final double MEV_PER_GEV = 1e3;

  /// Everything that is found.
  ///
  /// @param thresholds all candidates, rising
  public record Found(List<Threshold> thresholds, Munux munux, Munununu munununu) {
    /// A run that did not search.
    public static final Found NOTHING =
        new Found(List.of(), Munux.NOT_COMPUTED, Munununu.NOT_COMPUTED);
  }

  public ThresholdSearch {
    candidatesGeV2 = candidatesGeV2.stream().sorted().toList();
    scalar = List.copyOf(scalar);
    vector = List.copyOf(vector);
    requireCandidates(
        candidatesGeV2,
        raisedFromGeV,
        concat(scalar.stream(), vector.stream()).map(ThresholdSignal::massGeV).toList());
  }

  /// Whether every signal has a threshold, which can be known before anything is simulated.
  ///
  /// @param massesGeV of X
  /// @throws IllegalArgumentException without candidates, or if none is left for a heavy X
  public static void requireCandidates(
      List<Double> candidatesGeV2, double raisedFromGeV, List<Double> massesGeV) {
    double largest = candidatesGeV2.stream().max(Double::compare).orElse(0.0);
    if (!(largest > 0)) {
      throw new IllegalArgumentException("no candidates: give at least one threshold in GeV²");
    }
    for (double massGeV : massesGeV) {
      if (massGeV < raisedFromGeV || massGeV * massGeV <= largest) continue;
      throw new IllegalArgumentException(
          "the candidates end at %s GeV²: X of %s GeV needs one of at least %s GeV²"
              .formatted(largest, massGeV, massGeV * massGeV));
    }
  }

  /// Searches for all signals.
  ///
  /// @param background and count above a threshold in GeV²
  /// @param kaonDecays N_K
  public Found search(
      DoubleFunction<org.lacuna.analysis.result.Background> background, double kaonDecays) {
    NavigableMap<Double, Threshold> thresholds = new TreeMap<>();
    for (double m0Squared : candidatesGeV2) {
      var above = background.apply(m0Squared);
      thresholds.put(m0Squared, threshold(m0Squared, above.observed(), above.total()));
    }
    return new Found(
        List.copyOf(thresholds.values()),
        new Munux(
            scalar.stream().map(signal -> munux(thresholds, signal, kaonDecays)).toList(),
            vector.stream().map(signal -> munux(thresholds, signal, kaonDecays)).toList()),
        munununu(thresholds, kaonDecays));
  }

  private Threshold threshold(double m0Squared, OptionalLong observed, Table1Row total) {
    BackgroundSigma sigma =
        new BackgroundSigma(
            total.statistical(), StrictMath.hypot(total.photonVeto(), total.tail()));
    Background background = prior.of(total.expected(), sigma.total());
    return new Threshold(m0Squared, observed, total.expected(), sigma, limit(observed, background));
  }

  private Limit limit(OptionalLong observed, Background background) {
    return observed.isPresent()
        ? Limit.of(limits.limit(new CountingExperiment(observed.getAsLong(), background)))
        : new Limit(Double.NaN, Band.of(limits.expected(background)));
  }

  private Munux.Mass munux(
      NavigableMap<Double, Threshold> thresholds, ThresholdSignal signal, double kaonDecays) {
    Threshold chosen = chosen(thresholds, signal);
    Estimate acceptance = acceptance(signal, chosen);
    return new Munux.Mass(
        signal.massGeV() * MEV_PER_GEV,
        chosen.m0SquaredGeV2(),
        acceptance,
        chosen.observed(),
        chosen.expected(),
        chosen.expectedSigma(),
        chosen.eventsLimit().times(Sensitivity.branching(kaonDecays, acceptance.value())),
        SearchStatus.OK);
  }

  private Munununu munununu(NavigableMap<Double, Threshold> thresholds, double kaonDecays) {
    Threshold chosen = chosen(thresholds, threeNeutrinos);
    Estimate acceptance = acceptance(threeNeutrinos, chosen);
    return new Munununu(
        threeNeutrinos.uncut(),
        acceptance,
        chosen.m0SquaredGeV2(),
        chosen.observed(),
        chosen.expected(),
        chosen.expectedSigma(),
        chosen.eventsLimit(),
        chosen.eventsLimit().times(Sensitivity.branching(kaonDecays, acceptance.value())),
        SearchStatus.OK);
  }

  private Threshold chosen(NavigableMap<Double, Threshold> thresholds, ThresholdSignal signal) {
    double massSquared = signal.massGeV() * signal.massGeV();
    if (signal.massGeV() >= raisedFromGeV) return thresholds.ceilingEntry(massSquared).getValue();
    List<CutChoice.Candidate> candidates =
        thresholds.values().stream()
            .map(threshold ->
                new CutChoice.Candidate(
                    threshold.m0SquaredGeV2(),
                    prior.of(threshold.expected(), threshold.expectedSigma().total()),
                    acceptance(signal, threshold).value()))
            .toList();
    return new CutChoice(limits.settings())
        .of(candidates)
        .map(choice -> thresholds.get(choice.candidate().cut()))
        .orElse(thresholds.firstEntry().getValue());
  }

  private static Estimate acceptance(ThresholdSignal signal, Threshold threshold) {
    return Objects.requireNonNull(signal.above().get(threshold.m0SquaredGeV2()));
  }
}
