package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.card.Cards;
import org.lacuna.application.input.InputException;
import org.lacuna.experiment.apparatus.Plane;

/// Types from outside: a jar with a new shape of plane is built, and used by a card.
class CatalogueTest {
  /// What a physicist writes: a shape, how it is read, and one line in a table.
  private static final String DEAD_QUADRANT =
      """
      package elsewhere;

      import static org.lacuna.application.card.Kind.quantity;
      import static org.lacuna.application.card.Kind.text;
      import static org.lacuna.core.quantity.Dimension.LENGTH;

      import java.util.Map;
      import java.util.function.Supplier;
      import org.lacuna.application.card.Card;
      import org.lacuna.application.card.Reader;
      import org.lacuna.application.catalogue.Plugin;
      import org.lacuna.experiment.apparatus.Plane;

      public final class Elsewhere implements Plugin {
        @Override
        public Map<String, Reader<? extends Plane>> planes() {
          return Map.of("NAME", Elsewhere::deadQuadrant);
        }

        record DeadQuadrant(String name, float z, float half) implements Plane {
          @Override
          public float inside(float x, float y) {
            return Math.max(Math.max(-x, -y), Math.max(x, y) - half);
          }
        }

        static Supplier<DeadQuadrant> deadQuadrant(Card card) {
          var name = card.get("name", text(), "what messages call it");
          var z = card.get("z", quantity(LENGTH).between(0, 300), "place along the beam");
          var half = card.get("half", quantity(LENGTH).above(0), "side of the dead quadrant");
          return () -> new DeadQuadrant(name.get(), z.get().floatValue(), half.get().floatValue());
        }
      }
      """;

  private static final String CARD =
      """
      schema: lacuna/run/1
      extends: na62-2016-2018
      simulation:
        apparatus:
          planes:
            hodoscope: {type: dead-quadrant, after: MUV3, z: 247 m, half: 20 cm}
      """;

  @TempDir private Path folder;

  @Test
  void aJarAddsATypeThatCardsMayName() throws IOException {
    Catalogue catalogue = Catalogue.with(List.of(jar("dead-quadrant")));
    RunCard card = Cards.resolve(card().toString(), Map.of()).read(catalogue.runCards());
    Plane added = card.nature().apparatus().spectrometer().planesAfter().getLast();
    assertThat(added.name()).isEqualTo("hodoscope");
    assertThat(added.inside(0.1f, 0.1f)).isNegative();
    assertThat(added.inside(-0.1f, 0.1f)).isPositive();
  }

  @Test
  void withoutTheJarTheTypeIsUnknown() throws IOException {
    Path card = card();
    Catalogue catalogue = Catalogue.with(List.of());
    assertThatThrownBy(() -> Cards.resolve(card.toString(), Map.of()).read(catalogue.runCards()))
        .hasMessageContaining("\"dead-quadrant\" is unknown, known are disc, four-views, octagon");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    List<Path> jars = List.of(jar("ring"));
    assertThatThrownBy(() -> Catalogue.with(jars))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("elsewhere.Elsewhere has a plane \"ring\"");
  }

  @Test
  void aJarWithoutPluginIsRefused() throws IOException {
    Path empty = folder.resolve("empty.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(empty))) {
      out.putNextEntry(new JarEntry("nothing"));
    }
    assertThatThrownBy(() -> Catalogue.with(List.of(empty)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no plug-in");
    assertThatThrownBy(() -> Catalogue.with(List.of(folder.resolve("none.jar"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no plug-in");
  }

  private Path card() throws IOException {
    return Files.writeString(folder.resolve("card.yaml"), CARD);
  }

  private Path jar(String type) throws IOException {
    String source = DEAD_QUADRANT.replace("NAME", type);
    return PluginJar.of(folder, type, "elsewhere.Elsewhere", source);
  }
}
