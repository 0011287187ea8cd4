package org.lacuna.application.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class WorkspaceCommandTest {
  private static final String TWO_BINS =
      """
      {"channels": [{"name": "search", "samples": [
         {"name": "signal", "data": [5, 10], "modifiers": [
            {"name": "mu", "type": "normfactor", "data": null}]},
         {"name": "background", "data": [50, 60], "modifiers": [
            {"name": "counted", "type": "shapesys", "data": [5, 12]}]}]}],
       "observations": [{"name": "search", "data": [50, 60]}],
       "measurements": [
          {"name": "first", "config": {"poi": "mu", "parameters": []}},
          {"name": "second", "config": {"poi": "mu", "parameters": [
             {"name": "mu", "bounds": [[0, 0.5]], "inits": [0.1]}]}},
          {"name": "third", "config": {"poi": "", "parameters": []}}],
       "version": "1.0.0"}
      """;

  private final Lacuna lacuna = new Lacuna();

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void writeAWorkspace() throws IOException {
    file = write("two-bins.json", TWO_BINS);
  }

  /// The two-bin example of the pyhf documentation.
  @Test
  void limitHasTheShapeOfALimitAndKnowsTheBoundOfTheFile() {
    JsonNode limit = lacuna.json("workspace", "limit", file, "--level", "0.95");
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
            "status",
            "beyondFileBound",
            "asimov");
    assertThat(limit.at("/expected").propertyNames())
        .containsExactly("m2", "m1", "median", "p1", "p2");
    assertThat(limit.get("prior").isNull()).isTrue();
    assertThat(limit.get("status").stringValue()).isEqualTo("ok");
    assertThat(limit.get("level").doubleValue()).isEqualTo(0.95);
    assertThat(limit.get("clsAtLimit").doubleValue()).isCloseTo(0.05, within(1e-9));
    assertThat(limit.get("beyondFileBound").booleanValue()).isFalse();
    assertThat(limit.get("asimov").stringValue()).isEqualTo("postfit");
    assertThat(
            lacuna
                .json("workspace", "limit", file, "--measurement", "second")
                .get("beyondFileBound")
                .booleanValue())
        .isTrue();
  }

  @Test
  void theDefaultLevelIsNinetyPercent() {
    JsonNode limit = lacuna.json("workspace", "limit", file);
    assertThat(limit.get("level").doubleValue()).isEqualTo(0.9);
    JsonNode cls = lacuna.json("workspace", "cls", file, "--mu", limit.get("observed").toString());
    assertThat(cls.get("cls").doubleValue()).isCloseTo(0.1, within(1e-7));
  }

  @Test
  void clsHasItsShape() {
    JsonNode cls = lacuna.json("workspace", "cls", file, "--mu", "1");
    assertThat(cls.propertyNames())
        .containsExactly("mu", "clsb", "clb", "cls", "expected", "status");
    assertThat(cls.get("mu").doubleValue()).isEqualTo(1);
    assertThat(cls.get("cls").doubleValue())
        .isCloseTo(cls.get("clsb").doubleValue() / cls.get("clb").doubleValue(), within(1e-12));
    JsonNode nominal = lacuna.json("workspace", "cls", file, "--mu", "1", "--asimov", "nominal");
    // The data are the nominal counts, so both conventions are the same here.
    assertThat(nominal.get("cls").doubleValue())
        .isCloseTo(cls.get("cls").doubleValue(), within(1e-7));
  }

  @Test
  void fitHasItsShapeAndTheNamesOfPyhf() {
    JsonNode fit = lacuna.json("workspace", "fit", file);
    assertThat(fit.propertyNames()).containsExactly("twiceNll", "parameters", "status");
    assertThat(fit.get("parameters").propertyNames())
        .containsExactly("mu", "counted[0]", "counted[1]");
    assertThat(fit.at("/parameters/counted[0]/value").doubleValue()).isCloseTo(1, within(1e-7));
    assertThat(fit.at("/parameters/counted[0]/sigma").doubleValue()).isBetween(0.05, 0.1);
    assertThat(fit.get("status").stringValue()).isIn("ok", "at-bound");
  }

  @Test
  void aHeldParameterIsHeld() {
    JsonNode fit = lacuna.json("workspace", "fit", file, "--mu", "2");
    assertThat(fit.at("/parameters/mu/value").doubleValue()).isEqualTo(2);
    assertThat(fit.at("/parameters/mu/sigma").isNull()).isTrue();
    assertThat(fit.at("/parameters/counted[1]/value").doubleValue()).isLessThan(0.9);
  }

  @Test
  void inspectTellsChannelsSamplesModifiersAndConstraints() {
    JsonNode inside = lacuna.json("workspace", "inspect", file, "--measurement", "second");
    assertThat(inside.get("measurement").stringValue()).isEqualTo("second");
    assertThat(inside.get("poi").stringValue()).isEqualTo("mu");
    assertThat(inside.at("/measurements/2").stringValue()).isEqualTo("third");
    assertThat(inside.at("/channels/0/bins").intValue()).isEqualTo(2);
    assertThat(inside.at("/channels/0/observed").doubleValue()).isEqualTo(110);
    assertThat(inside.at("/channels/0/samples/0/expected").doubleValue()).isEqualTo(15);
    assertThat(inside.at("/channels/0/samples/1/modifiers/0/type").stringValue())
        .isEqualTo("shapesys");
    assertThat(inside.at("/parameters/0/upper").doubleValue()).isEqualTo(0.5);
    assertThat(inside.at("/parameters/0/constraint").stringValue()).isEqualTo("none");
    assertThat(inside.at("/parameters/0/sigma").isNull()).isTrue();
    assertThat(inside.at("/parameters/1/constraint").stringValue()).isEqualTo("poisson");
    assertThat(inside.at("/parameters/1/auxiliary").doubleValue()).isCloseTo(100, within(1e-9));
    assertThat(inside.at("/parameters/1/sigma").doubleValue()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void peopleGetTables() {
    assertThat(lacuna.run("workspace", "inspect", file)).isZero();
    assertThat(lacuna.out())
        .contains("measurement", "first of [first, second, third]", "counted (shapesys)")
        .containsPattern("counted\\[1]\\s+1\\S*\\s+\\[1\\S*, 10\\S*]\\s+poisson\\s+25");
    assertThat(lacuna.run("workspace", "fit", file)).isZero();
    assertThat(lacuna.out()).contains("-2 ln L", "counted[1]");
    assertThat(lacuna.run("workspace", "cls", file, "--mu", "1")).isZero();
    assertThat(lacuna.out()).contains("CLsb", "expected CLs");
    assertThat(lacuna.run("workspace", "limit", file)).isZero();
    assertThat(lacuna.out()).contains("observed limit", "beyond the bound of the file  no");
  }

  @Test
  void aPatchIsAppliedFirst() throws IOException {
    String patch =
        write(
            "patch.json",
            """
            [{"op": "replace", "path": "/channels/0/samples/0/data", "value": [10, 20]}]
            """);
    double once = lacuna.json("workspace", "limit", file).get("observed").doubleValue();
    double twice =
        lacuna.json("workspace", "limit", file, "--patch", patch).get("observed").doubleValue();
    assertThat(twice).isCloseTo(once / 2, within(1e-6 * once));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inspect NO.json                             | there is no file NO.json
          fit FILE --measurement fourth               | FILE: no measurement "fourth"; there are ["first", "second", "third"]
          fit FILE --measurement third --mu 1         | the measurement has no parameter of interest to hold at 1.0; name one
          limit FILE --measurement third              | the measurement has no parameter of interest to limit; name one as "poi"
          limit FILE --level 1.5                      | confidence level 1.5 must be above 0 and below 1, as 0.90
          cls FILE --mu -1                            | mu is -1.0; it must be finite and at least 0
          cls FILE                                    | Missing required option: '--mu=M'
          cls FILE --mu 1 --asimov median             | Invalid value for option '--asimov': "median" is none of [postfit, nominal]
          limit FILE --patch FILE                     | FILE with FILE: the patch is no list of operations (RFC 6902); of a patch set give one of its patches
          """)
  void whatCannotBeUsedIsRefusedInAFewWords(String command, String complaint) {
    String[] arguments = ("workspace " + command.replace("FILE", file)).split(" +", -1);
    assertThat(lacuna.run(arguments)).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err().lines().findFirst())
        .hasValue("lacuna: " + complaint.replace("FILE", file));
    assertThat(lacuna.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void theCommandAloneIsNoCommand() {
    assertThat(lacuna.run("workspace")).isEqualTo(2);
    assertThat(lacuna.err()).startsWith("lacuna: Missing command");
  }

  private String write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }
}
