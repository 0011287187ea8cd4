package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Cards;
import org.lacuna.application.json.Json;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The JSON Schemas of cards that stand in the tree, for editors.
class CardSchemaTest {
  private static final Path FOLDER = Path.of("../cards");
  private static final Catalogue CATALOGUE = Catalogue.with(List.of());

  private static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("schema/run.json", CATALOGUE.runCards()),
        Arguments.of("schema/apparatus.json", CATALOGUE.apparatusCards()),
        Arguments.of("schema/model.json", CATALOGUE.modelCards()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theSchemaInTheTreeIsThatOfTheReaders(String file, CardType<?> type) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(file)).equals(Json.pretty(type.jsonSchema()) + "\n"))
        .as("cards/%s is up to date (else: ./lacuna card schema CARD > cards/%s)", file, file)
        .isTrue();
  }

  @Test
  void theBuiltInCardsAreValid() throws IOException {
    assertThat(errors("schema/run.json", Files.readString(FOLDER.resolve("na62-2016-2018.yaml"))))
        .isEmpty();
    assertThat(
            errors(
                "schema/apparatus.json", Files.readString(FOLDER.resolve("apparatus/na62.yaml"))))
        .isEmpty();
    assertThat(errors("schema/run.json", Cards.resolve("na62-2016-2018", Map.of()).toYaml()))
        .isEmpty();
  }

  @Test
  void aVariantIsValid() throws IOException {
    String variant =
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        exposure: {value: 1e7, source: "a test"}
        simulation:
          apparatus:
            beam: {momentum: 74.6 GeV}
            planes: {STRAW1: {hole-x: 0 mm}, MUV3: null}
        nature:
          processes: {munu: {branching-fraction: 65 %}}
        selection:
          wide: {type: momentum, after: RICH, from: 10 GeV, to: 65 GeV}
        """;
    assertThat(errors("schema/run.json", variant)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exposure: 1e7|exposre: 1e7",
        "exposure: 1e7|exposure: many",
        "exposure: 1e7|exposure: -1",
        "seed: 3|seed: 3.5",
        "momentum: 75 GeV|momentum: 75",
        "momentum: 75 GeV|momentum: 75 mm",
        "hole-x: 0 mm|holex: 0 mm",
        "lacuna/run/1|lacuna/run/2",
        "extends: na62-2016-2018|title: without all the rest",
        "mark: assumed|mark: guessed",
        "form: {type: cosine|form: {type: sine",
      })
  void aWrongCardIsInvalid(String right, String wrong) throws IOException {
    String card =
        """
        schema: lacuna/run/1
        extends: na62-2016-2018
        exposure: 1e7
        seed: 3
        simulation:
          apparatus:
            beam: {momentum: 75 GeV, mark: assumed}
            planes: {STRAW1: {type: four-views, hole-x: 0 mm}}
        selection:
        - {type: vertex-beyond, form: {type: cosine, far: 35 m, near: 8 m}}
        """;
    assertThat(errors("schema/run.json", card)).isEmpty();
    assertThat(card).contains(right);
    assertThat(errors("schema/run.json", card.replace(right, wrong))).isNotEmpty();
  }

  private static List<?> errors(String file, String card) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FOLDER.resolve(file)));
    String json = new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(card));
    return schema.validate(json, InputFormat.JSON);
  }
}
