package org.lacuna.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lacuna.analysis.result.Background.Table1Row;
import org.lacuna.analysis.result.CutflowStep;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.PublishedRow;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.SearchStatus;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.core.quantity.Estimate;

/// The tables of a run.
final class Tables {
  /// All of them, in the order of the report.
  static List<Table<?>> of(Results results) {
    return List.of(
        published(results),
        normalisation(results),
        background(results),
        cutflow(results),
        search(results),
        limits(results),
        fullExposure(results),
        thresholds(results),
        munuxScalar(results),
        munuxVector(results),
        munununu(results));
  }

  static Table<PublishedRow> published(Results results) {
    return new Table<>(
        "published",
        "The paper and this run",
        List.of(
            Table.words("Quantity", "quantity", PublishedRow::quantity),
            measured("Published", "published", PublishedRow::published),
            measured("Lacuna", "lacuna", PublishedRow::lacuna),
            Table.number("Ratio", "ratio", 3, PublishedRow::ratio),
            Table.words("Where", "where", PublishedRow::where)),
        results.published());
  }

  /// A quantity and what it is called.
  record Named(String name, String key, Estimate estimate) {}

  static Table<Named> normalisation(Results results) {
    var normalisation = results.normalisation();
    var peak = results.resolution().missingMassSquaredAtPeak();
    return new Table<>(
        "normalisation",
        "Normalisation to <i>K</i><sup>+</sup> → μ<sup>+</sup>ν",
        List.of(
            Table.symbol("Quantity", "quantity", Named::name, Named::key),
            measured("Value", "value", Named::estimate)),
        List.of(
            new Named(
                "selected events <i>N</i><sub>SM</sub>",
                "selected",
                new Estimate(normalisation.selected(), Double.NaN, "")),
            new Named("acceptance <i>A</i><sub>SM</sub>", "acceptance", normalisation.acceptance()),
            new Named(
                "acceptance without the efficiency product",
                "acceptanceGeometric",
                normalisation.acceptanceGeometric()),
            new Named(
                "branching fraction <i>B</i>",
                "branchingFraction",
                normalisation.branchingFraction()),
            new Named(
                "kaon decays <i>N<sub>K</sub></i> = <i>N</i><sub>SM</sub> / (<i>A</i><sub>SM</sub> "
                    + "<i>B</i>)",
                "kaonDecays",
                normalisation.kaonDecays()),
            new Named("width of the peak, Gaussian core", "core", peak.core()),
            new Named("width of the peak, rms", "rms", peak.rms())));
  }

  static Table<Table1Row> background(Results results) {
    List<Table1Row> rows = new ArrayList<>(results.background().table1());
    rows.add(results.background().total());
    return new Table<>(
        "background",
        "Background with <i>m</i><sup>2</sup><sub>miss</sub> above 0.1 GeV<sup>2</sup>/"
            + "<i>c</i><sup>4</sup>",
        List.of(
            Table.symbol(
                "Process", "process", row -> Symbols.process(row.process()), Table1Row::process),
            Table.number("Expected", "expected", 4, Table1Row::expected),
            Table.number("± statistical", "statistical", 2, Table1Row::statistical),
            Table.number("± photon veto", "photon_veto", 2, Table1Row::photonVeto),
            Table.number("± tail", "tail", 2, Table1Row::tail)),
        rows);
  }

  static Table<CutflowStep> cutflow(Results results) {
    return new Table<>(
        "cutflow",
        "Selection, cut by cut",
        List.of(
            Table.symbol(
                "Sample",
                "sample",
                step -> Symbols.process(step.row().sample()),
                s -> s.row().sample()),
            new Table.Column<>(
                "Cut",
                List.of("cut", "applied"),
                Tables::shown,
                step ->
                    List.of(Table.quoted(step.row().cut()), String.valueOf(step.row().applied()))),
            Table.count("Passed", "passed", step -> OptionalLong.of(step.row().passed())),
            Table.number("Sum of weights", "sum_of_weights", 5, step -> step.row().sumOfWeights()),
            Table.number("relative", "relative", 4, CutflowStep::relative),
            Table.number("cumulative", "cumulative", 4, CutflowStep::cumulative),
            Table.count("<i>N</i>−1", "n_minus_one", s -> OptionalLong.of(s.row().nMinusOne())),
            Table.number("kept of <i>N</i>−1", "kept_of_n_minus_one", 4, CutflowStep::keptAlone)),
        CutflowStep.of(results.cutflow()));
  }

