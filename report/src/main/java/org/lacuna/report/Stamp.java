package org.lacuna.report;

import org.lacuna.analysis.result.Results;
import org.lacuna.report.figure.Label;

/// What stands above a figure: nobody may take pseudo-data for data.
///
/// @param data what is drawn, as a legend names it
/// @param conditions the exposure
record Stamp(String data, Label conditions) {

  /// Of what the run analysed.
  static Stamp of(Results results) {
    return exposure(results.isPseudoData() ? "pseudo-data" : "data", results.exposure());
  }

  /// Of what follows from simulation alone, at no exposure.
  static Stamp simulation() {
    return simulation(Double.NaN);
  }

  /// Of what follows from simulation alone.
  ///
  /// @param kaonDecays exposure; `NaN` if the figure has none
  static Stamp simulation(double kaonDecays) {
    return exposure("simulation", kaonDecays);
  }

  private static Stamp exposure(String data, double kaonDecays) {
    String text =
        Double.isNaN(kaonDecays)
            ? ""
            : Numbers.shortest(kaonDecays, 3) + " <i>K</i><sup>+</sup> decays";
    return new Stamp(data, new Label(text));
  }

  /// As it stands above the frame.
  Label label() {
    return new Label("Lacuna " + data);
  }
}
