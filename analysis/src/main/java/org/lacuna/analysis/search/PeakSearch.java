package org.lacuna.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.analysis.background.ExpectedSpectrum;
import org.lacuna.analysis.interpretation.Sensitivity;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.ExpectedFullExposure;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.HnlSearch.GlobalSignificance;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.result.SearchStatus;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.HybridCls;
import org.lacuna.statistics.counting.Toys;
import org.lacuna.statistics.evidence.LocalSignificance;
import org.lacuna.statistics.evidence.LookElsewhere;
import org.lacuna.statistics.evidence.PeakHypothesis;
import org.lacuna.statistics.evidence.PeakScan;
import org.lacuna.statistics.evidence.ScanEnsemble;
import org.lacuna.statistics.evidence.Significance;
import org.lacuna.statistics.evidence.SmoothSpectrum;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandOutcome;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import org.lacuna.statistics.sideband.Sidebands;
import org.lacuna.statistics.sideband.SortedSample;

/// The search for a peak of `K⁺ → μ⁺N` in the missing mass, one mass after the other.
///
/// For each mass: count in the window, background from the sidebands, significance, limit on the
/// number of events, and from that limits on the branching fraction and on the mixing. The same is
/// done with the expected spectrum at another exposure, where there is nothing to count.
///
/// @param windows around a mass, in GeV
/// @param estimator of the background
/// @param limits how limits are set
/// @param prior what is made of an expected background and its uncertainty
/// @param fullExposure K⁺ decays for which the expected limits are also given
/// @param pseudoExperiments for the global significance, if it is wanted
/// @cite NA62Invisible2021
public record PeakSearch(
    PeakWindows windows,
    SidebandEstimator estimator,
    HybridCls limits,
    Background.Density prior,
    double fullExposure,
    Optional<Toys> pseudoExperiments) {

  /// Searches at all masses.
  ///
  /// @param signals one for each mass, rising
  /// @param lifetimes handed on
  /// @param missingMassGeV of the selected events
  /// @param expected spectrum at the exposure of the data
  /// @param full expected spectrum at the full exposure
  /// @param normalisation the number of kaon decays
  public HnlSearch search(
      List<HnlSignal> signals,
      List<HnlSearch.Lifetime> lifetimes,
      SortedSample missingMassGeV,
      ExpectedSpectrum expected,
      ExpectedSpectrum full,
      Normalisation normalisation) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (HnlSignal signal : signals) {
      hypotheses.add(at(signal, missingMassGeV, full, normalisation));
    }
    return new HnlSearch(
        hypotheses, lifetimes, global(largest(hypotheses), signals, missingMassGeV, expected));
  }

  /// How often a spectrum without a signal shows, at any mass, an excess as large as the largest
  /// one of the data. Here that is of the profile likelihood, which is quick enough for many
  /// pseudo-experiments and differs little from the hybrid one.
  private GlobalSignificance global(
      GlobalSignificance local,
      List<HnlSignal> signals,
      SortedSample missingMassGeV,
      ExpectedSpectrum expected) {
    Optional<SmoothSpectrum> smooth =
        SmoothSpectrum.of(expected::contentOf, expected::errorOf, windows.range());
    if (pseudoExperiments.isEmpty() || smooth.isEmpty()) return local;
    Toys toys = pseudoExperiments.get();
    PeakScan scan =
        new PeakScan(
            windows,
            estimator,
            signals.stream()
                .map(signal -> new PeakHypothesis(signal.massGeV(), signal.sigmaGeV().value()))
                .toList());
    double largest = ScanEnsemble.largest(scan.significances(missingMassGeV));
    double pValue =
        new LookElsewhere(scan, smooth.get()::contentOf)
            .pseudoExperiments((int) toys.number(), toys.seed(), toys.threads())
            .global(largest)
            .pValue();
    return new GlobalSignificance(
        local.largestSignificance(),
        local.massMeV(),
        pValue,
        toys.number() + " pseudo-experiments");
  }

  private static GlobalSignificance largest(List<Hypothesis> hypotheses) {
    GlobalSignificance largest = GlobalSignificance.NOT_COMPUTED;
    for (Hypothesis h : hypotheses) {
      if (!(h.significance() <= largest.largestSignificance()) && !Double.isNaN(h.significance())) {
        largest = new GlobalSignificance(h.significance(), h.massMeV(), Double.NaN, "");
      }
    }
    return largest;
  }

  private Hypothesis at(
      HnlSignal signal, SortedSample masses, ExpectedSpectrum full, Normalisation normalisation) {
    double centre = signal.massGeV();
    double sigma = signal.sigmaGeV().value();
    Sidebands sidebands = windows.sidebandsAt(centre, sigma);
    long observed = masses.countIn(windows.signalAt(centre, sigma));
    SidebandOutcome outcome =
        estimator.estimate(sidebands, masses.countsIn(sidebands.bins(), centre, sigma));
    Sensitivity one =
        Sensitivity.of(
            normalisation.kaonDecays(),
            signal.acceptance(),
            centre,
            normalisation.branchingFraction());
    double perMixing = one.mixingSES().value() / one.branchingSES().value();
    Found found = found(observed, outcome);
    Limit branching = found.limit.times(one.branchingSES().value());
    return new Hypothesis(
        centre * 1e3,
        new Estimate(sigma * 1e3, signal.sigmaGeV().sigma() * 1e3, "MeV"),
        signal.acceptance(),
        signal.acceptanceBeforeWindow(),
        OptionalLong.of(observed),
        found.expected,
        found.sigma,
        found.significance.sigma(),
        found.significance.pValue(),
        observed - found.expected,
        found.limit,
        one.branchingSES(),
        one.mixingSES(),
        branching,
        branching.times(perMixing),
        full(signal, sidebands, full, perMixing),
        found.status);
  }

  /// What the counts of one mass say.
  private record Found(
      double expected,
      BackgroundSigma sigma,
      Significance significance,
      Limit limit,
      SearchStatus status) {}

  private Found found(long observed, SidebandOutcome outcome) {
    if (!(outcome instanceof SidebandEstimate estimate)) {
      return new Found(
          Double.NaN,
          BackgroundSigma.NOT_COMPUTED,
          new Significance(Double.NaN, Double.NaN),
          Limit.NOT_COMPUTED,
          status(outcome));
    }
    CountingExperiment experiment = new CountingExperiment(observed, background(estimate));
    return new Found(
        estimate.expected(),
        new BackgroundSigma(estimate.statistical(), estimate.systematic()),
        LocalSignificance.hybrid(experiment),
        Limit.of(limits.limit(experiment)),
        status(outcome));
  }

  private ExpectedFullExposure full(
      HnlSignal signal, Sidebands sidebands, ExpectedSpectrum spectrum, double perMixing) {
    double[] contents =
        sidebands.bins().stream()
            .map(bin -> bin.around(signal.massGeV(), signal.sigmaGeV().value()))
            .mapToDouble(spectrum::contentOf)
            .toArray();
    if (!(estimator.estimateExpected(sidebands, contents) instanceof SidebandEstimate estimate)) {
      return new ExpectedFullExposure(
          Double.NaN,
          BackgroundSigma.NOT_COMPUTED,
          Band.NOT_COMPUTED,
          Band.NOT_COMPUTED,
          Band.NOT_COMPUTED);
    }
    Band events = Band.of(limits.expected(background(estimate)));
    Band branching = events.times(Sensitivity.branching(fullExposure, signal.acceptance().value()));
    return new ExpectedFullExposure(
        estimate.expected(),
        new BackgroundSigma(estimate.statistical(), estimate.systematic()),
        events,
        branching,
        branching.times(perMixing));
  }

  private Background background(SidebandEstimate estimate) {
    return prior.of(estimate.expected(), estimate.sigma());
  }

  private static SearchStatus status(SidebandOutcome outcome) {
    return switch (outcome) {
      case SidebandEstimate estimate ->
          estimate.constrained() ? SearchStatus.CONSTRAINED : SearchStatus.OK;
      case SidebandOutcome.InsufficientSideband _ -> SearchStatus.INSUFFICIENT_SIDEBAND;
      case SidebandOutcome.NoConvergence _ -> SearchStatus.NO_CONVERGENCE;
    };
  }
}
