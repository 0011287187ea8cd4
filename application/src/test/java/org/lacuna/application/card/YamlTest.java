package org.lacuna.application.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Scalar;

class YamlTest {
  private static final CardFile FILE = new CardFile(false, Path.of("a.yaml"));

  private final List<Problem> problems = new ArrayList<>();

  private static List<Arguments> refused() {
    return List.of(
        Arguments.of("a: 1\na: 2\n", "a.yaml:2: a: was given before, in line 1"),
        Arguments.of("b: {c: 1, c: 1}\n", "a.yaml:1: b.c: was given before, in line 1"),
        Arguments.of("a: &x 1\nb: *x\n", "a.yaml:2: b: aliases are not used"),
        Arguments.of("a: !!str 1\n", "a.yaml:1: a: tags such as"),
        Arguments.of("a: 1\n---\nb: 1\n", "a.yaml:3: a second document"),
        Arguments.of("a:\nb: 1\n", "a.yaml:1: a: has no value"),
        Arguments.of("", "a card consists of lines"),
        Arguments.of("- 1\n", "a.yaml:1: a card consists of lines"),
        Arguments.of("a: 1\n\tb: 2\n", "a.yaml:2: this is not YAML: found character '\\t(TAB)'"),
        Arguments.of("a: b: c\n", "a.yaml:1: this is not YAML: mapping values are not allowed"),
        Arguments.of("a: " + "[".repeat(10_000), "a.yaml:1: this is not YAML: "),
        Arguments.of("a: [1\nb: 2\n", "a.yaml:2: this is not YAML: expected ',' or ']'"),
        Arguments.of("a: {value: 1, unit: m}\n", "a.yaml:1: a.unit: only \"source\" and \"mark\""),
        Arguments.of(
            "a: {value: 1, mark: asumed}\n", "a.yaml:1: a.mark: \"asumed\" is no mark: did"),
        Arguments.of("a: {value: 1, source: [b]}\n", "a.yaml:1: a.source: is not a text"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(String text, String message) {
    Yaml.read(FILE, text, problems);
    assertThat(problems).first().asString().contains(message);
  }

  @Test
  void keepsWordsAsTheyAreWritten() {
    Block card = read("a: 010\nb: 1e8\nc: yes\nd: \"5\"\ne: 63.8 mm\nf: 2016\n");
    assertThat(card.entries().values())
        .extracting(node -> ((Scalar) node).text())
        .containsExactly("010", "1e8", "yes", "5", "63.8 mm", "2016");
    assertThat(card.entries().values())
        .extracting(node -> ((Scalar) node).number())
        .containsExactly(false, true, false, false, false, true);
  }

  @Test
  void knowsTheLineOfEachKey() {
    Block card = read("# a comment\na: 1\n\nb:\n  c:\n  - 2\n  - 3\n");
    assertThat(at(card, "a").origin().line()).isEqualTo(2);
    assertThat(at(card, "b").origin().line()).isEqualTo(4);
    assertThat(at((Block) at(card, "b"), "c").origin()).hasToString("a.yaml:5");
  }

  @Test
  void aValueHasTheAttributionOfTheInnermostThatSaysOne() {
    Block card =
        read(
            """
            source: paper
            mark: paper
            a: 1
            b: {value: 2, mark: assumed}
            c:
              source: web
              d: [{e: 3}]
            """);
    assertThat(at(card, "a").attribution())
        .isEqualTo(new Attribution(Optional.of("paper"), Optional.of(Mark.PAPER)));
    assertThat(at(card, "b"))
        .isEqualTo(
            new Scalar(
                new Origin(FILE, 4),
                new Attribution(Optional.empty(), Optional.of(Mark.ASSUMED)),
                "2",
                true));
    assertThat(at(card, "c").toString()).contains("3").doesNotContain("PAPER");
  }

  private static Node at(Block block, String key) {
    return block.get(key).orElseThrow();
  }

  private Block read(String text) {
    Block card = Yaml.read(FILE, text, problems).orElseThrow();
    assertThat(problems).isEmpty();
    return card;
  }
}
