package org.lacuna.application.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.card.Tank.Ring;
import org.lacuna.application.card.Tank.Slab;

/// Inheritance.
class CardsTest {
  private static final CardType<List<Tank>> FARM =
      new CardType<>(
          "test/farm/1",
          card -> {
            var first = card.get("first", Tank.TYPE, "a tank");
            var second = card.get("second", Tank.TYPE, "another");
            return () -> List.of(first.get(), second.get());
          });

  @TempDir private Path folder;

  @BeforeEach
  void writeTheBase() {
    Tank.write(folder, "base.yaml", Tank.CARD);
  }

  @Test
  void aVariantDiffersOnlyWhereItSays() {
    Tank base = Tank.resolved(folder, Tank.CARD).read(Tank.TYPE);
    assertThat(variant("seed: 7\n"))
        .isEqualTo(new Tank(base.title(), base.exposure(), 7, 0.99, true, base.planes()));
  }

  @Test
  void aVariantOfAVariantIsRelativeToItsOwnFolder() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    Tank.write(below, "one.yaml", "extends: ../base.yaml\nseed: 7\n");
    Tank.write(below, "two.yaml", "extends: one.yaml\nlid: open\n");
    Tank two = Tank.resolved(folder, "extends: below/two.yaml\n").read(Tank.TYPE);
    assertThat(two.seed()).isEqualTo(7);
    assertThat(two.isClosed()).isFalse();
    assertThat(two.planes()).hasSize(3);
  }

  @Test
  void aListIsReplacedAsAWhole() {
    assertThat(variant("planes: [{type: slab, z: 1 m}]\n").planes()).containsExactly(new Slab(1));
  }

  @Test
  void aBlockInThePlaceOfAListChangesAddsAndTakesOut() {
    assertThat(
            variant(
                    """
                    planes:
                      STRAW1: {inner: 55 mm}
                      STRAW2: null
                      slab: {z: 241 m}
                      STRAW0: {type: ring, before: STRAW1, z: 1 m, inner: 1 mm}
                      END: {type: ring, after: slab, z: 2 m, inner: 2 mm}
                    """)
                .planes())
        .containsExactly(
            new Ring("STRAW0", 1, 0.001, Optional.empty()),
            new Ring("STRAW1", 183.508, 0.055, Optional.empty()),
            new Slab(241),
            new Ring("END", 2, 0.002, Optional.empty()));
  }

  @Test
  void aBlockOfAnotherTypeInheritsNothing() {
    assertThat(variant("planes: {STRAW1: {type: slab, z: 3 m}}\n").planes()).contains(new Slab(3));
  }

  @Test
  void nullTakesAnOptionalKeyOut() {
    assertThat(variant("planes: {STRAW2: {outer: null}}\n").planes())
        .contains(new Ring("STRAW2", 194.066, 0.0638, Optional.empty()));
  }

  @Test
  void changesOfWhatIsNotThereAreRefused() {
    assertThat(problems("planes: {STRAW3: {inner: 1 mm}}\n"))
        .containsExactly(
            "card.yaml:2: planes.STRAW3: the list has no \"STRAW3\": did you mean \"STRAW1\"?");
    assertThat(problems("planes: {A: {type: slab, z: 1 m, after: STRAW9}}\n"))
        .containsExactly(
            "card.yaml:2: planes.A: the list has no \"STRAW9\": did you mean \"STRAW1\"?");
    assertThat(problems("planes: {STRAW1: {outer: null}}\n"))
        .containsExactly(
            "card.yaml:2: planes.STRAW1.outer: there is nothing to take out; give a length above"
                + " 0 m");
    assertThat(problems("planes: {STRAW1: {iner: 1 mm}}\n"))
        .containsExactly("card.yaml:2: planes.STRAW1.iner: is unknown: did you mean \"inner\"?");
  }

  @Test
  void itemsOfOneNameCannotBeChangedByIt() {
    Tank.write(folder, "base.yaml", Tank.CARD + "- {type: slab, z: 1 m}\n");
    assertThat(problems("planes: {slab: {z: 2 m}}\n"))
        .containsExactly(
            "card.yaml:2: planes.slab: the list has 2 of \"slab\": give them a \"name\"");
  }

  @Test
  void aProblemIsToldWhereItsCauseWasWritten() {
    Tank.write(folder, "base.yaml", Tank.CARD.replace("exposure: 1e8", "exposure: none"));
    assertThat(problems("seed: -1\n"))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("card.yaml:2: seed: "),
            it -> assertThat(it).startsWith("base.yaml:3: exposure: "));
  }

  @Test
  void aBlockMayExtendACardOfItsOwn() {
    Tank.write(folder, "other.yaml", "schema: test/tank/1\nextends: base.yaml\nlid: open\n");
    Tank.write(
        folder,
        "farm.yaml",
        """
        schema: test/farm/1
        first: {extends: base.yaml, seed: 1}
        second: {extends: base.yaml, seed: 2}
        """);
    assertThat(
            Tank.resolved(
                    folder,
                    """
                    schema: test/farm/1
                    extends: farm.yaml
                    first: {extends: other.yaml}
                    second: {title: changed}
                    """)
                .read(FARM))
        .extracting(Tank::seed, Tank::isClosed, Tank::title)
        .containsExactly(tuple(42L, false, "010"), tuple(2L, true, "changed"));
  }

  @Test
  void aBlockMayBeLikeItsNeighbour() {
    Tank.write(
        folder,
        "farm.yaml",
        """
        schema: test/farm/1
        first: {extends: base.yaml, seed: 1}
        second: {like: first, planes: {STRAW1: {inner: 55 mm}}}
        """);
    ResolvedCard card =
        Tank.resolved(folder, "extends: farm.yaml\nfirst: {lid: open}\nsecond: {title: other}\n");
    List<Tank> tanks = card.read(FARM);
    assertThat(tanks)
        .extracting(Tank::seed, Tank::isClosed, Tank::title)
        .containsExactly(tuple(1L, false, "010"), tuple(1L, false, "other"));
    assertThat(tanks.getLast().planes().getFirst())
        .isEqualTo(new Ring("STRAW1", 183.508, 0.055, Optional.empty()));
    assertThat(card.toYaml()).contains("like: first");
    assertThat(Tank.resolved(folder, card.toYaml()).read(FARM)).isEqualTo(tanks);
  }

  @Test
  void aBlockLikeNoneIsRefused() {
    Tank.write(folder, "farm.yaml", "schema: test/farm/1\nfirst: {like: secnd}\nsecond: {}\n");
    assertThatThrownBy(
            () -> Cards.resolve(folder.resolve("farm.yaml").toString(), Map.of()).read(FARM))
        .hasMessageContaining("farm.yaml:2: first.like: there is no block \"secnd\": did you mean");
  }

  @Test
  void circlesAreRefused() {
    Tank.write(folder, "other.yaml", "extends: card.yaml\n");
    assertThat(Tank.problems(folder, "extends: other.yaml\n").findFirst())
        .hasValueSatisfying(it ->
            assertThat(it)
                .contains("other.yaml:1: extends: ", "card.yaml extends itself, by way of "));
  }

  @Test
  void missingCardsAreRefused() {
    assertThat(Tank.problems(folder, "schema: test/tank/1\nextends: bas.yaml\n"))
        .first()
        .asString()
        .startsWith("card.yaml:2: extends: there is no file ")
        .endsWith("bas.yaml");
    assertThat(Tank.problems(folder, "schema: test/tank/1\nextends: na62\n"))
        .first()
        .asString()
        .startsWith("card.yaml:2: extends: no card \"na62\" comes with the program: ");
    assertThatThrownBy(() -> Cards.resolve("nowhere.yaml", Map.of()))
        .isInstanceOf(CardException.class)
        .hasMessage("command line: there is no file nowhere.yaml");
  }

  @Test
  void theCommandLineIsTheLastVariant() {
    String base = folder.resolve("base.yaml").toString();
    assertThat(Cards.resolve(base, Map.of("seed", "5")).read(Tank.TYPE).seed()).isEqualTo(5);
    assertThatThrownBy(() -> Cards.resolve(base, Map.of("seed", "-5")).read(Tank.TYPE))
        .hasMessage(
            "command line: seed: \"-5\" is out of range: give a whole number of at least 0");
  }

  private Tank variant(String text) {
    return Tank.resolved(folder, "extends: base.yaml\n" + text).read(Tank.TYPE);
  }

  private List<String> problems(String text) {
    return Tank.problems(folder, "extends: base.yaml\n" + text).toList();
  }
}
