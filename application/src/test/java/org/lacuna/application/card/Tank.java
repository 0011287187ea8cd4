package org.lacuna.application.card;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.count;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.list;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.oneOf;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.LENGTH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/// What the cards of these tests are about.
record Tank(
    String title,
    double exposure,
    long seed,
    double efficiency,
    boolean isClosed,
    List<Shape> planes) {
  static final CardType<Tank> TYPE = new CardType<>("test/tank/1", Tank::read);

  static final String CARD =
      """
      schema: test/tank/1
      title: 010
      exposure: 1e8
      seed: 42
      efficiency: 99 %
      lid: closed
      planes:
      - {type: ring, name: STRAW1, z: 183.508 m, inner: 63.8 mm}
      - {type: ring, name: STRAW2, z: 194.066 m, inner: 63.8 mm, outer: 1 m}
      - type: slab
        z: {value: 240 m, source: "a drawing", mark: assumed}
      """;

  private static final Map<String, Reader<? extends Shape>> SHAPES =
      Map.of("ring", Tank::ring, "slab", Tank::slab);

  Tank {
    if (seed == 13) throw new IllegalArgumentException("seed 13 brings bad luck");
  }

  sealed interface Shape {}

  record Ring(String name, double zM, double innerM, Optional<Double> outerM) implements Shape {}

  record Slab(double zM) implements Shape {}

  private static Supplier<Tank> read(Card card) {
    var title = card.get("title", text(), "headline");
    var exposure = card.get("exposure", number().above(0), "kaon decays");
    var seed = card.get("seed", count(0, Long.MAX_VALUE), "key of all random numbers");
    var efficiency = card.get("efficiency", fraction(), "of the trigger");
    var lid = card.get("lid", choice(Map.of("open", false, "closed", true)), "of the tank");
    var planes = card.get("planes", list(oneOf("a plane", SHAPES)), "along the beam");
    return () ->
        new Tank(
            title.get(), exposure.get(), seed.get(), efficiency.get(), lid.get(), planes.get());
  }

  private static Supplier<Ring> ring(Card card) {
    var name = card.get("name", text(), "what messages call it");
    var z = card.get("z", quantity(LENGTH).between(0, 300), "place along the beam");
    var inner = card.get("inner", quantity(LENGTH).above(0), "inner radius");
    var outer = card.find("outer", quantity(LENGTH).above(0), "outer radius, if it ends");
    return () -> new Ring(name.get(), z.get(), inner.get(), outer.get());
  }

  private static Supplier<Slab> slab(Card card) {
    var z = card.get("z", quantity(LENGTH), "place along the beam");
    return () -> new Slab(z.get());
  }

  /// Writes `card.yaml` and resolves it.
  static ResolvedCard resolved(Path folder, String text) {
    return Cards.resolve(write(folder, "card.yaml", text).toString(), Map.of());
  }

  static Path write(Path folder, String file, String text) {
    try {
      return Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that is wrong with a card, without the folder.
  static Stream<String> problems(Path folder, String text) {
    return Assertions.catchThrowableOfType(
            CardException.class, () -> resolved(folder, text).read(TYPE))
        .problems()
        .stream()
        .map(problem -> problem.toString().replace(folder + "/", ""));
  }
}
