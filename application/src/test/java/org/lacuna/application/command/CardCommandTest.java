package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class CardCommandTest {
  private final Lacuna lacuna = new Lacuna();

  @TempDir private Path folder;

  @Test
  void explainsTheDefaultCard() {
    assertThat(lacuna.run("card", "explain")).isZero();
    assertThat(lacuna.err()).isEmpty();
    assertThat(lacuna.out().lines())
        .anyMatch(line -> line.matches(" +momentum: 75 GeV +# mean momentum; paper; section 2; .*"))
        .anyMatch(line -> line.matches("nature:"))
        .anyMatch(line -> line.matches("exposure: 1.14e9 .*na62-2016-2018.yaml:\\d+"));
  }

  @Test
  void explainsAsJson() {
    JsonNode entries = lacuna.json("card", "explain", "apparatus/na62").get("values");
    JsonNode kick =
        entries
            .valueStream()
            .filter(it -> it.get("key").stringValue().equals("magnet.kick"))
            .findFirst()
            .orElseThrow();
    assertThat(kick.get("value").stringValue()).isEqualTo("-270 MeV");
    assertThat(kick.get("mark").stringValue()).isEqualTo("paper");
    assertThat(kick.get("file").stringValue()).isEqualTo("apparatus/na62.yaml");
    assertThat(kick.get("line").intValue()).isPositive();
  }

  @Test
  void explainsWhichColumnsEachCutReads() {
    assertThat(lacuna.run("card", "explain")).isZero();
    assertThat(lacuna.out().lines())
        .anyMatch(line -> line.matches("# E/p < 0.2 +track.momentum, calorimeterEnergy"))
        .anyMatch(line -> line.matches(" +name: KTAG +# what it is called; .*"));
    assertThat(lacuna.out().lines().dropWhile(line -> !line.startsWith("# cut")))
        .as("comments, so that all of it is a card")
        .hasSizeGreaterThan(15)
        .allMatch(line -> line.startsWith("#"));
    JsonNode cuts = lacuna.json("card", "explain").get("cuts");
    assertThat(cuts.get(0).get("cut").stringValue()).isEqualTo("trigger");
    assertThat(cuts.get(0).get("reads").get(0).stringValue()).isEqualTo("trigger");
    assertThat(lacuna.json("card", "explain", "apparatus/na62").get("cuts")).isEmpty();
  }

  @Test
  void checksAGoodCard() {
    assertThat(lacuna.run("card", "check")).isZero();
    assertThat(lacuna.out()).isEqualToIgnoringNewLines("na62-2016-2018 is good");
  }

  @Test
  void checksAWrongCard() throws IOException {
    String card =
        card(
            """
            schema: lacuna/run/1
            extends: na62-2016-2018
            exposre: 1e7
            seed: -1
            """);
    assertThat(lacuna.run("card", "check", card)).isEqualTo(2);
    assertThat(lacuna.out().lines())
        .containsExactly(
            card + ":3: exposre: is unknown: did you mean \"exposure\"?",
            card + ":4: seed: \"-1\" is out of range: give a whole number of at least 0");
    assertThat(lacuna.err()).isEqualToIgnoringNewLines("lacuna: " + card + " has 2 problems");
  }

  @Test
  void refusesToExplainAWrongCardInThreeLines() throws IOException {
    String card = card("schema: lacuna/run/1\nexposure: 1e7\n");
    assertThat(lacuna.run("card", "explain", card)).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err().lines())
        .hasSizeLessThanOrEqualTo(3)
        .first()
        .asString()
        .startsWith("lacuna: " + card + ":1: ");
  }

  @Test
  void namesTheTypesOfCards() throws IOException {
    String card = card("schema: lacuna/run/2\n");
    assertThat(lacuna.run("card", "explain", card)).isEqualTo(2);
    assertThat(lacuna.err())
        .contains(card + ":1: schema: \"lacuna/run/2\" is no type of card: did you mean");
  }

  @Test
  void printsTheSchema() {
    assertThat(lacuna.run("card", "schema", "apparatus/na62")).isZero();
    assertThat(lacuna.out()).startsWith("{").contains("\"title\" : \"lacuna/apparatus/1\"");
  }

  private String card(String text) throws IOException {
    return Files.writeString(folder.resolve("card.yaml"), text).toString();
  }
}
