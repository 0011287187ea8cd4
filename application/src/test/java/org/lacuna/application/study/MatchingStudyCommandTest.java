package org.lacuna.application.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class MatchingStudyCommandTest {
  private final Lacuna lacuna = new Lacuna();
  @TempDir private Path folder;

  private JsonNode study() {
    return lacuna.json("study", "matching", "--events", "100000", "--quiet");
  }

  /// The public control sample; an independent prototype had 1.27, 1.93 and 4.4 mm at 50, 68 and 95
  /// %: the middle agrees to 8 %, the tail of the experiment is longer than the simulated one.
  @Test
  void theDistancesAreThoseOfTheControlSampleButForItsTail() {
    JsonNode rows = study().get("distanceMm");
    double[] published = {1.30, 1.99, 3.85, 5.16, 9.2};
    double[] prototype = {1.27, 1.93, Double.NaN, 4.4, Double.NaN};
    assertThat(rows.size()).isEqualTo(published.length);
    for (int i = 0; i < published.length; i++) {
      JsonNode row = rows.get(i);
      assertThat(row.propertyNames()).containsExactly("share", "simulated", "sigma", "card");
      assertThat(row.get("card").asDouble()).isCloseTo(published[i], within(0.01 * published[i]));
      assertThat(row.get("sigma").asDouble()).isBetween(1e-4, 0.2);
      if (Double.isNaN(prototype[i])) continue;
      assertThat(row.get("simulated").asDouble())
          .isCloseTo(prototype[i], within(0.08 * prototype[i] + 4 * row.get("sigma").asDouble()));
    }
    assertThat(rows.get(4).get("simulated").asDouble()).isLessThan(published[4]);
  }

  /// The time is normal with 105 ps: the half is at 0.6745, 99 % at 2.576 standard deviations.
  @Test
  void theTimesAreThoseOfTheResponse() {
    JsonNode rows = study().get("timeNs");
    assertThat(rows.get(0).get("simulated").asDouble())
        .isCloseTo(0.6745 * 0.105, within(4 * rows.get(0).get("sigma").asDouble()));
    assertThat(rows.get(4).get("simulated").asDouble())
        .isCloseTo(2.576 * 0.105, within(4 * rows.get(4).get("sigma").asDouble()));
  }

  @Test
  void theTablesCanStandInACard() throws IOException {
    String tables = study().get("card").asString().indent(4);
    Path card = folder.resolve("own.yaml");
    Files.writeString(
        card,
        "schema: lacuna/run/1\nextends: na62-2016-2018\nreconstruction:\n  match-kaon:\n" + tables);
    assertThat(lacuna.run("card", "check", card.toString())).as(lacuna.err()).isZero();
  }

  @Test
  void isATextForPeople() {
    assertThat(lacuna.run("study", "matching", "--events", "10000", "--quiet")).isZero();
    assertThat(lacuna.out()).contains("closest approach", "for the step match-kaon", "99 %");
  }

  @Test
  void refusesTooFewEvents() {
    assertThat(lacuna.run("study", "matching", "--events", "5")).isEqualTo(2);
    assertThat(lacuna.err()).contains("at least 10000");
  }
}
