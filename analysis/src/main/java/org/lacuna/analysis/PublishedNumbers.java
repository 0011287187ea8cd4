package org.lacuna.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.result.PublishedRow;
import org.lacuna.analysis.result.Resolution;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;

/// The numbers of the paper beside those of a run.
///
/// @param perExposure exposure of the run over that of the paper
/// @cite NA62Invisible2021
record PublishedNumbers(double perExposure) {
  /// Threshold of Table 1 and of the search for three neutrinos.
  static final double TABLE_GEV2 = 0.1;

  /// Masses whose width and acceptance are shown beside the paper's Fig. 3, in MeV.
  private static final List<Integer> SHOWN_MEV = List.of(200, 250, 300, 350, 380, 384);

  /// All rows. Fig. 3 of the paper has no numbers in its text.
  List<PublishedRow> beside(
      Normalisation normalisation,
      Resolution resolution,
      HnlSearch hnl,
      List<Threshold> thresholds,
      Munununu threeNeutrinos) {
    List<PublishedRow> rows = new ArrayList<>();
    Estimate decays = normalisation.kaonDecays();
    rows.add(
        PublishedRow.of(
            "N_K at the full exposure",
            new Estimate(1.14e10, 0.02e10, ""),
            new Estimate(decays.value() / perExposure, decays.sigma() / perExposure, ""),
            "section 3"));
    rows.add(
        PublishedRow.of(
            "A_SM", new Estimate(0.302, 0.005, ""), normalisation.acceptance(), "section 3"));
    Resolution.Width width = resolution.missingMassSquaredAtPeak();
    Estimate published = new Estimate(1.5e-3, Double.NaN, "GeV^2");
    rows.add(
        PublishedRow.of("m2miss width, rms in |m2| < 0.01", published, width.rms(), "section 2"));
    rows.add(PublishedRow.of("m2miss width, Gaussian core", published, width.core(), "section 2"));
    thresholds.stream()
        .filter(threshold -> threshold.m0SquaredGeV2() == TABLE_GEV2)
        .forEach(threshold -> rows.add(expectedAbove(threshold)));
    if (threeNeutrinos.status().hasLimit()) rows.addAll(threeNeutrinoRows(threeNeutrinos));
    for (Hypothesis h : hnl.hypotheses()) {
      int mass = (int) Math.round(h.massMeV());
      if (mass != h.massMeV() || !SHOWN_MEV.contains(mass)) continue;
      rows.add(
          PublishedRow.of(
              "sigma_m at " + mass + " MeV",
              new Estimate(Double.NaN, Double.NaN, "MeV"),
              h.sigmaMeV(),
              "Fig. 3 left, not in the text"));
      rows.add(
          PublishedRow.of(
              "A_N at " + mass + " MeV",
              new Estimate(Double.NaN, Double.NaN, ""),
              h.acceptance(),
              "Fig. 3 right, not in the text"));
      rows.add(
          PublishedRow.of(
              String.format(Locale.ROOT, "expected |U|^2 limit at %d MeV, full exposure", mass),
              new Estimate(Double.NaN, Double.NaN, ""),
              new Estimate(h.expectedFullExposure().mixingLimit().median(), Double.NaN, ""),
              "Fig. 5: O(1e-8)"));
    }
    return rows;
  }

  private PublishedRow expectedAbove(Threshold threshold) {
    return PublishedRow.of(
        "N_exp above 0.1 GeV^2, scaled to the full exposure",
        new Estimate(7549, 928, ""),
        new Estimate(
            threshold.expected() / perExposure,
            threshold.expectedSigma().total() / perExposure,
            ""),
        "section 6");
  }

  /// The expectation of the paper is the 1526 events of its text over its N_K and acceptance. At
  /// another exposure another threshold may be the best, and the acceptance not comparable.
  private static List<PublishedRow> threeNeutrinoRows(Munununu search) {
    boolean isThatOfThePaper = search.m0SquaredGeV2() == TABLE_GEV2;
    String where =
        "section 6"
            + (isThatOfThePaper
                ? ""
                : String.format(Locale.ROOT, "; here above %s GeV^2", search.m0SquaredGeV2()));
    List<PublishedRow> rows = new ArrayList<>();
    rows.add(
        PublishedRow.of(
            "A(mu nu nu nubar), any m2miss",
            new Estimate(0.277, Double.NaN, ""),
            search.acceptanceUncut(),
            "section 6"));
    if (isThatOfThePaper) {
      rows.add(
          PublishedRow.of(
              "A(mu nu nu nubar) above 0.1 GeV^2",
              new Estimate(0.103, Double.NaN, ""),
              search.acceptance(),
              where));
    }
    rows.add(
        PublishedRow.of(
            "B(mu nu nu nubar) limit, expected",
            new Estimate(1526 / (1.14e10 * 0.103), Double.NaN, ""),
            new Estimate(search.branchingLimit().expected().median(), Double.NaN, ""),
            where));
    rows.add(
        PublishedRow.of(
            "B(mu nu nu nubar) limit, observed",
            new Estimate(1.0e-6, Double.NaN, ""),
            new Estimate(search.branchingLimit().observed(), Double.NaN, ""),
            where));
    return rows;
  }
}
