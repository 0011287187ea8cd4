package org.lacuna.analysis.background;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lacuna.analysis.result.Background;
import org.lacuna.analysis.result.Background.Table1Row;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Spectrum;
import org.lacuna.statistics.sideband.Interval;

/// The background above any threshold of the squared missing mass, process by process, as in Table
/// 1 of the paper.
///
/// The uncertainty of the photon veto is what the two variants add: inefficiencies one standard
/// deviation higher, and conversions unseen. The uncertainty of the tail is the excess of the data
/// over the simulation at the mirrored threshold, all of it.
///
/// @cite NA62Invisible2021
public final class ThresholdBackground {

  /// What one process contributes, with its spectra at the exposure.
  private record Contribution(
      Sample sample,
      double eventsPerWeight,
      ExpectedSpectrum nominal,
      ExpectedSpectrum lessEfficient,
      ExpectedSpectrum conversionsUnseen) {

    static Contribution of(Sample sample, double exposure) {
      List<Sample> alone = List.of(sample);
      return new Contribution(
          sample,
          sample.eventsPerWeight(exposure),
          ExpectedSpectrum.of(alone, Variant.NOMINAL, exposure),
          ExpectedSpectrum.of(alone, Variant.INEFFICIENCY_PLUS_SIGMA, exposure),
          ExpectedSpectrum.of(alone, Variant.CONVERSIONS_UNSEEN, exposure));
    }

    Table1Row in(Interval region) {
      double expected = nominal.contentOf(region);
      double veto =
          Math.max(0, lessEfficient.contentOf(region) - expected)
              + Math.max(0, conversionsUnseen.contentOf(region) - expected);
      return new Table1Row(sample.process(), expected, nominal.errorOf(region), veto, 0);
    }

    double expectedBelow(double thresholdGeV2) {
      Spectrum spectrum = sample.result().spectrum();
      double sum = 0;
      for (int bin = spectrum.at(thresholdGeV2) - 1; bin >= 0; bin--) {
        sum += spectrum.sum(Variant.NOMINAL.index(), bin);
      }
      return sum * eventsPerWeight;
    }
  }

  private final List<Contribution> processes;

  private ThresholdBackground(List<Contribution> processes) {
    this.processes = processes;
  }

  /// The background from simulated samples.
  ///
  /// @param simulated one sample per process, whose large squared missing masses are listed
  /// @param exposure K⁺ decays in the fiducial volume
  public static ThresholdBackground of(List<Sample> simulated, double exposure) {
    return new ThresholdBackground(
        simulated.stream().map(sample -> Contribution.of(sample, exposure)).toList());
  }

  /// The table of one threshold.
  ///
  /// @param thresholdGeV2 lower end of the region, not below where the samples are listed
  /// @param observed events above the threshold
  /// @param mirrored events below the threshold with the opposite sign
  public Background above(double thresholdGeV2, OptionalLong observed, long mirrored) {
    Interval region = new Interval(Math.sqrt(thresholdGeV2), Double.MAX_VALUE);
    List<Table1Row> rows = new ArrayList<>();
    double expected = 0;
    double statistical2 = 0;
    double photonVeto = 0;
    double expectedMirrored = 0;
    for (Contribution process : processes) {
      Table1Row row = process.in(region);
      rows.add(row);
      expected += row.expected();
      statistical2 += row.statistical() * row.statistical();
      photonVeto += row.photonVeto();
      expectedMirrored += process.expectedBelow(-thresholdGeV2);
    }
    double tail = Math.max(0, mirrored - expectedMirrored);
    Table1Row total =
        new Table1Row("total", expected + tail, Math.sqrt(statistical2), photonVeto, tail);
    return new Background(rows, total, observed);
  }
}