  private static String shown(CutflowStep step) {
    return Table.escaped(step.row().cut()) + (step.row().applied() ? "" : " <i>(not applied)</i>");
  }

  static Table<Hypothesis> search(Results results) {
    return new Table<>(
        "hypotheses",
        "Search for <i>K</i><sup>+</sup> → μ<sup>+</sup><i>N</i>",
        List.of(
            mass(),
            Table.estimate("σ<i><sub>m</sub></i> [MeV]", "sigma_mev", Hypothesis::sigmaMeV),
            Table.estimate("Acceptance", "acceptance", Hypothesis::acceptance),
            Table.estimate(
                "without window", "acceptance_before_window", Hypothesis::acceptanceBeforeWindow),
            Table.count("Observed", "observed", Hypothesis::observed),
            Table.number("Expected", "expected", 4, Hypothesis::expected),
            Table.number("± stat.", "statistical", 2, h -> h.expectedSigma().statistical()),
            Table.number("± syst.", "systematic", 2, h -> h.expectedSigma().systematic()),
            Table.number("<i>Z</i>", "significance", 2, Hypothesis::significance),
            Table.number("<i>p</i>", "p_value", 2, Hypothesis::pValue),
            Table.words("Status", "status", h -> h.status().toString())),
        results.hnl().hypotheses());
  }

  static Table<Hypothesis> limits(Results results) {
    return new Table<>(
        "limits",
        "Upper limits on " + Symbols.MUON_MIXING,
        List.of(
            mass(),
            Table.number("on events", "events", 3, h -> h.eventsLimit().observed()),
            Table.number("on <i>B</i>", "branching", 3, h -> h.branchingLimit().observed()),
            Table.number("on " + Symbols.MUON_MIXING, "mixing", 3, h -> h.mixingLimit().observed()),
            Table.number("expected −2σ", "m2", 3, h -> h.mixingLimit().expected().m2()),
            Table.number("−1σ", "m1", 3, h -> h.mixingLimit().expected().m1()),
            Table.number("median", "median", 3, h -> h.mixingLimit().expected().median()),
            Table.number("+1σ", "p1", 3, h -> h.mixingLimit().expected().p1()),
            Table.number("+2σ", "p2", 3, h -> h.mixingLimit().expected().p2())),
        results.hnl().hypotheses());
  }

  static Table<Hypothesis> fullExposure(Results results) {
    return new Table<>(
        "limits-full-exposure",
        "Limits on " + Symbols.MUON_MIXING + " expected at the exposure of the paper",
        List.of(
            mass(),
            Table.number("Background", "expected", 4, h -> h.expectedFullExposure().expected()),
            Table.number(
                "± total", "sigma", 2, h -> h.expectedFullExposure().expectedSigma().total()),
            Table.number("−2σ", "m2", 3, h -> h.expectedFullExposure().mixingLimit().m2()),
            Table.number("−1σ", "m1", 3, h -> h.expectedFullExposure().mixingLimit().m1()),
            Table.number(
                "median", "median", 3, h -> h.expectedFullExposure().mixingLimit().median()),
            Table.number("+1σ", "p1", 3, h -> h.expectedFullExposure().mixingLimit().p1()),
            Table.number("+2σ", "p2", 3, h -> h.expectedFullExposure().mixingLimit().p2())),
        results.hnl().hypotheses());
  }

