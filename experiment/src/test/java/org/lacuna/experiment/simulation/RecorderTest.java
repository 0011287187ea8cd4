package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.simulation.Recorder.Change;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;

/// The story of one event: what each stage changed, without a word of code in the stages.
class RecorderTest {
  private final Simulation chain =
      Simulation.of(
          TestApparatus.whole(),
          TestApparatus.reconstruction(),
          TestApparatus.selection(),
          new LeptonNeutral("munu", 0.6, Particle.MUON, 0),
          Role.SIMULATION,
          1);

  @Test
  void tellsWhatEachStageChanged() {
    Batch batch = chain.batch();
    Recorder recorder = new Recorder();
    for (int event = 0; event < 20; event++) {
      Simulation.start(batch, event, 1);
      recorder.changes(batch);
      for (Stage stage : chain.stages()) {
        if (batch.truth().n == 0) break;
        batch.draw().stage(stage.name());
        stage.work().accept(batch);
        List<String> names = recorder.changes(batch).stream().map(Change::column).toList();
        check(stage.name(), names, batch);
      }
    }
  }

  private static void check(String stage, List<String> names, Batch batch) {
    switch (stage) {
      case "beam" ->
          assertThat(names)
              .contains("truth.kaon.momentum", "truth.decayZ")
              .noneMatch(name -> name.startsWith("seen."));
      case "to laboratory" ->
          assertThat(names)
              .contains("truth.chargedRay.slopeX")
              .doesNotContain("truth.kaon.momentum");
      case "muon response" ->
          assertThat(names).contains("seen.track.momentum", "seen.calorimeterEnergy");
      case "kaon response" -> {
        if (batch.seen().gtk.n > 0) assertThat(names).contains("seen.gtk[0].ray.momentum");
        assertThat(names).doesNotContain("seen.track.momentum");
      }
      case "missing mass" ->
          assertThat(names).contains("seen.missingMassSquared", "seen.thetaStar").hasSize(2);
      case "selection" -> assertThat(names).isEmpty();
      default -> {}
    }
  }

  @Test
  void tellsTheNewValueOnce() {
    Batch batch = chain.batch();
    Recorder recorder = new Recorder();
    Simulation.start(batch, 0, 1);
    recorder.changes(batch);
    batch.truth().decayZ[0] = 123f;
    assertThat(recorder.changes(batch)).containsExactly(new Change("truth.decayZ", 123f));
    assertThat(recorder.changes(batch)).isEmpty();
    batch.truth().decayZ[0] = Float.NaN;
    assertThat(recorder.changes(batch)).as("undefined is no news").isEmpty();
  }

  @Test
  void isSilentWithoutAnEvent() {
    Batch batch = chain.batch();
    Simulation.start(batch, 0, 0);
    assertThat(new Recorder().changes(batch)).isEmpty();
  }
}
