package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class RunCommandTest {
  @TempDir private Path folder;

  private final Lacuna lacuna = new Lacuna();

  private String card() throws IOException {
    Path card = folder.resolve("small.yaml");
    Files.writeString(
        card,
        """
        extends: na62-2016-2018
        exposure: 1e5
        samples: {background: 20000, signal: 2000, signal-selected: 200, signal-most: 4000}
        hypotheses: [{from: 250 MeV, to: 251 MeV, step: 1 MeV}]
        pseudo-experiments: 100
        threshold-search: {masses: [{from: 100 MeV, to: 340 MeV, step: 240 MeV}]}
        """);
    return card.toString();
  }

  @Test
  void writesAllFilesAndPrintsTheComparison() throws IOException {
    Path out = folder.resolve("out");
    assertThat(lacuna.run("run", card(), "--out", out.toString(), "--quiet")).isZero();
    assertThat(lacuna.err()).isEmpty();
    assertThat(lacuna.out()).contains("quantity", "A_SM", "N_K", out + "/report/index.html");
    assertThat(out.resolve("results.json")).content().contains("lacuna/results/1");
    assertThat(out.resolve("provenance.json"))
        .content()
        .contains("\"cpuSeconds\"", "\"cardSha256\"");
    assertThat(out.resolve("report/index.html")).isNotEmptyFile();
    assertThat(out.resolve("figures")).isDirectoryContaining("glob:**.png");
    assertThat(out.resolve("tables")).isDirectoryContaining("glob:**.csv");
    assertThat(out.resolve("workspaces")).isDirectoryContaining("glob:**munununu.json");
    assertSpectra(out);
    assertThat(out.resolve(".lock")).doesNotExist();
  }

  /// The bins from 0.03 GeV² on hold the listed events, rising, which are those of the results.
  private static void assertSpectra(Path out) throws IOException {
    List<String> bins = Files.readAllLines(out.resolve("spectra/missing-mass-squared.csv"));
    assertThat(bins).hasSize(181);
    assertThat(bins.getFirst())
        .isEqualTo("lowGeV2,highGeV2,selected,munu,munugamma,pi0munu,pipipi,sigma");
    long above =
        bins.stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(bin -> Double.parseDouble(bin[0]) > 0.0299)
            .mapToLong(bin -> Long.parseLong(bin[2]))
            .sum();
    List<String> events = Files.readAllLines(out.resolve("spectra/selected.csv"));
    assertThat(events.getFirst()).isEqualTo("missingMassGeV");
    assertThat(events).hasSize((int) above + 1);
    assertThat(events.stream().skip(1).map(Double::parseDouble).toList())
        .isSorted()
        .allMatch(mass -> mass * mass > 0.0299);
  }

  @Test
  void putsNothingButJsonOnStandardOutput() throws IOException {
    JsonNode results =
        lacuna.json("run", card(), "--out", folder.resolve("j").toString(), "--quiet");
    assertThat(results.get("schema").asString()).isEqualTo("lacuna/results/1");
    assertThat(results.get("hnl").get("hypotheses").size()).isEqualTo(2);
    assertThat(results.get("hnl").get("global").get("pValue").asDouble()).isGreaterThan(0.05);
  }

  /// 67 events in the window on a background of about three: found again with 12 % of error, here
  /// within three of them.
  @Test
  void findsAnInjectedSignalAtItsMassAndOfItsSize() throws IOException {
    JsonNode found =
        lacuna.json(
            "run",
            card(),
            "--out",
            folder.resolve("injected").toString(),
            "--quiet",
            "--inject",
            "hnl mass=251 MeV umu2=1e-3");
    JsonNode signal = found.get("hnl").get("hypotheses").get(1);
    double mixing =
        signal.get("bestFitSignal").asDouble() * signal.get("mixingSES").get("value").asDouble();
    assertThat(mixing).isCloseTo(1e-3, within(0.36e-3));
    assertThat(signal.get("significance").asDouble()).isGreaterThan(5);
    assertThat(found.get("hnl").get("global").get("pValue").asDouble()).isLessThan(0.01);
    assertThat(folder.resolve("injected/provenance.json")).content().contains("mixing: 1e-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=3 | is no signal",
        "hnl mass=251 MeV umu2=1e-3 umu2=1 | says mixing twice",
        "hnl mass=251 umu2=1e-3 | has no unit",
        "hnl mass=251 MeV | is missing",
        "munu branching-fraction=0.1 | is there twice",
      })
  void refusesAnInjectionThatIsNoSignal(String model, String message) throws IOException {
    String out = folder.resolve("wrong").toString();
    assertThat(lacuna.run("run", card(), "--out", out, "--inject", model)).isEqualTo(2);
    assertThat(lacuna.err()).contains(message);
    assertThat(folder.resolve("wrong")).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Path out = Files.createDirectory(folder.resolve("full"));
    Files.writeString(out.resolve("precious"), "");
    assertThat(lacuna.run("run", card(), "--out", out.toString(), "--quiet")).isEqualTo(2);
    assertThat(lacuna.err()).contains("is not empty", "--overwrite");
    assertThat(out.resolve("precious")).exists();
    assertThat(lacuna.run("run", card(), "--out", out.toString(), "--quiet", "--overwrite"))
        .isZero();
    assertThat(out.resolve("precious")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--exposure, -1, exposure",
    "--exposure, many, exposure",
    "--threads, 0, threads",
    "--seed, x, seed"
  })
  void refusesWhatIsWrongWithExitCode2(String option, String value, String told)
      throws IOException {
    Path out = folder.resolve("never");
    assertThat(lacuna.run("run", card(), "--out", out.toString(), option, value)).isEqualTo(2);
    assertThat(lacuna.err()).contains(told);
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
  }
}
