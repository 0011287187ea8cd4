package org.lacuna.application.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.card.Explanation.Entry;

class ExplanationTest {
  @TempDir private Path folder;

  @Test
  void tellsMeaningAndOriginOfEveryValue() {
    Tank.write(folder, "base.yaml", Tank.CARD);
    Explanation explanation =
        Tank.resolved(folder, "extends: base.yaml\nseed: 7\n").explain(Tank.TYPE);
    assertThat(explanation.entries())
        .contains(
            new Entry(
                "planes.slab.z",
                "240 m",
                "place along the beam",
                Optional.of(Mark.ASSUMED),
                Optional.of("a drawing"),
                folder + "/base.yaml",
                11),
            new Entry(
                "seed",
                "7",
                "key of all random numbers",
                Optional.empty(),
                Optional.empty(),
                folder + "/card.yaml",
                2))
        .hasSize(17);
    assertThat(explanation.toString().replace(folder + "/", ""))
        .contains(
            "seed: 7              # key of all random numbers; card.yaml:2\n",
            "- type: slab         # type of plane; base.yaml:10\n",
            "  z: 240 m           # place along the beam; assumed; a drawing; base.yaml:11");
  }

  @Test
  void whatIsWrittenOutReadsAsTheSameCard() {
    ResolvedCard card =
        Tank.resolved(
            folder,
            Tank.CARD
                .replace("title: 010", "title: \"a: b # c\\n\\\"d\\\"\"")
                .replace("STRAW1", "\"5\""));
    ResolvedCard again = Tank.resolved(folder, card.toYaml());
    assertThat(again.read(Tank.TYPE)).isEqualTo(card.read(Tank.TYPE));
    assertThat(again.toYaml()).isEqualTo(card.toYaml());
  }

  @Test
  void anExplanationIsACardToo() {
    ResolvedCard card = Tank.resolved(folder, Tank.CARD);
    assertThat(Tank.resolved(folder, card.explain(Tank.TYPE).toString()).toYaml())
        .isEqualTo(card.toYaml());
  }

  /// Keys that an explanation shows can be varied; the rest of the card stays, files and marks too.
  @Test
  void aValueCanBeVariedByItsKey() {
    ResolvedCard card = Tank.resolved(folder, Tank.CARD);
    ResolvedCard varied = card.varied("planes.STRAW2.z", text -> text.replace("194", "195"));
    assertThat(varied.toYaml()).isEqualTo(card.toYaml().replace("194.066 m", "195.066 m"));
    assertThat(varied.read(Tank.TYPE)).isNotEqualTo(card.read(Tank.TYPE));
    assertThat(varied.explain(Tank.TYPE).entries())
        .hasSameSizeAs(card.explain(Tank.TYPE).entries());
    assertThat(card.varied("planes.STRAW9.z", _ -> "1 m").toYaml()).isEqualTo(card.toYaml());
  }
}
