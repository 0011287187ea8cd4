package org.lacuna.application.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> KNOWN = List.of("exposure", "seed", "z", "hole-x");

  @Test
  void findsTheNearestWord() {
    assertThat(Spelling.nearest("exposre", KNOWN)).contains("exposure");
    assertThat(Spelling.nearest("epxosure", KNOWN)).contains("exposure");
    assertThat(Spelling.nearest("hole_x", KNOWN)).contains("hole-x");
    assertThat(Spelling.nearest("Z", KNOWN)).contains("z");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Spelling.nearest("momentum", KNOWN)).isEmpty();
    assertThat(Spelling.hint("momentum", KNOWN)).isEqualTo("known are exposure, hole-x, seed, z");
    assertThat(Spelling.hint("momentum", List.of())).isEqualTo("there is none to choose from");
  }
}
