package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class LimitCommandTest {
  private final Lacuna lacuna = new Lacuna();
  @TempDir private Path folder;

  /// The exact values of the method that comes nearest to the 1184 and 1526 that NA62 printed.
  @Test
  void reproducesTheSearchForThreeNeutrinos() {
    JsonNode limit =
        lacuna.json("limit", "--observed", "6894", "--background", "7549", "--uncertainty", "928");
    assertThat(limit.propertyNames())
        .containsExactly(
            "method",
            "prior",
            "level",
            "observed",
            "expected",
            "clb",
            "clsAtLimit",
            "pValue",
            "significance",
            "status");
    assertThat(limit.get("observed").asDouble()).isCloseTo(1186.10, within(0.005));
    JsonNode expected = limit.get("expected");
    assertThat(expected.propertyNames()).containsExactly("m2", "m1", "median", "p1", "p2");
    assertThat(expected.get("median").asDouble()).isCloseTo(1533.72, within(0.005));
    assertThat(expected.get("m2").asDouble()).isCloseTo(779.6, within(0.05));
    assertThat(expected.get("m1").asDouble()).isCloseTo(1069.5, within(0.05));
    assertThat(expected.get("p1").asDouble()).isCloseTo(2217.8, within(0.05));
    assertThat(expected.get("p2").asDouble()).isCloseTo(3074.9, within(0.05));
    assertThat(limit.get("status").asString()).isEqualTo("ok");
  }

  @Test
  void saysThatNothingCountedIsNoExcess() {
    JsonNode limit =
        lacuna.json("limit", "--observed", "0", "--background", "3", "--uncertainty", "0");
    assertThat(limit.get("pValue").asDouble()).isOne();
    assertThat(limit.get("significance").asString()).isEqualTo("-Infinity");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --observed -1 --background 3 --uncertainty 1               | '-1'
          --observed 1.5 --background 3 --uncertainty 1              | '1.5'
          --observed 5 --background -3 --uncertainty 1               | -3.0
          --observed 5 --background 3 --uncertainty -1               | -1.0
          --observed 5 --background NaN --uncertainty 1              | NaN
          --observed 5 --background 3 --uncertainty Infinity         | Infinity
          --observed 5 --background 3 --uncertainty 1 --level 1      | 1.0
          --observed 5 --background 3 --uncertainty 1 --level 0      | 0.0
          --observed 5 --background 3 --uncertainty 1 --level NaN    | NaN
          --observed 5 --background 0 --uncertainty 1 --prior gamma  | gamma
          --observed 5 --background 3 --uncertainty 1 --prior normal | normal
          --observed 5 --background 3 --uncertainty 1 --method cls   | cls-hybrid
          --observed 5 --background 3                                | --uncertainty
          """)
  void refusesWrongInput(String options, String named) {
    assertThat(lacuna.run(("limit " + options).split(" ", -1))).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err().lines()).hasSizeBetween(1, 3);
    assertThat(lacuna.err()).contains(named);
  }

  @Test
  void scansATableInItsOrder() throws IOException {
    JsonNode scan = lacuna.json("scan", table("b,6894,7549,928", "a,3,3,0.9").toString());
    assertThat(scan).hasSize(2);
    assertThat(scan.get(0).propertyNames()).startsWith("label", "method");
    assertThat(scan.get(0).get("label").asString()).isEqualTo("b");
    assertThat(scan.get(0).get("observed").asDouble()).isCloseTo(1186.10, within(0.005));
    assertThat(scan.get(1).get("label").asString()).isEqualTo("a");
  }

  @Test
  void refusesAMalformedRowWithItsLine() throws IOException {
    Path file = table("a,3,3,0.9", "b,3,3");
    assertThat(lacuna.run("scan", file.toString(), "--json")).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err()).contains(file + ", line 3");
  }

  /// 2.3026 events, whatever the background, in the unit of 2·10⁻⁹ per event.
  @Test
  void limitsAreAlsoGivenInTheUnitOfTheSensitivity() throws IOException {
    Path file = folder.resolve("worth.csv");
    Files.writeString(
        file, "label,observed,background,uncertainty,sensitivity\na,0,3,0,2e-9\nb,0,0,0.1,1e-9\n");
    JsonNode scan = lacuna.json("scan", file.toString());
    assertThat(scan.get(0).get("scaled").get("observed").asDouble())
        .isCloseTo(4.60517e-9, within(1e-14));
    assertThat(lacuna.run("scan", file.toString(), "--prior", "gamma")).isZero();
    assertThat(lacuna.out().lines().toList())
        .satisfiesExactly(
            header -> assertThat(header).endsWith("scaled  scaled median"),
            known -> assertThat(known).contains("4.605e-09"),
            undefined -> assertThat(undefined).contains("not-defined"));
  }

  private Path table(String... rows) throws IOException {
    Path file = folder.resolve("counts.csv");
    Files.writeString(
        file, "label,observed,background,uncertainty\n" + String.join("\n", rows) + "\n");
    return file;
  }
}
