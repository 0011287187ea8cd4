package org.lacuna.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.analysis.background.ExpectedSpectrum;
import org.lacuna.analysis.background.ThresholdBackground;
import org.lacuna.analysis.normalisation.KaonDecays;
import org.lacuna.analysis.normalisation.PeakWidth;
import org.lacuna.analysis.result.Background;
import org.lacuna.analysis.result.CutflowRow;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.result.Resolution;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.analysis.sample.Cutflow;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.search.PeakSearch;
import org.lacuna.analysis.search.ThresholdSearch;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.SortedSample;

/// The search for a muon and nothing else, from samples to results.
///
/// Pseudo-data are the events of nature, all processes together; the simulated samples give
/// acceptances and the expected background.
///
/// @param exposure K⁺ decays in the fiducial volume that the pseudo-data hold
/// @param branchingFraction B(K⁺ → μ⁺ν), photons included
/// @param regionGeV2 of the squared missing mass, where K⁺ → μ⁺ν is counted
/// @param peakSearch the search for peaks
/// @param thresholdSearch the search for an excess of large missing masses, if there is one
/// @cite NA62Invisible2021
public record SingleMuonSearch(
    double exposure,
    Estimate branchingFraction,
    Interval regionGeV2,
    PeakSearch peakSearch,
    Optional<ThresholdSearch> thresholdSearch) {
  /// Everything that is found.
  ///
  /// @param results the numbers
  /// @param spectrum selected events and expectation in the bins of Fig. 2
  /// @param missingMassGeV of the selected events in which the search looks, sorted
  public record Findings(Results results, Spectrum spectrum, SortedSample missingMassGeV) {}

  /// Analyses a run.
  ///
  /// @param nature samples that make up the pseudo-data, with their large masses listed
  /// @param simulated samples of the same processes, with weights
  /// @param normalising names of the processes that make up K⁺ → μ⁺ν
  /// @param signals of K⁺ → μ⁺N, by rising mass
  /// @param lifetimes what a finite lifetime of N does to their acceptance
  public Findings of(
      List<Sample> nature,
      List<Sample> simulated,
      List<String> normalising,
      List<HnlSignal> signals,
      List<HnlSearch.Lifetime> lifetimes) {
    List<Sample> muonNeutrino =
        simulated.stream().filter(sample -> normalising.contains(sample.process())).toList();
    long selected = selectedInPeak(nature);
    Normalisation normalisation =
        KaonDecays.count(selected, muonNeutrino, branchingFraction, regionGeV2);
    Resolution resolution = PeakWidth.of(nature, regionGeV2);
    double kaonDecays = normalisation.kaonDecays().value();
    SortedSample masses = SortedSample.of(missingMasses(nature));
    ThresholdBackground simulatedBackground = ThresholdBackground.of(simulated, kaonDecays);
    DoubleFunction<Background> above =
        threshold ->
            simulatedBackground.above(
                threshold,
                OptionalLong.of(masses.countFrom(Math.sqrt(threshold))),
                countBelow(nature, -threshold));
    ThresholdSearch.Found excess =
        thresholdSearch
            .map(search -> search.search(above, kaonDecays))
            .orElse(ThresholdSearch.Found.NOTHING);
    ExpectedSpectrum full =
        ExpectedSpectrum.of(simulated, Variant.NOMINAL, peakSearch.fullExposure());
    HnlSearch hnl =
        peakSearch.search(
            signals,
            lifetimes,
            masses,
            ExpectedSpectrum.of(simulated, Variant.NOMINAL, kaonDecays),
            full,
            normalisation);
    Results results =
        new Results(
            Results.SCHEMA,
            "pseudo-data",
            exposure,
            peakSearch.limits().settings().level(),
            normalisation,
            resolution,
            above.apply(PublishedNumbers.TABLE_GEV2),
            hnl,
            excess.thresholds(),
            excess.munux(),
            excess.munununu(),
            cutflow(nature, simulated),
            new PublishedNumbers(exposure / peakSearch.fullExposure())
                .beside(normalisation, resolution, hnl, excess.thresholds(), excess.munununu()));
    return new Findings(results, spectrum(nature, simulated, kaonDecays), masses);
  }

  private long selectedInPeak(List<Sample> nature) {
    long selected = 0;
    for (Sample sample : nature) {
      var spectrum = sample.result().spectrum();
      int last = spectrum.at(regionGeV2.high());
      for (int bin = spectrum.at(regionGeV2.low()); bin < last; bin++) {
        selected += spectrum.count(bin);
      }
    }
    return selected;
  }

  private static long countBelow(List<Sample> nature, double thresholdGeV2) {
    return nature.stream()
        .map(sample -> sample.result().spectrum())
        .mapToLong(s -> IntStream.range(0, s.at(thresholdGeV2)).mapToLong(s::count).sum())
        .sum();
  }

  private static double[] missingMasses(List<Sample> nature) {
    return nature.stream()
        .flatMapToDouble(sample -> {
          float[] squared = sample.result().listed();
          return IntStream.range(0, squared.length).mapToDouble(i -> Math.sqrt(squared[i]));
        })
        .toArray();
  }

  private static List<CutflowRow> cutflow(List<Sample> nature, List<Sample> simulated) {
    List<CutflowRow> rows = new ArrayList<>();
    addCutflow(rows, "pseudo-data", nature, false);
    for (Sample sample : simulated) addCutflow(rows, sample.process(), List.of(sample), true);
    return rows;
  }

  private static void addCutflow(
      List<CutflowRow> rows, String name, List<Sample> samples, boolean weighted) {
    List<Result> results = samples.stream().map(Sample::result).toList();
    Selection selection = samples.getFirst().simulation().selection();
    long thrown = results.stream().mapToLong(Result::thrown).sum();
    rows.add(new CutflowRow(name, "decays in the fiducial volume", true, thrown, thrown, thrown));
    rows.addAll(Cutflow.rows(name, "reaches the selection", selection, results, weighted));
  }

  private static Spectrum spectrum(List<Sample> nature, List<Sample> simulated, double exposure) {
    var shape = nature.getFirst().result().spectrum();
    int bins = shape.bins();
    long[] observed = new long[bins];
    for (Sample sample : nature) {
      for (int bin = 0; bin < bins; bin++) observed[bin] += sample.result().spectrum().count(bin);
    }
    double[] variance = new double[bins];
    double[] veto = new double[bins];
    List<Spectrum.Component> components = new ArrayList<>();
    for (Sample sample : simulated) {
      var own = sample.result().spectrum();
      double scale = sample.eventsPerWeight(exposure);
      double[] expected = new double[bins];
      for (int bin = 0; bin < bins; bin++) {
        expected[bin] = scale * own.sum(Variant.NOMINAL.index(), bin);
        variance[bin] += scale * scale * own.sumOfSquares(Variant.NOMINAL.index(), bin);
        for (int v = Variant.INEFFICIENCY_PLUS_SIGMA.index(); v < sample.result().variants(); v++) {
          veto[bin] += Math.max(0, scale * own.sum(v, bin) - expected[bin]);
        }
      }
      components.add(
          new Spectrum.Component(sample.process(), DoubleStream.of(expected).boxed().toList()));
    }
    double[] sigma = new double[bins];
    Arrays.setAll(sigma, bin -> Math.sqrt(variance[bin] + veto[bin] * veto[bin]));
    return new Spectrum(
        shape.edge(0),
        shape.edge(1) - shape.edge(0),
        LongStream.of(observed).boxed().toList(),
        components,
        DoubleStream.of(sigma).boxed().toList());
  }
}
