package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.application.card.Cards;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;

/// Every decay can be named in a card, and runs from the beam to the selection.
class ModelReadersTest {
  private static final Catalogue CATALOGUE = Catalogue.with(List.of());

  /// Keys of each type, and the share of all decays that follows.
  record Example(String type, String keys, double share) {

    @Override
    public String toString() {
      return "{type: " + type + keys + "}";
    }
  }

  @TempDir private Path folder;

  private static Stream<Example> examples() {
    return Stream.of(
        new Example("munu", ", branching-fraction: 0.6268", 0.6268),
        new Example(
            "upstream-munu", ", branching-fraction: 0.6268, per-fiducial-decay: 0.4", 0.25072),
        new Example(
            "gtk3-inelastic",
            ", probability: 0.1 %, per-fiducial-decay: 8, transverse-momentum: 400 MeV, products:"
                + " 3, in-chanti: 90 %, chanti-efficiency: 99 %",
            8e-3),
        photon("form-factors: kloe, infrared: fixed-order, photons: natural", 8.8089e-3),
        photon("form-factors: chpt, infrared: resummed, photons: weighted", 8.763e-3),
        photon("form-factors: e787, infrared: fixed-order, photons: forced", 2.9698e-3),
        new Example(
            "invisible",
            ", branching-fraction: 1e-6, spectrum: [[0 GeV^2, 1], [0.1 GeV^2, 1]]",
            1e-6),
        new Example("enu", "", 1.582e-5),
        new Example("pipi0", "", 0.2067),
        new Example("pipi0dalitz", "", 0.2067 * 0.01174),
        new Example("pipi0gamma", "", 1.5767e-3),
        new Example("pipipi", "", 0.05583),
        new Example("pipi0pi0", "", 0.0176),
        new Example("pi0munu", "", 0.03352),
        new Example("pi0munudalitz", "", 0.03352 * 0.01174),
        new Example("pi0enu", "", 0.0507),
        new Example("pi0enudalitz", "", 0.0507 * 0.01174),
        new Example("munununu", ", spectrum: sm", 1.565e-16),
        new Example("munununu", ", spectrum: phase-space", 1.565e-16),
        new Example("munununu", ", spectrum: local", 1.565e-16),
        new Example("hnl", ", lepton: muon, mass: 300 MeV, mixing: 1e-8", 2.4787e-8),
        new Example(
            "hnl", ", lepton: muon, mass: 300 MeV, mixing: 1e-8, lifetime: 5 ns", 2.4787e-8),
        new Example("hnl", ", lepton: electron, mass: 450 MeV, mixing: 1e-8", 3.5087e-9),
        new Example("munux", ", model: scalar, mass: 100 MeV, coupling: 1e-3", 1.3188e-8),
        new Example("munux", ", model: vector, mass: 100 MeV, coupling: 1e-3", 1.8034e-8),
        new Example("munux", ", model: vector-muon-only, mass: 100 MeV, coupling: 1", 6.2662e-2));
  }

  private static Example photon(String keys, double share) {
    return new Example("munugamma", ", " + keys, share);
  }

  @Test
  void thereIsAnExampleOfEveryType() {
    assertThat(examples().map(Example::type).distinct())
        .containsExactlyInAnyOrderElementsOf(CATALOGUE.processes().keySet());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCardNamesTheDecayAndItRuns(Example example) throws IOException {
    RunCard card = card(example.toString());
    DecayModel model = card.nature().processes().getFirst();
    assertThat(model.name()).isEqualTo(example.type());
    assertThat(model.branchingFraction() / example.share()).isBetween(0.998, 1.002);
    for (Role role : List.of(Role.NATURE, Role.SIMULATION)) {
      Simulation simulation =
          Simulation.of(
              card.nature().apparatus(),
              card.reconstruction(),
              card.selection(),
              model,
              role,
              card.seed());
      var result = simulation.events(simulation.batch(), 0, 2 * Rows.BLOCK, Rows.BLOCK, 0.03);
      assertThat(result.thrown()).isEqualTo(2L * Rows.BLOCK);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: hnl, lepton: muon, mass: 389 MeV, mixing: 1} | give less than 388.0186",
        "{type: hnl, lepton: tau, mass: 3 MeV, mixing: 1} | lepton: \"tau\"",
        "{type: hnl, lepton: muon, mass: 3 MeV, mixing: 2} | mixing: \"2\"",
        "{type: hnl, lepton: muon, mass: 3, mixing: 1} | mass: \"3\" has no unit",
        "{type: hnl, lepton: muon, mass: 3 MeV, mixing: 1, lifetime: 0 ns} | lifetime: \"0 ns\"",
        "{type: hnl, lepton: muon, mass: 0 MeV, mixing: 1, lifetime: 1 ns} | no mass does not"
            + " decay",
        "{type: munux, model: scalar, mass: 389 MeV, coupling: 1} | give less than 388.0186",
        "{type: munux, model: scalar, mass: 0 MeV, coupling: 1} | mass: \"0 MeV\"",
        "{type: munux, model: scalar, mass: 9 MeV, coupling: -1} | coupling: \"-1\"",
        "{type: munugamma, form-factors: kloe, photons: natural} | infrared: is missing",
        "{type: pipi, x: 1} | \"pipi\" is unknown",
      })
  void refusesWhatIsWrong(String process, String message) {
    assertThatThrownBy(() -> card(process)).hasMessageContaining(message);
  }

  private RunCard card(String process) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("card.yaml"),
            """
            schema: lacuna/run/1
            extends: na62-2016-2018
            nature:
              like: simulation
              processes:
              - %s
            """
                .formatted(process));
    return Cards.resolve(file.toString(), Map.of()).read(CATALOGUE.runCards());
  }
}
