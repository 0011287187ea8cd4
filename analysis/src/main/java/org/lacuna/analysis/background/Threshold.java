package org.lacuna.analysis.background;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lacuna.analysis.result.Background;
import org.lacuna.analysis.result.Background.Table1Row;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.experiment.response.Variant;
import org.lacuna.statistics.sideband.Interval;

/// The background above a threshold of the squared missing mass, process by process, as in Table 1
/// of the paper.
///
/// The uncertainty of the photon veto is what the two variants add: inefficiencies one standard
/// deviation higher, and conversions unseen. The uncertainty of the tail is the excess of the data
/// over the simulation at the mirrored threshold, all of it.
///
/// @cite NA62Invisible2021
public final class Threshold {
  private Threshold() {}

  /// Makes the table.
  ///
  /// @param thresholdGeV2 lower end of the region
  /// @param simulated one sample per process
  /// @param exposure K⁺ decays in the fiducial volume
  /// @param observed events above the threshold
  /// @param mirrored events below the threshold with the opposite sign
  public static Background above(
      double thresholdGeV2,
      List<Sample> simulated,
      double exposure,
      OptionalLong observed,
      long mirrored) {
    Interval region = new Interval(Math.sqrt(thresholdGeV2), Double.MAX_VALUE);
    List<Table1Row> rows = new ArrayList<>();
    double expected = 0;
    double statistical2 = 0;
    double photonVeto = 0;
    double expectedMirrored = 0;
    for (Sample sample : simulated) {
      List<Sample> alone = List.of(sample);
      ExpectedSpectrum nominal = ExpectedSpectrum.of(alone, Variant.NOMINAL, exposure);
      double content = nominal.contentOf(region);
      double error = nominal.errorOf(region);
      double veto =
          difference(alone, Variant.INEFFICIENCY_PLUS_SIGMA, exposure, region, content)
              + difference(alone, Variant.CONVERSIONS_UNSEEN, exposure, region, content);
      rows.add(new Table1Row(sample.process(), content, error, veto, 0));
      expected += content;
      statistical2 += error * error;
      photonVeto += veto;
      expectedMirrored += below(sample, -thresholdGeV2) * sample.eventsPerWeight(exposure);
    }
    double tail = Math.max(0, mirrored - expectedMirrored);
    Table1Row total =
        new Table1Row("total", expected + tail, Math.sqrt(statistical2), photonVeto, tail);
    return new Background(rows, total, observed);
  }

  private static double difference(
      List<Sample> sample, Variant variant, double exposure, Interval region, double nominal) {
    double content = ExpectedSpectrum.of(sample, variant, exposure).contentOf(region);
    return Math.max(0, content - nominal);
  }

  private static double below(Sample sample, double thresholdGeV2) {
    double sum = 0;
    for (int bin = sample.result().spectrum().at(thresholdGeV2) - 1; bin >= 0; bin--) {
      sum += sample.result().spectrum().sum(Variant.NOMINAL.index(), bin);
    }
    return sum;
  }
}