  static Table<Threshold> thresholds(Results results) {
    return new Table<>(
        "thresholds",
        "Events above a threshold of <i>m</i><sup>2</sup><sub>miss</sub>",
        List.of(
            Table.number(Symbols.THRESHOLD, "m0_squared_gev2", 2, Threshold::m0SquaredGeV2),
            Table.count("Observed", "observed", Threshold::observed),
            Table.number("Expected", "expected", 4, Threshold::expected),
            Table.number("± stat.", "statistical", 2, t -> t.expectedSigma().statistical()),
            Table.number("± syst.", "systematic", 2, t -> t.expectedSigma().systematic()),
            Table.number("Limit on events", "limit", 4, t -> t.eventsLimit().observed()),
            Table.number("expected", "median", 4, t -> t.eventsLimit().expected().median())),
        results.thresholds());
  }

  static Table<Munux.Mass> munuxScalar(Results results) {
    return munux("scalar", results.munux().scalar());
  }

  static Table<Munux.Mass> munuxVector(Results results) {
    return munux("vector", results.munux().vector());
  }

  private static Table<Munux.Mass> munux(String model, List<Munux.Mass> masses) {
    return new Table<>(
        "munux-" + model,
        "Upper limits on <i>B</i>(" + Symbols.process("munux") + "), " + model + " <i>X</i>",
        List.of(
            Table.number(Symbols.MASS_X, "mass_mev", 4, Munux.Mass::massMeV),
            Table.number(Symbols.THRESHOLD, "m0_squared_gev2", 2, Munux.Mass::m0SquaredGeV2),
            Table.estimate("Acceptance", "acceptance", Munux.Mass::acceptance),
            Table.count("Observed", "observed", Munux.Mass::observed),
            Table.number("Expected", "expected", 4, Munux.Mass::expected),
            Table.number("± total", "sigma", 2, mass -> mass.expectedSigma().total()),
            Table.number("Limit", "limit", 2, mass -> mass.branchingLimit().observed()),
            Table.number("expected", "median", 2, m -> m.branchingLimit().expected().median())),
        masses);
  }

  /// One row, or none if the run did not search for it.
  static Table<Munununu> munununu(Results results) {
    return new Table<>(
        "munununu",
        "Upper limit on <i>B</i>(" + Symbols.process("munununu") + ")",
        List.of(
            Table.number(Symbols.THRESHOLD, "m0_squared_gev2", 2, Munununu::m0SquaredGeV2),
            Table.estimate("Acceptance", "acceptance", Munununu::acceptance),
            Table.estimate("without threshold", "acceptance_uncut", Munununu::acceptanceUncut),
            Table.count("Observed", "observed", Munununu::observed),
            Table.number("Expected", "expected", 4, Munununu::expected),
            Table.number("± total", "sigma", 2, search -> search.expectedSigma().total()),
            Table.number("on events", "events", 4, search -> search.eventsLimit().observed()),
            Table.number("on <i>B</i>", "limit", 2, search -> search.branchingLimit().observed()),
            Table.number("expected", "median", 2, s -> s.branchingLimit().expected().median())),
        results.munununu().status() == SearchStatus.NOT_COMPUTED
            ? List.of()
            : List.of(results.munununu()));
  }

  private static Table.Column<Hypothesis> mass() {
    return Table.number(Symbols.MASS_N, "mass_mev", 4, Hypothesis::massMeV);
  }

  /// A quantity whose unit differs from row to row.
  private static <T> Table.Column<T> measured(
      String head, String key, Function<T, Estimate> estimate) {
    Table.Column<T> plain = Table.estimate(head, key, estimate);
    return new Table.Column<>(
        head,
        List.of(key, key + "_sigma", key + "_unit"),
        row -> Numbers.estimate(estimate.apply(row)),
        row -> {
          List<String> values = new ArrayList<>(plain.values().apply(row));
          values.add(estimate.apply(row).unit());
          return values;
        });
  }

  private Tables() {}
}
