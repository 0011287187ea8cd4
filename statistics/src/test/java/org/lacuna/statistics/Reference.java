package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the reference files and holds results against their tolerances.
public final class Reference {
  /// Where the files lie, unchanged.
  public static final Path FOLDER = Path.of("src/test/resources/reference/statistics");

  private Reference() {}

  /// One case; its name is shown by the test.
  public record Case(String id, JsonNode input, JsonNode expected, JsonNode all) {
    @Override
    public String toString() {
      return id + " " + input;
    }
  }

  public static JsonNode read(String file) {
    return JsonMapper.shared().readTree(FOLDER.resolve(file));
  }

  /// The cases of one group of `cls-reference.json`.
  public static Stream<Case> cases(String group) {
    List<Case> cases =
        read("cls-reference.json")
            .get("cases")
            .valueStream()
            .filter(c -> c.get("group").asString().equals(group))
            .map(c -> new Case(c.get("id").asString(), c.get("input"), c.get("expected"), c))
            .toList();
    assertThat(cases).as(group).isNotEmpty();
    return cases.stream();
  }

  /// `value ± (rtol |value| + atol)`, element by element if it is a list.
  public static void assertClose(String what, JsonNode expected, double... actual) {
    JsonNode value = expected.get("value");
    double rtol = expected.path("rtol").asDouble(0);
    double atol = expected.path("atol").asDouble(0);
    List<JsonNode> values = value.isArray() ? value.valueStream().toList() : List.of(value);
    assertThat(actual).as(what).hasSize(values.size());
    for (int i = 0; i < actual.length; i++) {
      double wanted = number(values.get(i));
      if (Double.isInfinite(wanted)) assertThat(actual[i]).as(what).isEqualTo(wanted);
      else
        assertThat(actual[i])
            .as("%s[%d]", what, i)
            .isCloseTo(wanted, Offset.offset(rtol * Math.abs(wanted) + atol));
    }
  }

  /// A number, or the strings that stand for what JSON cannot write.
  public static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
  }

  static List<Path> files() throws java.io.IOException {
    try (Stream<Path> top = Files.list(FOLDER);
        Stream<Path> pyhf = Files.list(FOLDER.resolve("pyhf"))) {
      return Stream.concat(top.sorted(), pyhf.sorted())
          .filter(file -> file.toString().endsWith(".json"))
          .toList();
    }
  }
}
