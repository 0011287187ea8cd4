package org.lacuna.report;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Dash;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Label;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;

/// What the search for heavy neutral leptons works with: Figs. 3 and 4 of the paper, and the
/// significance of each hypothesis.
final class SearchFigures {
  private static final double FRAME_PT = 265;

  private final List<Hypothesis> hypotheses;
  private final Curves<Hypothesis> curves;
  private final Stamp stamp;
  private final String level;

  SearchFigures(List<Hypothesis> hypotheses, Stamp stamp, String level) {
    this.hypotheses = hypotheses;
    this.curves = new Curves<>(hypotheses, Hypothesis::massMeV);
    this.stamp = stamp;
    this.level = level;
  }

  Figure resolution() {
    Series width = curves.line("", Look.of(Ink.BLUE), h -> h.sigmaMeV().value());
    return figure(
        "mass-resolution",
        "Width of the Gaussian core of the reconstructed mass. Arrows: the search region.",
        Stamp.simulation(),
        Axis.linearFor("σ<i><sub>m</sub></i> [MeV/<i>c</i><sup>2</sup>]", 0.12, width.values()),
        List.of(width));
  }

  Figure acceptance() {
    List<Series> both =
        List.of(
            curves.line("with mass window", Look.of(Ink.BLUE), h -> h.acceptance().value()),
            curves.line(
                "without mass window",
                Look.of(Ink.VERMILION, Dash.DASHED),
                h -> h.acceptanceBeforeWindow().value()));
    return figure(
        "acceptance",
        "Acceptance for <i>K</i><sup>+</sup> → μ<sup>+</sup><i>N</i> per decay in the fiducial "
            + "volume. Arrows: the search region.",
        Stamp.simulation(),
        Axis.linearFor("Acceptance", 0.2, both.stream().flatMapToDouble(Series::values)),
        both);
  }

  /// One line for each lifetime; others fall between them.
  Figure lifetimes(List<HnlSearch.Lifetime> lifetimes) {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < lifetimes.size(); i++) {
      all.add(
          Series.of(
              Numbers.shortest(lifetimes.get(i).lifetimeNs(), 3) + " ns",
              Series.Kind.LINE,
              Look.apart(i),
              lifetimes.get(i).acceptanceRatio().stream()
                  .map(point -> Datum.point(point.massMeV(), point.ratio()))
                  .toList()));
    }
    return figure(
        "lifetime",
        "Acceptance for a finite mean lifetime, relative to a stable <i>N</i>. Arrows: the search "
            + "region.",
        Stamp.simulation(),
        logarithmic("Relative acceptance", 0.4, all),
        all);
  }

  Figure events() {
    List<Series> all = new ArrayList<>(curves.bands(h -> h.eventsLimit().expected()));
    all.add(
        curves.points(
            "events in the window",
            Look.of(Ink.BLUE),
            h -> h.observed().isPresent() ? (double) h.observed().getAsLong() : Double.NaN));
    all.add(curves.median(h -> h.eventsLimit().expected()));
    all.add(curves.observed("limit on <i>N<sub>S</sub></i>", Hypothesis::eventsLimit));
    return figure(
        "events-limit",
        "Events in the signal window, and the upper limit (%s) on the number of signal events "
                .formatted(level)
            + "with its expectation.",
        stamp,
        logarithmic("Events", 0.4, all),
        all);
  }

  Figure significance() {
    Series z = curves.line("", Look.of(Ink.BLUE), Hypothesis::significance);
    // A window without events has no significance that can be drawn.
    double most =
        Math.max(3.5, z.values().map(Math::abs).filter(Double::isFinite).max().orElse(0) + 0.5);
    List<Series> all = new ArrayList<>();
    for (double level : new double[] {-3, 0, 3}) {
      all.add(curves.line("", Look.of(Ink.GREY, Dash.DOTTED), h -> level));
    }
    all.add(z);
    return figure(
        "significance",
        "Local significance of each hypothesis.",
        stamp,
        Axis.linear("Local significance [σ]", -most, most),
        all);
  }

  Figure sensitivity() {
    List<Series> both =
        List.of(
            curves.line(
                "<i>B</i><sub>SES</sub>(<i>K</i><sup>+</sup> → μ<sup>+</sup><i>N</i>)",
                Look.of(Ink.VERMILION, Dash.DASHED),
                h -> h.branchingSES().value()),
            curves.line(
                Symbols.MUON_MIXING + "<sub>SES</sub>",
                Look.of(Ink.BLUE),
                h -> h.mixingSES().value()));
    return figure(
        "single-event-sensitivity",
        "Branching fraction and mixing that correspond to one expected signal event.",
        stamp,
        logarithmic("Single event sensitivity", 0.2, both),
        both);
  }

  private static Axis logarithmic(String label, double room, List<Series> series) {
    return Axis.logarithmicFor(label, room, series.stream().flatMapToDouble(Series::values));
  }

  /// The x-axis reaches to the tens beyond the search region.
  private Figure figure(String name, String caption, Stamp above, Axis y, List<Series> series) {
    double first = hypotheses.getFirst().massMeV();
    double last = hypotheses.getLast().massMeV();
    Axis mass =
        Axis.linear(Symbols.MASS_N, 10 * Math.floor(first / 10 - 1), 10 * Math.ceil(last / 10 + 1));
    return new Figure(
        name,
        new Label(caption),
        above.label(),
        above.conditions(),
        mass,
        List.of(Panel.of(y, FRAME_PT, series).boundaries(first, last)));
  }
}
