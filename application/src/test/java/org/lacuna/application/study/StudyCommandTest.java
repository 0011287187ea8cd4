package org.lacuna.application.study;

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

class StudyCommandTest {
  private final Lacuna lacuna = new Lacuna();
  @TempDir private Path folder;

  @Test
  void theSidebandStudyHasARowPerPlaceOrderAndNumber() {
    JsonNode rows =
        lacuna.json("study", "sideband", "--events", "0.5,30", "--toys", "40", "--limit-toys", "5");
    assertThat(rows.size()).isEqualTo(3 * 2 * 2);
    JsonNode row = rows.get(1);
    assertThat(row.propertyNames()).containsExactly("sidebands", "order", "alternative", "closure");
    assertThat(row.get("sidebands").asString()).isEqualTo("13 + 13 bins");
    JsonNode closure = row.get("closure");
    assertThat(closure.get("events").asDouble()).isEqualTo(30);
    assertThat(closure.get("pull").get("number").asInt()).isEqualTo(40);
    // Four standard errors of 40 estimates whose spread is 0.65 √30.
    assertThat(closure.get("bias").asDouble()).isCloseTo(0, within(2.3));
    assertThat(closure.get("limits").size()).isEqualTo(5);
  }

  @Test
  void theSidebandStudyIsATable() {
    assertThat(
            lacuna.run("study", "sideband", "--events", "3", "--toys", "10", "--limit-toys", "2"))
        .isZero();
    assertThat(lacuna.out().lines()).hasSize(2 + 3 * 2);
    assertThat(lacuna.out().lines())
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 17);
  }

  @Test
  void theLookElsewhereStudyKnowsTheReference() {
    JsonNode study =
        lacuna.json("study", "look-elsewhere", "--recipe", "reference", "--toys", "20").get(0);
    assertThat(study.get("hypotheses").asInt()).isEqualTo(269);
    assertThat(study.get("rows").get(0).get("local").asDouble()).isEqualTo(2);
    // The reference has 0.983 at 2 and 0.25 at 3; four binomial errors of 20 scans.
    assertThat(study.get("rows").get(0).get("pGlobal").asDouble()).isGreaterThan(0.86);
    assertThat(study.get("rows").get(2).get("pGlobal").asDouble()).isBetween(0.0, 0.64);
    assertThat(study.get("ranges").size()).isEqualTo(10);
  }

  @Test
  void theLookElsewhereStudyReadsASpectrum() throws IOException {
    String spectrum =
        write("spectrum.csv", "lowMeV,highMeV,events\n200,250,50000\n250,300,25000\n");
    String masses = write("masses.csv", "massMeV,sigmaMeV\n230,1\n231,1\n270,1\n");
    JsonNode study =
        lacuna
            .json(
                "study",
                "look-elsewhere",
                "--spectrum",
                spectrum,
                "--hypotheses",
                masses,
                "--local",
                "2.5",
                "--toys",
                "300")
            .get(0);
    assertThat(study.get("recipe").asString()).isEqualTo(spectrum);
    assertThat(study.get("hypotheses").asInt()).isEqualTo(3);
    // Between one and three independent looks, p_local = 0.0062, and five errors of 300 scans.
    assertThat(study.get("rows").get(0).get("pGlobal").asDouble()).isLessThan(0.05);
    assertThat(study.get("rows").get(0).get("bonferroni").asDouble())
        .isCloseTo(3 * 0.00620967, within(1e-7));
    assertThat(study.get("ranges").get(0).get("significance").get("mean").asDouble())
        .isCloseTo(0, within(0.25));
  }

  @Test
  void theLookElsewhereStudyIsAPage() {
    assertThat(lacuna.run("study", "look-elsewhere", "--recipe", "tenth", "--toys", "3")).isZero();
    assertThat(lacuna.out()).contains("### tenth", "| local Z |", "| 200 to 220 |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          study                                             | name of a study
          study sideband --events 0                         | events = 0
          study sideband --events x                         | --events
          study sideband --toys 1                           | 1 spectra
          study sideband --limit-toys 0                     | limits for 0
          study sideband --slope NaN                        | slope = NaN
          study sideband --order 9                          | order = 9
          study look-elsewhere --recipe paper               | paper
          study look-elsewhere --recipe tenth --local 0.5   | 0.5
          study look-elsewhere --recipe tenth --toys 0      | = 0
          study look-elsewhere --recipe tenth --threads 0   | threads = 0
          study look-elsewhere --spectrum a.csv             | go together
          """)
  void refusesWrongOptions(String command, String named) {
    refuses(named, command.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200,210,5;211,220,5 | 230,1 | line 3: lowMeV must be 210
          200,200,5           | 230,1 | line 2: highMeV
          200,260,-5          | 230,1 | line 2: events
          200,260,5           | 270,1 | centre = 270
          200,260,5           | 230,0 | sigma = 0
          """)
  void refusesWrongSpectra(String bins, String mass, String named) throws IOException {
    String spectrum =
        write("spectrum.csv", "lowMeV,highMeV,events\n" + bins.replace(';', '\n') + "\n");
    String masses = write("masses.csv", "massMeV,sigmaMeV\n" + mass + "\n");
    refuses(named, "study", "look-elsewhere", "--spectrum", spectrum, "--hypotheses", masses);
  }

  private void refuses(String named, String... arguments) {
    assertThat(lacuna.run(arguments)).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err().lines()).hasSizeBetween(1, 3);
    assertThat(lacuna.err()).contains(named);
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void theCoverageStudyHasAGridFromNothingToTenThousand() {
    JsonNode rows = lacuna.json("study", "coverage", "--toys", "200");
    assertThat(rows.size()).isEqualTo((1 + 5 * 3) * 9);
    assertThat(rows.get(0).propertyNames())
        .containsExactly("point", "coverage", "uncertainty", "covers");
    // CLs covers everywhere; three errors have one false alarm in 740 points.
    long covering = rows.valueStream().filter(row -> row.get("covers").asBoolean()).count();
    assertThat(covering).isGreaterThanOrEqualTo(rows.size() - 2);
    // Just above 2.3026 an experiment without background misses when it sees nothing; four errors.
    assertThat(rows.get(2).get("point").get("signal").asDouble()).isEqualTo(2.35);
    assertThat(rows.get(2).get("coverage").asDouble()).isCloseTo(0.9046, within(0.083));
  }

  @Test
  void theCoverageStudyReadsAGrid() throws IOException {
    String grid = write("grid.csv", "background,uncertainty,signal\n3,1,4\n");
    assertThat(lacuna.run("study", "coverage", "--grid", grid, "--toys", "100")).isZero();
    assertThat(lacuna.out().lines()).hasSize(3);
    assertThat(lacuna.out()).contains("| 3 | 1 | 4 | ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "background,uncertainty,signal\\n3,-1,4\\n; line 2: uncertainty -1",
        "background,uncertainty,signal\\n3,x,4\\n; line 2: uncertainty",
        "background,uncertainty,signal\\n; has no points",
        "background,signal\\n3,4\\n; background,uncertainty,signal",
      })
  void aMalformedGridIsRefused(String content, String message) throws IOException {
    String grid = write("grid.csv", content.replace("\\n", "\n"));
    assertThat(lacuna.run("study", "coverage", "--grid", grid)).isEqualTo(2);
    assertThat(lacuna.err()).contains(message);
    assertThat(lacuna.err().lines()).hasSizeLessThanOrEqualTo(3);
  }
}
