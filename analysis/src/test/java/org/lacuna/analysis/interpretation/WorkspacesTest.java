package org.lacuna.analysis.interpretation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Results;
import org.lacuna.statistics.histfactory.AsymptoticCls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.Model;
import org.lacuna.statistics.histfactory.Workspace;
import org.lacuna.statistics.histfactory.WorkspaceJson;

class WorkspacesTest {
  private static final Results RESULTS = ExampleRun.results();
  private static final Map<String, Workspace> ALL = Workspaces.of(RESULTS);

  private static Workspace workspace(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }

  private static double unit(Workspace workspace) {
    String name = workspace.measurements().getFirst().name();
    return Double.parseDouble(name.substring(name.lastIndexOf(' ') + 1));
  }

  /// One hypothesis of the example has no limit.
  @Test
  void everySearchWithALimitHasOne() {
    assertThat(ALL).hasSize(268 + 2 * 37 + 1).containsKeys("hnl-200", "hnl-300.5", "munununu");
    assertThat(ALL).doesNotContainKey("hnl-384").containsKey("munux-vector-370");
  }

  /// The limits of the example are those of a Gaussian count, and so nearly are these where many
  /// events are expected: 5 %.
  @Test
  void theirLimitsAreThoseOfTheRun() {
    for (Hypothesis h : RESULTS.hnl().hypotheses()) {
      if (h.expected() < 100 || !h.status().hasLimit()) continue;
      if (h.massMeV() != Math.rint(h.massMeV())) continue;
      Workspace workspace = workspace("hnl-%.0f".formatted(h.massMeV()));
      var limit = new AsymptoticCls(Model.of(workspace), Asimov.NOMINAL).limit(0.9);
      double median = h.mixingLimit().expected().median();
      assertThat(limit.expected().median() * unit(workspace) / median)
          .as("%s MeV", h.massMeV())
          .isCloseTo(1, within(0.05));
    }
  }

  @Test
  void theyHoldTheNumbersOfTheRun() {
    Munux.Mass mass = RESULTS.munux().scalar().get(9);
    Workspace workspace = workspace("munux-scalar-100");
    double[] nominal = Model.of(workspace).inits();
    double kaonDecays = RESULTS.normalisation().kaonDecays().value();
    assertThat(workspace.channels().getFirst().samples().getFirst().nominal().getFirst())
        .isCloseTo(
            unit(workspace) * kaonDecays * mass.acceptance().value(), within(1e-9 * kaonDecays));
    assertThat(Model.of(workspace).expected(new double[nominal.length])[0])
        .isCloseTo(mass.expected(), within(1e-9));
    assertThat(workspace.observations().getFirst().counts()).containsExactly(661.0);
    assertThat(unit(workspace)).isEqualTo(1e-6);
  }

  @Test
  void theyAreFilesThatCanBeReadAgain() {
    ALL.forEach((name, workspace) ->
        assertThat(WorkspaceJson.read(WorkspaceJson.write(workspace)))
            .as(name)
            .isEqualTo(workspace));
  }
}
