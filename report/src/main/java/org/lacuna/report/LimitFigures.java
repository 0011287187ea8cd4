package org.lacuna.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lacuna.analysis.limits.EarlierLimit;
import org.lacuna.analysis.limits.EarlierLimits;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Dash;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Label;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Note;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;
import org.lacuna.report.figure.Series.Kind;

/// Limits beside those of others: Figs. 5 to 7 of the paper, and the expectation at its exposure.
final class LimitFigures {
  private static final double FRAME_PT = 265;
  private static final double PAPER_KAON_DECAYS = 1.14e10;
  private static final String BBN =
      "Values below a BBN line disagree with the abundances of light elements.";

  private static final List<Look> EARLIER =
      List.of(
          Look.of(Ink.BLUE, Dash.DASH_DOTTED),
          Look.of(Ink.VERMILION, Dash.LONG),
          Look.of(Ink.PURPLE, Dash.DOTTED).width(1.8),
          Look.of(Ink.ORANGE, Dash.DASHED),
          Look.of(Ink.SKY));

  /// Where the curves of the summary are, found by eye.
  private static final List<Note> NAMES =
      List.of(
          new Note(30, 2.2e-6, new Label("TRIUMF"), Ink.VERMILION),
          new Note(60, 1.4e-9, new Label("PIENU"), Ink.VERMILION),
          new Note(98, 8e-6, new Label("KEK"), Ink.BLUE),
          new Note(362, 4.5e-6, new Label("KEK"), Ink.VERMILION),
          new Note(280, 2.9e-6, new Label("OKA"), Ink.BLUE),
          new Note(180, 3.6e-7, new Label("NA62 2015"), Ink.VERMILION),
          new Note(318, 5.2e-7, new Label("NA62 2015"), Ink.BLUE),
          new Note(150, 3.1e-10, new Label("NA62 2016–2018"), Ink.VERMILION),
          new Note(304, 5.2e-9, new Label("E949"), Ink.BLUE),
          new Note(428, 2e-10, new Label("BBN"), Ink.GREY));

  private final Curves<Hypothesis> curves;
  private final Stamp stamp;
  private final String level;

  LimitFigures(List<Hypothesis> hypotheses, Stamp stamp, String level) {
    this.curves = new Curves<>(hypotheses, Hypothesis::massMeV);
    this.stamp = stamp;
    this.level = level;
  }

  Figure mixing() {
    return mixingFigure(
        "mixing-limit",
        "Upper limit (%s) on %s with its expectation, and earlier limits from production searches. "
                .formatted(level, Symbols.MUON_MIXING)
            + BBN,
        stamp,
        h -> h.mixingLimit().expected(),
        List.of(curves.observed("observed", Hypothesis::mixingLimit)));
  }

  Figure fullExposure() {
    return mixingFigure(
        "mixing-limit-full-exposure",
        "Upper limit (%s) on %s expected at the exposure of the paper, from the simulated spectrum "
                .formatted(level, Symbols.MUON_MIXING)
            + "without fluctuations. "
            + BBN,
        Stamp.simulation(PAPER_KAON_DECAYS),
        h -> h.expectedFullExposure().mixingLimit(),
        List.of());
  }

  Figure summary() {
    List<Series> all = new ArrayList<>();
    for (EarlierLimit.Lepton lepton : EarlierLimit.Lepton.values()) {
      boolean muon = lepton == EarlierLimit.Lepton.MUON;
      Look look = Look.of(muon ? Ink.BLUE : Ink.VERMILION).width(muon ? 1.4 : 0.9);
      String label = (muon ? Symbols.MUON_MIXING : Symbols.ELECTRON_MIXING) + ", earlier";
      for (EarlierLimit limit : EarlierLimits.drawnInPaper(lepton)) {
        all.add(earlier(label, look, limit));
        label = "";
      }
    }
    all.add(curves.observed(Symbols.MUON_MIXING + ", this run", Hypothesis::mixingLimit));
    Axis mixing = Axis.logarithmic("|<i>U</i><sub>ℓ4</sub>|<sup>2</sup>", 1e-10, 1e-4);
    return new Figure(
        "mixing-limit-summary",
        new Label(
            "Upper limits (%s) from production searches in decays of kaons and pions. %s"
                .formatted(level, BBN)),
        stamp.label(),
        stamp.conditions(),
        Axis.linear(Symbols.MASS_N, 0, 480),
        List.of(new Panel(mixing, FRAME_PT, all, List.of(), NAMES)));
  }

