package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/// The section of an apparatus card that says what muons go through.
class MuonLineCardTest {
  private static final Catalogue CATALOGUE = Catalogue.with(List.of());

  @TempDir private Path folder;

  private RunCard card(String line) throws IOException {
    String text =
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        simulation: {apparatus: {muon-line: %s}}
        """
            .formatted(line);
    Path file = Files.writeString(folder.resolve("card.yaml"), text);
    return Cards.resolve(file.toString(), Map.of()).read(CATALOGUE.runCards());
  }

  @Test
  void aLayerCanBeChangedByItsName() throws IOException {
    double whole = card("{}").simulation().apparatus().muonLine().scatterGeVM();
    RunCard thin = card("{layers: {MUV1: {radiation-lengths: 0, energy-loss: 0 GeV}}}");
    assertThat(thin.simulation().apparatus().muonLine().scatterGeVM()).isLessThan(whole);
    assertThat(thin.simulation().apparatus().muonLine().lossGeV()).isLessThan(2.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{layers: {MUV1: {radiation-lengths: -3}}} | MUV1.radiation-lengths: \"-3\" is out of"
            + " range",
        "{layers: {MUV1: {energy-loss: 700}}} | MUV1.energy-loss: \"700\" has no unit",
        "{layers: {iron wall: {length: 1 m}}} | iron wall from 245.9 to 246.9 m: layers follow each"
            + " other",
        "{detector: MUV} | the muon line ends in \"MUV\": did you mean \"MUV3\"?",
        "{tiles: {size: 0 mm}} | tiles.size: \"0 mm\" is out of range"
      })
  void saysWhatIsWrong(String line, String told) {
    assertThatThrownBy(() -> card(line))
        .isInstanceOf(CardException.class)
        .hasMessageContaining(told);
  }
}
