package org.lacuna.application.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.card.Tank.Ring;
import org.lacuna.application.card.Tank.Slab;

/// Reading one card.
class CardTest {
  @TempDir private Path folder;

  @Test
  void readsEachValueAsWhatIsExpectedThere() {
    assertThat(Tank.resolved(folder, Tank.CARD).read(Tank.TYPE))
        .isEqualTo(
            new Tank(
                "010",
                1e8,
                42,
                0.99,
                true,
                List.of(
                    new Ring("STRAW1", 183.508, 0.0638, Optional.empty()),
                    new Ring("STRAW2", 194.066, 0.0638, Optional.of(1.0)),
                    new Slab(240))));
  }

  @Test
  void reportsEveryProblemWithItsLineKeyAndRemedy() {
    String bad =
        """
        schema: test/tank/1
        title: [1]
        exposre: 1e8
        seed: 1.5
        efficiency: 120 %
        lid: shut
        planes:
        - {type: ring, name: STRAW1, z: 183.508, inner: 63.8 mrad}
        - {type: ring, name: STRAW2, z: 400 m, iner: 0 mm, outer: -1 m}
        - type: rings
        - {z: 3 m}
        - slab
        - {type: slab}
        """;
    assertThat(Tank.problems(folder, bad))
        .containsExactly(
            "card.yaml:2: title: give a text",
            "card.yaml:3: exposre: is unknown: did you mean \"exposure\"?",
            "card.yaml:4: seed: \"1.5\" is out of range: give a whole number of at least 0",
            "card.yaml:5: efficiency: \"120 %\" is out of range: give a fraction from 0 to 1",
            "card.yaml:6: lid: \"shut\" is unknown: known are closed, open",
            "card.yaml:8: planes.STRAW1.z: \"183.508\" has no unit: give a length in um, mm, cm, m,"
                + " km, for example \"63.8 mm\", from 0 m to 300 m",
            "card.yaml:8: planes.STRAW1.inner: \"63.8 mrad\" is not a length: give a length in um,"
                + " mm, cm, m, km, for example \"63.8 mm\", above 0 m",
            "card.yaml:9: planes.STRAW2.z: \"400 m\" is out of range: give a length from 0 m to"
                + " 300 m",
            "card.yaml:9: planes.STRAW2.outer: \"-1 m\" is out of range: give a length above 0 m",
            "card.yaml:9: planes.STRAW2.iner: is unknown: did you mean \"inner\"?",
            "card.yaml:10: planes.rings.type: \"rings\" is unknown, known are ring, slab: did you"
                + " mean \"ring\"?",
            "card.yaml:11: planes.4: has no \"type\": give a plane of type ring, slab",
            "card.yaml:12: planes.5.z: is missing (place along the beam): give a length",
            "card.yaml:13: planes.slab.z: is missing (place along the beam): give a length");
  }

  @Test
  void theMessageOfTheExceptionIsShort() {
    assertThatThrownBy(() ->
            Tank.resolved(folder, "schema: test/tank/1\nseed: -1\nlid: ajar\n").read(Tank.TYPE))
        .hasMessageStartingWith(
            folder + "/card.yaml:1: title: is missing (headline): give a text\nand 5 more problems")
        .hasMessageEndingWith("lacuna card check " + folder + "/card.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "1e8, true", "100000000, true", "1.14e9, true", "010, false", "1_000, false", "0x10, false",
    "'\"5\"', false", "five, false", "5 m, false", ".inf, false", ".nan, false", "-1, false",
    "0, false", "true, false", "null, false", "[1], false"
  })
  void aNumberIsANumberWithoutQuotesInItsRange(String text, boolean isGood) {
    String card = Tank.CARD.replace("exposure: 1e8", "exposure: " + text);
    if (isGood) {
      assertThat(Tank.resolved(folder, card).read(Tank.TYPE).exposure())
          .isEqualTo(Double.parseDouble(text));
    } else {
      assertThat(Tank.problems(folder, card)).last().asString().contains(":3: exposure: ");
    }
  }

  @Test
  void aSeedKeepsAllItsDigits() {
    String card = Tank.CARD.replace("seed: 42", "seed: " + Long.MAX_VALUE);
    assertThat(Tank.resolved(folder, card).read(Tank.TYPE).seed()).isEqualTo(Long.MAX_VALUE);
    assertThat(Tank.problems(folder, Tank.CARD.replace("seed: 42", "seed: 9223372036854775808")))
        .singleElement()
        .asString()
        .contains("is out of range");
  }

  @Test
  void whatTheRecordRefusesIsAProblemOfItsBlock() {
    assertThat(Tank.problems(folder, Tank.CARD.replace("seed: 42", "seed: 13")))
        .containsExactly("card.yaml:1: seed 13 brings bad luck");
  }

  @Test
  void aCardOfAnotherSchemaIsRefused() {
    assertThat(Tank.problems(folder, Tank.CARD.replace("tank/1", "tank/2")))
        .containsExactly(
            "card.yaml:1: schema: \"test/tank/2\" is another type of card: give test/tank/1");
    assertThat(Tank.problems(folder, Tank.CARD.replace("schema: test/tank/1\n", "")))
        .containsExactly("card.yaml:1: \"schema\" is missing: give schema: test/tank/1");
  }

  @Test
  void aReaderMayNotAskTwiceOrForWhatAllCardsHave() {
    CardType<String> twice =
        new CardType<>(
            "test/tank/1",
            card -> {
              var _ = card.get("title", Kind.text(), "one");
              return card.get("title", Kind.text(), "two");
            });
    assertThatIllegalArgumentException()
        .isThrownBy(twice::jsonSchema)
        .withMessageContaining("twice");
    CardType<String> reserved =
        new CardType<>("test/tank/1", card -> card.get("source", Kind.text(), "one"));
    assertThatIllegalArgumentException()
        .isThrownBy(reserved::jsonSchema)
        .withMessageContaining("same in all cards");
  }
}
