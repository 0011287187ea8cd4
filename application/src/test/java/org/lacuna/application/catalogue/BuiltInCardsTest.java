package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.application.card.Cards;
import org.lacuna.application.card.Explanation;
import org.lacuna.application.card.ResolvedCard;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.beam.UpstreamDecay;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Simulation;

/// The cards that come with the program.
class BuiltInCardsTest {
  private static final Catalogue CATALOGUE = Catalogue.with(List.of());
  private static final RunCard CARD =
      Cards.resolve("na62-2016-2018", Map.of()).read(CATALOGUE.runCards());

  @Test
  void allOfThemAreKnownByName() throws IOException {
    Path folder = Path.of("../cards");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(Cards.BUILT_IN)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> file.endsWith(".yaml"))
                  .map(file -> file.replace(".yaml", ""))
                  .toList());
    }
  }

  @Test
  void theDefaultCardHasTheHypothesesOfThePaper() {
    assertThat(CARD.massesGeV()).hasSize(269).startsWith(0.2, 0.201).endsWith(0.3835, 0.384);
    assertThat(CARD.massesGeV()).contains(0.299, 0.3, 0.3005);
  }

  @Test
  void theDefaultCardIsThatOfThePaper() {
    assertThat(CARD.exposure()).isEqualTo(CARD.fullExposure() / 10);
    assertThat(CARD.selection().cuts()).hasSize(19);
    assertThat(CARD.delivery().decaysPerDecay()).isCloseTo(577.2, within(0.1));
    assertThat(CARD.windows().range().low()).isEqualTo(0.188);
    Spectrometer spectrometer = CARD.simulation().apparatus().spectrometer();
    assertThat(spectrometer.planesBefore()).extracting("name").containsExactly("STRAW1", "STRAW2");
    assertThat(spectrometer.kickGeV()).isEqualTo(-0.27);
  }

  @Test
  void theStrayFieldHasThePublishedIntegral() {
    // From GTK3 at 102.4 m instead of 105 m: the full description has -1127 uT m from 105 m on.
    assertThat(CARD.simulation().apparatus().field().wholeKickX())
        .isCloseTo(0.34e-3f, within(0.01e-3f));
  }

  /// The public search radius is four times 530 mm GeV/p; the layers give 0.57 m GeV, by the
  /// formula of Highland for all 141 radiation lengths together.
  @Test
  void theMuonLineScattersAsMuchAsThePublicSearchRadiusSays() {
    MuonLine line = CARD.simulation().apparatus().muonLine();
    assertThat(line.scatterGeVM()).isCloseTo(0.53, within(0.08 * 0.53));
    assertThat(line.lossGeV()).isCloseTo(2.8, within(0.05));
    assertThat(line.detector().name()).isEqualTo("MUV3");
  }

  /// The calorimeters and the wall, by hand: 13.6 MeV √X 1.19 times the distance from the middle.
  @Test
  void mostOfTheScatteringIsThatOfTheCalorimeter() {
    double lkr = 13.6e-3 * Math.sqrt(27) * 1.19 * 5.07;
    double muv1 = 13.6e-3 * Math.sqrt(36.6) * 1.19 * 2.88;
    double muv2 = 13.6e-3 * Math.sqrt(31.3) * 1.19 * 1.99;
    double wall = 13.6e-3 * Math.sqrt(45.5) * 1.19 * 0.50;
    double sum = Math.sqrt(lkr * lkr + muv1 * muv1 + muv2 * muv2 + wall * wall);
    double scatter = CARD.simulation().apparatus().muonLine().scatterGeVM();
    assertThat(scatter).isBetween(sum, 1.05 * sum);
    assertThat(lkr * lkr).isGreaterThan(0.5 * scatter * scatter);
  }

  @Test
  void theEfficiencyOfTheKaonTrackIsThatOfThreeStations() {
    assertThat(CARD.simulation().apparatus().kaon().efficiency()).isCloseTo(0.885, within(0.0005));
  }

  @Test
  void upstreamDecaysAreAsManyAsTheLineIsLong() {
    RunCard.Setting setting =
        Cards.resolve("na62-upstream", Map.of()).read(RunCard.cards(CATALOGUE)).nature();
    Apparatus nature = setting.apparatus();
    assertThat(setting.processes())
        .filteredOn(UpstreamDecay.class::isInstance)
        .map(decay -> ((UpstreamDecay) decay).perFiducialDecay())
        .singleElement(DOUBLE)
        .isCloseTo(nature.upstream().decaysPerFiducialDecay(nature.beam(), 75), within(0.001));
  }

  @Test
  void onlyNatureScattersByLargeAngles() {
    Apparatus nature = CARD.nature().apparatus();
    Apparatus believed = CARD.simulation().apparatus();
    assertThat(nature.spectrometer()).isEqualTo(believed.spectrometer());
    assertThat(nature.muonScattering()).hasSize(1);
    assertThat(nature.kaonScattering()).hasSize(2);
    assertThat(believed.muonScattering()).isEmpty();
    assertThat(believed.kaonScattering()).isEmpty();
  }

  @Test
  void everyNumberOfTheApparatusSaysHowWellItIsKnown() {
    Explanation explanation =
        Cards.resolve("apparatus/na62", Map.of()).explain(CATALOGUE.apparatusCards());
    assertThat(explanation.entries())
        .filteredOn(entry -> entry.value().matches("-?[\\d.].*|\\[.*"))
        .allSatisfy(entry -> assertThat(entry.mark()).as(entry.toString()).isPresent());
    assertThat(explanation.entries())
        .allSatisfy(entry -> assertThat(entry.meaning()).as(entry.key()).isNotEmpty());
  }

  @Test
  void aSimulationIsMadeOfTheDefaultCard() {
    Simulation simulation =
        Simulation.of(
            CARD.simulation().apparatus(),
            CARD.reconstruction(),
            CARD.selection(),
            CARD.simulation().processes().getFirst(),
            Role.SIMULATION,
            CARD.seed());
    assertThat(simulation.stages()).extracting("name").contains("match-kaon", "vertex");
  }

  /// The rows of a table are varied together, each in its last word; what is like the block, too.
  @Test
  void aTableIsVariedAsAWhole() {
    ResolvedCard card = Cards.resolve("na62-2016-2018", Map.of());
    String key = "simulation.apparatus.photon-veto.counters.LAV.inefficiency";
    String yaml = card.varied(key, _ -> "0.5").toYaml();
    assertThat(yaml).contains("- [20 MeV, 0.5]", "- [80 GeV, 0.5]", "- [150 MeV, 1]");
    assertThat(card.varied(key, _ -> "2").varied(key, _ -> "1").toYaml())
        .isEqualTo(card.varied(key, _ -> "1").toYaml());
  }
}
