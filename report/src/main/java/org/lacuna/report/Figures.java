package org.lacuna.report;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.report.figure.Figure;

/// The figures of a run, after those of the paper.
///
/// @cite NA62Invisible2021
public final class Figures {

  /// All figures that the results have numbers for, in the order of the report.
  public static List<Figure> of(Results results, Spectrum spectrum) {
    Stamp stamp = Stamp.of(results);
    String level = Numbers.level(results.confidenceLevel());
    SpectrumFigures spectra = new SpectrumFigures(spectrum, stamp);
    List<Figure> all = new ArrayList<>(List.of(spectra.whole(), spectra.tail()));
    if (!results.hnl().hypotheses().isEmpty()) {
      SearchFigures search = new SearchFigures(results.hnl().hypotheses(), stamp, level);
      LimitFigures limits = new LimitFigures(results.hnl().hypotheses(), stamp, level);
      all.add(search.resolution());
      all.add(search.acceptance());
      if (!results.hnl().lifetimes().isEmpty()) {
        all.add(search.lifetimes(results.hnl().lifetimes()));
      }
      all.add(search.events());
      all.add(search.significance());
      all.add(search.sensitivity());
      all.add(limits.mixing());
      all.add(limits.summary());
      all.add(limits.fullExposure());
    }
    if (!results.thresholds().isEmpty()) {
      all.add(LimitFigures.thresholds(results.thresholds(), stamp, level));
    }
    if (!results.munux().scalar().isEmpty()) {
      all.add(LimitFigures.munux(results.munux(), stamp, level));
    }
    return List.copyOf(all);
  }

  private Figures() {}
}
