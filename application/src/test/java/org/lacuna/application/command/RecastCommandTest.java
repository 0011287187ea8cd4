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
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.application.Lacuna;
import org.lacuna.application.json.Json;
import tools.jackson.databind.JsonNode;

class RecastCommandTest {
  private static final String TABLE =
      "{type: invisible, branching-fraction: 1e-6, spectrum: [[0 GeV^2, 0], [0.15 GeV^2, 1]]}";

  @TempDir private Path folder;

  private final Lacuna lacuna = new Lacuna();

  private String model(String process) throws IOException {
    return Files.writeString(
            folder.resolve("model.yaml"),
            "schema: lacuna/model/1\ntitle: Mine\nprocess: " + process + "\n")
        .toString();
  }

  private Path results(String json) throws IOException {
    Files.writeString(folder.resolve("results.json"), json);
    return folder;
  }

  /// 1186.1 events over 1.14·10¹⁰ and an acceptance of 0.106 ± 1 % of this sample.
  @Test
  void threeNeutrinosHaveThePublishedLimit() throws IOException {
    JsonNode found =
        lacuna.json("recast", model("{type: munununu, spectrum: sm}"), "--events", "1e5");
    JsonNode best = found.get("best");
    assertThat(found.get("counts").asString()).isEqualTo("published");
    assertThat(best.get("acceptance").get("value").asDouble()).isCloseTo(0.106, within(0.004));
    double limit = best.get("branchingLimit").get("observed").asDouble();
    assertThat(limit * best.get("acceptance").get("value").asDouble() * 1.14e10)
        .isCloseTo(1186.10, within(0.01));
    assertThat(best.get("strength").get("observed").asDouble())
        .isCloseTo(limit / found.get("modelBranchingFraction").asDouble(), within(1e-9 / 1e-16));
  }

  /// A spectrum that rises like t up to 0.15 GeV² has 1 − 4/9 of it above 0.1 GeV².
  @Test
  void aTableIsAModel() throws IOException {
    JsonNode found = lacuna.json("recast", model(TABLE), "--events", "1e5");
    double above = found.get("best").get("acceptance").get("value").asDouble();
    double all = found.get("acceptanceUncut").get("value").asDouble();
    assertThat(above).isBetween(0.3 * all, 5. / 9 * all);
    Files.writeString(folder.resolve("t.csv"), "squaredMassGeV2,density\n0,0\n0.15,2\n");
    String file = "{type: invisible, branching-fraction: 1e-6, spectrum: t.csv}";
    assertThat(lacuna.json("recast", model(file), "--events", "1e5")).isEqualTo(found);
  }

  @Test
  void takesTheCountsOfARun() throws IOException {
    Path run = results(Json.pretty(ExampleRun.results()));
    JsonNode found =
        lacuna.json("recast", model(TABLE), "--events", "2e4", "--results", run.toString());
    assertThat(found.get("kaonDecays").asDouble())
        .isEqualTo(ExampleRun.results().normalisation().kaonDecays().value());
    assertThat(found.get("thresholds").size()).isEqualTo(ExampleRun.results().thresholds().size());
    JsonNode last = found.get("thresholds").get(5);
    var stored = ExampleRun.results().thresholds().get(5);
    assertThat(last.get("m0SquaredGeV2").asDouble()).isEqualTo(stored.m0SquaredGeV2());
    double single =
        1 / found.get("kaonDecays").asDouble() / last.get("acceptance").get("value").asDouble();
    assertThat(last.get("branchingLimit").get("expected").get("p1").asDouble())
        .isCloseTo(stored.eventsLimit().expected().p1() * single, within(1e-12));
  }

  @Test
  void saysItInWords() throws IOException {
    assertThat(lacuna.run("recast", model(TABLE), "--events", "2e4")).isZero();
    assertThat(lacuna.out()).contains("Mine, counts: published", "6894", "Best expected limit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: invisible, branching-fraction: 1e-6, spectrum: [[0 GeV^2, 1], [0.2 GeV^2, 1]]}"
            + " | give less than 388.0186",
        "{type: invisible, branching-fraction: 1e-6, spectrum: [[0, 1], [0.1, 1]]} | has no unit",
        "{type: invisible, branching-fraction: 1e-6, spectrum: [[0 GeV^2, 1]]} | at least 2",
        "{type: invisible, branching-fraction: 1e-6, spectrum: none.csv} | cannot read",
        "{type: invisible, spectrum: [[0 GeV^2, 1], [0.1 GeV^2, 1]]} | branching-fraction",
        "{type: invisibel} | invisible",
      })
  void refusesWhatIsNoModel(String process, String message) throws IOException {
    assertThat(lacuna.run("recast", model(process))).isEqualTo(2);
    assertThat(lacuna.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | results.json: line 1",
        "{\"schema\": \"lacuna/results/2\"} | this version reads",
        "{\"schema\": \"lacuna/results/1\"} | \"thresholds\" is missing",
        "{\"schema\": \"lacuna/results/1\", \"thresholds\": []} | had no threshold-search",
        "{\"schema\": \"lacuna/results/1\", \"thresholds\": [{\"observed\": 1}]} | is missing",
      })
  void refusesBrokenResults(String json, String message) throws IOException {
    String run = results(json).toString();
    assertThat(lacuna.run("recast", model(TABLE), "--results", run)).isEqualTo(2);
    assertThat(lacuna.err()).contains(message);
  }

  @Test
  void countsAndNumbersOfResultsMustBeSuch() throws IOException {
    String good = Json.pretty(ExampleRun.results());
    String observed = "\"m0SquaredGeV2\" : 0.04,\n      \"observed\" : ";
    int at = good.indexOf(observed) + observed.length();
    assertThat(at).isGreaterThan(observed.length());
    String run =
        results(good.substring(0, at) + "\"many\"" + good.substring(good.indexOf(',', at)))
            .toString();
    assertThat(lacuna.run("recast", model(TABLE), "--results", run)).isEqualTo(2);
    assertThat(lacuna.err()).contains("\"observed\" is \"many\": not a count");
  }

  @Test
  void anAcceptanceNeedsEvents() throws IOException {
    assertThat(lacuna.run("recast", model(TABLE), "--events", "0")).isEqualTo(2);
    assertThat(lacuna.err()).contains("--events 0: at least 1000");
  }

  @Test
  void aFolderWithoutResultsIsRefused() throws IOException {
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    assertThat(lacuna.run("recast", model(TABLE), "--results", empty)).isEqualTo(2);
    assertThat(lacuna.err()).contains("there is no", "results.json");
  }
}