  /// What is above each threshold, and the upper limits on the number of signal events.
  static Figure thresholds(List<Threshold> thresholds, Stamp stamp, String level) {
    Curves<Threshold> curves = new Curves<>(thresholds, Threshold::m0SquaredGeV2);
    List<Series> all = new ArrayList<>(curves.bands(t -> t.eventsLimit().expected()));
    all.add(curves.median(t -> t.eventsLimit().expected()));
    all.add(curves.observed("limit on <i>N<sub>S</sub></i>", Threshold::eventsLimit));
    all.add(
        Series.of(
            "expected background",
            Kind.POINTS,
            Look.of(Ink.VERMILION),
            thresholds.stream().map(LimitFigures::background).toList()));
    all.add(curves.points("events", Look.of(Ink.BLUE), t -> count(t.observed())));
    return new Figure(
        "threshold-events",
        new Label(
            "Events above a threshold of the squared missing mass, and the upper limit (%s) on the number of "
                    .formatted(level)
                + "signal events with its expectation."),
        stamp.label(),
        stamp.conditions(),
        Axis.linear(Symbols.THRESHOLD, 0.02, 0.16),
        List.of(
            Panel.of(
                Axis.logarithmicFor("Events", 0.4, all.stream().flatMapToDouble(Series::values)),
                FRAME_PT,
                all)));
  }

  private static Datum background(Threshold threshold) {
    double expected = threshold.expected();
    double sigma = threshold.expectedSigma().total();
    return Datum.measured(threshold.m0SquaredGeV2(), expected, expected - sigma, expected + sigma);
  }

  private static double count(OptionalLong observed) {
    return observed.isPresent() ? (double) observed.getAsLong() : Double.NaN;
  }

  /// Upper limits on the branching fraction for an invisible mediator.
  static Figure munux(Munux munux, Stamp stamp, String level) {
    List<Series> both =
        List.of(
            munux("scalar <i>X</i>", Look.of(Ink.BLUE), munux.scalar()),
            munux("vector <i>X</i>", Look.of(Ink.VERMILION, Dash.DASHED), munux.vector()));
    return new Figure(
        "munux-limit",
        new Label(
            "Upper limit (%s) on the branching fraction of %s, <i>X</i> invisible."
                .formatted(level, Symbols.process("munux"))),
        stamp.label(),
        stamp.conditions(),
        Axis.linear(Symbols.MASS_X, 0, 380),
        List.of(
            Panel.of(
                Axis.logarithmicFor(
                    "<i>B</i>(<i>K</i><sup>+</sup> → μ<sup>+</sup>ν<i>X</i>)",
                    0.3,
                    both.stream().flatMapToDouble(Series::values)),
                FRAME_PT,
                both)));
  }

  private static Series munux(String model, Look look, List<Munux.Mass> masses) {
    return Series.of(
        model,
        Kind.EXCLUDED_ABOVE,
        look,
        masses.stream()
            .map(mass -> Datum.point(mass.massMeV(), mass.branchingLimit().observed()))
            .toList());
  }

  /// Bands lowest, then what others published, then the lines of this run.
  private Figure mixingFigure(
      String name,
      String caption,
      Stamp above,
      Function<Hypothesis, Band> expected,
      List<Series> observed) {
    List<EarlierLimit> earlier = EarlierLimits.drawnInPaper(EarlierLimit.Lepton.MUON);
    List<Series> all = new ArrayList<>(curves.bands(expected));
    for (int i = earlier.size() - 1; i >= 0; i--) {
      EarlierLimit limit = earlier.get(i);
      all.add(earlier(limit.label(), EARLIER.get(i % EARLIER.size()), limit));
    }
    all.add(curves.median(expected));
    all.addAll(observed);
    Axis mass = Axis.linear(Symbols.MASS_N, 160, 400);
    Axis mixing =
        Axis.logarithmicFor(
            Symbols.MUON_MIXING, 1.2, all.stream().flatMapToDouble(series -> series.values(mass)));
    return new Figure(
        name,
        new Label(caption),
        above.label(),
        above.conditions(),
        mass,
        List.of(Panel.of(mixing, FRAME_PT, all)));
  }

  private static Series earlier(String label, Look look, EarlierLimit limit) {
    boolean below = limit.excludes() == EarlierLimit.Side.BELOW;
    return Series.of(
        label,
        below ? Kind.EXCLUDED_BELOW : Kind.LINE,
        look,
        limit.points().stream().map(p -> Datum.point(p.massMeV(), p.mixingSquared())).toList());
  }
}
