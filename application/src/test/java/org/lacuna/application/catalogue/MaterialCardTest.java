package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.card.CardException;
import org.lacuna.application.card.Cards;
import org.lacuna.experiment.response.ClusterResponse;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.simulation.Apparatus;

/// The sections of an apparatus card that say what muons and photons go through and leave.
class MaterialCardTest {
  private static final Catalogue CATALOGUE = Catalogue.with(List.of());

  @TempDir private Path folder;

  private Apparatus card(String section) throws IOException {
    String text =
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        simulation: {apparatus: {%s}}
        """
            .formatted(section);
    Path file = Files.writeString(folder.resolve("card.yaml"), text);
    return Cards.resolve(file.toString(), Map.of())
        .read(CATALOGUE.runCards())
        .simulation()
        .apparatus();
  }

  @Test
  void aLayerCanBeChangedByItsName() throws IOException {
    double whole = card("muon-line: {}").muonLine().scatterGeVM();
    Apparatus thin =
        card("muon-line: {layers: {MUV1: {radiation-lengths: 0, energy-loss: 0 GeV}}}");
    assertThat(thin.muonLine().scatterGeVM()).isLessThan(whole);
    assertThat(thin.muonLine().lossGeV()).isLessThan(2.1);
  }

  /// `1 - exp(-7/9 x/X0)`.
  @Test
  void photonsConvertInWhatTheCardNames() throws IOException {
    PhotonVeto veto = card("photon-veto: {conversions: {STRAW4: null}}").photonVeto();
    assertThat(veto.materials())
        .extracting(it -> it.plane().name())
        .containsExactly("STRAW1", "STRAW2", "STRAW3", "RICH");
    assertThat(veto.materials().getFirst().conversion()).isCloseTo(0.003517, within(1e-6));
    assertThat(veto.materials().getLast().conversion()).isCloseTo(0.2407, within(1e-4));
    assertThat(veto.counters().stream().filter(Counter::neutralOnly))
        .extracting(it -> it.plane().name())
        .containsExactly("SAC");
  }

  /// `4.8 %/√E ⊕ 11 %/E ⊕ 0.9 %` and `4.2 mm/√E ⊕ 0.6 mm`.
  @Test
  void clustersHaveTheResolutionOfTheCard() throws IOException {
    ClusterResponse clusters = card("lkr-clusters: {}").clusters();
    assertThat(clusters.energySigmaGeV(10)).isCloseTo(0.20794, within(1e-5));
    assertThat(clusters.placeSigmaM(10)).isCloseTo(1.457e-3, within(1e-6));
    assertThat(card("lkr-clusters: {noise: 0 GeV}").clusters().energySigmaGeV(10))
        .isCloseTo(0.17647, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "muon-line: {layers: {MUV1: {radiation-lengths: -3}}} | MUV1.radiation-lengths: \"-3\" is"
            + " out of range",
        "muon-line: {layers: {MUV1: {energy-loss: 700}}} | MUV1.energy-loss: \"700\" has no unit",
        "muon-line: {layers: {iron wall: {length: 1 m}}} | iron wall from 245.9 to 246.9 m: layers"
            + " follow each other",
        "lkr-clusters: {noise: 11 %} | lkr-clusters.noise: \"11 %\"",
        "muon-line: {detector: MUV} | the muon line ends in \"MUV\": did you mean \"MUV3\"?",
        "muon-line: {tiles: {size: 0 mm}} | tiles.size: \"0 mm\" is out of range",
        "photon-veto: {conversions: {STRAW5: {after: STRAW4, radiation-lengths: 1, pair-missed: 1"
            + " %}}} | photons convert in \"STRAW5\": did you mean \"STRAW1\"",
        "photon-veto: {conversions: {RICH: {radiation-lengths: -1}}} | RICH.radiation-lengths:"
            + " \"-1\" is out of range",
        "photon-veto: {conversions: {STRAW1: {pair-missed: 110 %}}} | STRAW1.pair-missed: \"110 %\""
            + " is out of range"
      })
  void saysWhatIsWrong(String section, String told) {
    assertThatThrownBy(() -> card(section))
        .isInstanceOf(CardException.class)
        .hasMessageContaining(told);
  }
}
