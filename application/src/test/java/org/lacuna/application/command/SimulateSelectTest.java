package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class SimulateSelectTest {
  @TempDir private static Path shared;
  private static Path munu = Path.of("");

  @TempDir private Path folder;

  private final Lacuna lacuna = new Lacuna();

  @BeforeAll
  static void simulate() {
    munu = simulated(shared.resolve("munu.csv"));
  }

  private static Path simulated(Path file, String... more) {
    Lacuna lacuna = new Lacuna();
    List<String> arguments =
        new ArrayList<>(List.of("simulate", "munu", "--events", "300", "--out", file.toString()));
    arguments.addAll(List.of(more));
    assertThat(lacuna.run(arguments.toArray(String[]::new))).isZero();
    assertThat(lacuna.out() + lacuna.err()).isEmpty();
    return file;
  }

  private Path simulated(String... more) {
    return simulated(folder.resolve("events.csv"), more);
  }

  @Test
  void writesWhereTheEventsComeFrom() {
    assertThat(simulated("--first", "5", "--seed", "7"))
        .content()
        .startsWith("# schema: lacuna/events/1\n# process: munu\n# role: simulation\n# seed: 7\n")
        .contains("# first: 5\n# decays: 300\n# card: na62-2016-2018\n# card-sha256: ")
        .containsPattern("\nevent,track\\.x \\[m],.*,weight\\.nominal,.*,truth\\.decayZ \\[m],")
        .containsPattern("\n5,|\n6,");
  }

  @Test
  void pseudoDataHaveNoWeights() {
    assertThat(simulated("--nature")).content().contains("role: nature").doesNotContain("weight.");
  }

  @Test
  void theSeedChangesTheEventsAndNothingElseDoes() throws IOException {
    String first = Files.readString(munu);
    assertThat(simulated()).hasContent(first);
    assertThat(Files.readString(simulated("--overwrite", "--seed", "7"))).isNotEqualTo(first);
  }

  @Test
  void aSignalHasAMass() {
    String out = folder.resolve("hnl.csv").toString();
    assertThat(lacuna.run("simulate", "hnl", "--events", "10", "--out", out)).isEqualTo(2);
    assertThat(lacuna.err()).contains("--mass");
    assertThat(lacuna.run("simulate", "hnl", "--mass", "270 MeV", "--events", "100", "--out", out))
        .isZero();
    JsonNode read = lacuna.json("select", out).get(0);
    assertThat(read.get("process").asString()).isEqualTo("hnl");
    assertThat(read.get("cutflow").get(0).get("passed").asLong()).isEqualTo(100);
  }

  @Test
  void doesNotReplaceAFileUnasked() throws IOException {
    Path file = Files.writeString(folder.resolve("precious.csv"), "precious");
    assertThat(lacuna.run("simulate", "munu", "--events", "1", "--out", file.toString()))
        .isEqualTo(2);
    assertThat(lacuna.err()).contains("precious.csv exists", "--overwrite");
    assertThat(file).hasContent("precious");
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @ParameterizedTest
  @CsvSource({
    "munuu, --seed, 1, munuu",
    "munu, --seed, x, seed",
    "munu, --events, -1, -1",
    "munu, --first, 9223372036854775807, 2^63",
    "munu, --mass, 270 MeV, munu.mass: is unknown",
    "munu, --spectrum, sm, munu.spectrum: is unknown",
    "munununu, --spectrum, flat, 'known are local, phase-space, sm'",
    "munux, --model, tensor, --mass",
    "munux, --mass, 400 MeV, 'the mass is 400 MeV: give less than 388.0'",
    "hnl, --mass, 500 MeV, 'the mass is 500 MeV: give less than 388.0'",
    "hnl, --mass, 270, unit"
  })
  void refusesWhatItCannotSimulate(String process, String option, String value, String told) {
    String out = folder.resolve("never.csv").toString();
    List<String> arguments = new ArrayList<>(List.of("simulate", process, "--out", out));
    if (!option.equals("--events")) arguments.addAll(List.of("--events", "10"));
    arguments.addAll(List.of(option, value));
    assertThat(lacuna.run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(lacuna.err()).contains(told);
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void printsTheCutflow() {
    String file = munu.toString();
    assertThat(lacuna.run("select", file)).isZero();
    assertThat(lacuna.out())
        .startsWith(file + ": munu, simulation")
        .containsPattern("\ncut +passed +weights +efficiency +cumulative +N-1")
        .containsPattern("\ndecays +300 +300")
        .contains("(not applied: no lkrTime)");
  }

  /// Efficiencies by hand from the counts.
  @Test
  void printsTheCutflowAsJson() {
    JsonNode cutflow =
        lacuna.json("select", simulated("--nature").toString()).get(0).get("cutflow");
    double before = 300;
    for (JsonNode step : cutflow) {
      double passed = step.get("passed").asDouble();
      assertThat(step.get("sumOfWeights").asDouble()).isEqualTo(passed);
      assertThat(step.get("efficiency").asDouble()).isEqualTo(passed / before);
      assertThat(step.get("cumulative").asDouble()).isEqualTo(passed / 300);
      before = passed;
    }
    double selected = before;
    assertThat(selected).isPositive();
    JsonNode momentum = step(cutflow, "5 < p < 70 GeV");
    assertThat(momentum.get("keptAlone").asDouble())
        .isEqualTo(selected / momentum.get("nMinusOne").asDouble());
  }

  @Test
  void writesTheSelectedEventsOfWhichAllPassAgain() {
    Path out = folder.resolve("selected.csv");
    long selected =
        lacuna
            .json("select", munu.toString(), "--out", out.toString())
            .get(0)
            .get("cutflow")
            .valueStream()
            .toList()
            .getLast()
            .get("passed")
            .asLong();
    assertThat(selected).isBetween(50L, 200L);
    List<JsonNode> again =
        lacuna.json("select", out.toString()).get(0).get("cutflow").valueStream().toList();
    assertThat(again.get(0).get("passed").asLong()).isEqualTo(300);
    assertThat(again.subList(1, again.size()))
        .allSatisfy(step -> assertThat(step.get("passed").asLong()).isEqualTo(selected));
  }

  @Test
  void tellsWhichColumnsItCannotUseAndWhichItLacks() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("data.csv"),
            "run,event,vertexZ [m],\"colour, taste\"\n1,17,120,2\n1,4000000000,200,3\n");
    JsonNode read = lacuna.json("select", data.toString()).get(0);
    assertThat(read.get("process").isNull()).isTrue();
    assertThat(read.get("decays").isNull()).isTrue();
    assertThat(read.get("ignored").valueStream().map(JsonNode::asString))
        .containsExactly("run", "colour, taste");
    assertThat(read.get("absent").valueStream().map(JsonNode::asString))
        .contains("distance", "track.momentum")
        .doesNotContain("vertexZ");
    JsonNode vertex = step(read.get("cutflow"), "vertex in 105 to 180 m");
    assertThat(vertex.get("applied").asBoolean()).isTrue();
    assertThat(vertex.get("passed").asLong()).isEqualTo(1);
    JsonNode distance = step(read.get("cutflow"), "d < 7 mm");
    assertThat(distance.get("applied").asBoolean()).isFalse();
    assertThat(distance.get("lacking").get(0).asString()).isEqualTo("distance");
    assertThat(lacuna.run("select", data.toString())).isZero();
    assertThat(lacuna.out()).contains("ignored columns: run, colour, taste");
  }

  private static JsonNode step(JsonNode cutflow, String cut) {
    return cutflow
        .valueStream()
        .filter(it -> it.get("cut").asString().equals(cut))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "vertexZ [m],distance [m]\\n1,2\\n1,2,3                 | 3 | 3 fields, the heading names"
            + " 2",
        "vertexZ [m]\\n1\\nfar                                  | 3 | vertexZ [m] 'far'",
        "vertexZ [m]\\nNaN                                      | 2 | 'NaN' is not a finite number",
        "vertexZ [m],charge\\n1,                                | 2 | charge ''",
        "event,vertexZ [m]\\n1.5,1                              | 2 | event '1.5'",
        "event,vertexZ [m]\\n-1,1                               | 2 | event -1",
        "\\n# a comment\\nvertexZ [mm]\\n1                      | 3 | must be 'vertexZ [m]'",
        "vertexZ\\n1                                            | 1 | must be 'vertexZ [m]'",
        "vertexZ [m],vertexZ [m]\\n1,2                          | 1 | twice",
        "vertexZ [m],weight.geometric\\n1,2                     | 1 | weight.nominal",
        "label,observed\\na,2                                   | 1 | no column is known"
      })
  void refusesWhatIsMalformedWithItsLine(String text, int line, String told) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), text.strip().replace("\\n", "\n"));
    assertThat(lacuna.run("select", file.toString())).isEqualTo(2);
    assertThat(lacuna.err()).contains("bad.csv, line " + line + ": ", told);
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(lacuna.out()).isEmpty();
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    assertThat(lacuna.run("select", "missing.csv")).isEqualTo(2);
    assertThat(lacuna.err()).contains("missing.csv");
    String empty = Files.writeString(folder.resolve("empty.csv"), "# decays: 3\n").toString();
    assertThat(lacuna.run("select", empty)).isEqualTo(2);
    assertThat(lacuna.err()).contains("empty.csv is empty");
    String wrong =
        Files.writeString(folder.resolve("w.csv"), "# decays: many\nvertexZ [m]\n1\n").toString();
    assertThat(lacuna.run("select", wrong)).isEqualTo(2);
    assertThat(lacuna.err()).contains("many");
    assertThat(lacuna.run("select", wrong, wrong, "--out", "x.csv")).isEqualTo(2);
    assertThat(lacuna.err()).contains("one at a time");
  }
}
