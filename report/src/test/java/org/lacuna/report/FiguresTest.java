package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.result.Background;
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.report.figure.Drawing;
import org.lacuna.report.figure.Figure;

class FiguresTest {
  private static final Results RESULTS = ExampleRun.results();
  private static final Spectrum SPECTRUM = ExampleRun.spectrum();

  @Test
  void aRunHasTheFiguresOfThePaper() {
    assertThat(Figures.of(RESULTS, SPECTRUM))
        .extracting(Figure::name)
        .containsExactly(
            "missing-mass-spectrum",
            "missing-mass-tail",
            "mass-resolution",
            "acceptance",
            "lifetime",
            "events-limit",
            "significance",
            "single-event-sensitivity",
            "mixing-limit",
            "mixing-limit-summary",
            "mixing-limit-full-exposure",
            "threshold-events",
            "munux-limit");
  }

  @Test
  void whereverPseudoDataAreDrawnTheFigureSaysSo() {
    assertThat(Figures.of(RESULTS, SPECTRUM))
        .allSatisfy(figure ->
            assertThat(figure.stamp().plain())
                .isEqualTo(
                    switch (figure.name()) {
                      case "mass-resolution",
                          "acceptance",
                          "lifetime",
                          "mixing-limit-full-exposure" ->
                          "Lacuna simulation";
                      default -> "Lacuna pseudo-data";
                    }));
  }

  @Test
  void aRunWithoutEventsCanBeDrawn() {
    Results nothing =
        new Results(
            Results.SCHEMA,
            "data",
            Double.NaN,
            0.95,
            RESULTS.normalisation(),
            RESULTS.resolution(),
            new Background(List.of(), RESULTS.background().total(), OptionalLong.empty()),
            new HnlSearch(List.of(), List.of(), HnlSearch.GlobalSignificance.NOT_COMPUTED),
            List.of(),
            Munux.NOT_COMPUTED,
            Munununu.NOT_COMPUTED,
            List.of(),
            List.of());
    Spectrum empty =
        new Spectrum(
            -0.2,
            0.002,
            Collections.nCopies(180, 0L),
            List.of(),
            Collections.nCopies(180, Double.NaN));
    assertThat(Figures.of(nothing, empty))
        .hasSize(2)
        .allSatisfy(figure -> {
          assertThat(figure.stamp().plain()).isEqualTo("Lacuna data");
          assertThat(Drawing.svg(figure)).isNotEmpty();
        });
  }
}
