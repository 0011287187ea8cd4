package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.histfactory.ReferenceWorkspaces.Case;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkspaceJsonTest {
  private static final String GOOD =
      """
      {"channels": [{"name": "sr", "samples": [
         {"name": "sig", "data": [5, 6], "modifiers": [
            {"name": "mu", "type": "normfactor", "data": null}]},
         {"name": "bkg", "data": [50.5, 60], "modifiers": [
            {"name": "shape", "type": "histosys", "data": {"lo_data": [49, 58], "hi_data": [52, 63]}},
            {"name": "norm", "type": "normsys", "data": {"lo": 0.9, "hi": 1.1}},
            {"name": "counts", "type": "shapesys", "data": [5, 6]}]}]}],
       "observations": [{"name": "sr", "data": [52, 63]}],
       "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": [
          {"name": "mu", "inits": [1], "bounds": [[0, 5]]}, {"name": "norm", "fixed": true}]}}],
       "version": "1.0.0"}
      """;

  static List<Case> references() throws IOException, URISyntaxException {
    return ReferenceWorkspaces.all();
  }

  static LongStream seeds() {
    return RandomWorkspaces.seeds(30);
  }

  @ParameterizedTest
  @MethodSource("references")
  void whatIsWrittenSaysTheSame(Case reference) {
    Workspace workspace = WorkspaceJson.read(reference.json());
    String written = WorkspaceJson.write(workspace);
    assertThat(WorkspaceJson.read(written)).isEqualTo(workspace);
    Comparator<JsonNode> byValue =
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : one.equals(other) ? 0 : 1;
    assertThat(tree(written).equals(byValue, tree(reference.json()))).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyWorkspaceReadsBackAsItself(long seed) {
    Workspace workspace = RandomWorkspaces.of(seed);
    assertThat(WorkspaceJson.read(WorkspaceJson.write(workspace))).isEqualTo(workspace);
  }

  @Test
  void allThatAMeasurementSetsIsReadAndWritten() {
    Workspace workspace =
        WorkspaceJson.read(
            GOOD,
            """
            [{"op": "add", "path": "/measurements/0/config/parameters/-", "value":
              {"name": "counts", "inits": [1, 2], "bounds": [[0, 3], [0.5, 4]], "auxdata": [5, 6],
               "factors": [7, 8], "sigmas": [9, 10], "fixed": false}}]
            """);
    assertThat(workspace.measurement("m").parameters().getLast())
        .isEqualTo(
            new ParameterSetting(
                "counts",
                Optional.of(List.of(1.0, 2.0)),
                Optional.of(List.of(new Range(0, 3), new Range(0.5, 4))),
                Optional.of(List.of(5.0, 6.0)),
                Optional.of(List.of(7.0, 8.0)),
                Optional.of(List.of(9.0, 10.0)),
                Optional.of(false)));
    assertThat(WorkspaceJson.read(WorkspaceJson.write(workspace))).isEqualTo(workspace);
  }

  @Test
  void aPatchIsAppliedBeforeReading() {
    Workspace patched =
        WorkspaceJson.read(
            GOOD,
            """
            [{"op": "replace", "path": "/channels/0/samples/0/data", "value": [7, 8]},
             {"op": "test", "path": "/version", "value": "1.0.0"}]
            """);
    assertThat(patched.channels().getFirst().samples().getFirst().nominal())
        .containsExactly(7.0, 8.0);
  }

  /// As after a patch that removes a channel.
  @Test
  void observationsOfOtherChannelsAreLeftAlone() {
    Workspace workspace =
        WorkspaceJson.read(
            GOOD,
            """
            [{"op": "add", "path": "/observations/-", "value": {"name": "gone", "data": [1]}}]
            """);
    assertThat(workspace.channels()).extracting(Channel::name).containsExactly("sr");
    assertThat(Model.of(workspace).expected(Model.of(workspace).inits())).hasSize(2);
  }

  /// Each row changes the good workspace by one patch.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          replace | /version | "2.0.0" | workspace: version is "2.0.0"; only "1.0.0" can be read
          remove | /version | null | workspace: "version" is missing
          add | /title | 1 | workspace: unknown key "title"; known are [channels, measurements, observations, version]
          replace | /channels | [] | the workspace has no channels
          replace | /channels | 3 | workspace, channels is 3; give a list
          replace | /measurements | [] | the workspace has no measurements
          replace | /observations | [] | channel "sr" has no observation; add one of its name
          replace | /observations/0/data | [1] | observation of channel "sr": data has length 1, the channel has 2 bins; give one number per bin
          replace | /observations/0/data/1 | -1 | observation of channel "sr": data is -1.0 at index 1; it must be finite, 0 or more
          replace | /observations/0/data/1 | 1e999 | observation of channel "sr": data is Infinity at index 1; it must be finite, 0 or more
          add | /observations/- | {"name": "sr", "data": [1, 2]} | observation "sr" stands twice; rename one
          add | /measurements/- | {"name": "m", "config": {"poi": "mu", "parameters": []}} | measurement "m" stands twice; rename one
          add | /channels/- | {"name": "sr", "samples": []} | channel "sr" stands twice; rename one
          replace | /channels/0/samples | [] | channel "sr" has no samples
          replace | /channels/0/samples/0/data | [] | channel "sr" has no bins
          replace | /channels/0/samples/0/name | "bkg" | channel "sr": sample "bkg" stands twice; rename one
          replace | /channels/0/samples/0/data/0 | "many" | channel "sr", sample "sig", data is "many"; give a number
          replace | /channels/0/samples/1/data | [1, 2, 3] | channel "sr", sample "bkg": data has length 3, the channel has 2 bins; give one number per bin
          remove | /channels/0/samples/1/modifiers | null | channel "sr", sample "bkg": "modifiers" is missing
          replace | /channels/0/samples/1/modifiers/0/type | "histsys" | channel "sr", sample "bkg", modifier "shape": unknown type "histsys"; known are [histosys, lumi, normfactor, normsys, shapefactor, shapesys, staterror]
          replace | /channels/0/samples/1/modifiers/0/data/lo_data | [1] | channel "sr", sample "bkg", modifier "shape" (histosys): lo_data has length 1, the channel has 2 bins; give one number per bin
          replace | /channels/0/samples/1/modifiers/0/data/hi_data | [1] | channel "sr", sample "bkg", modifier "shape" (histosys): hi_data has length 1, the channel has 2 bins; give one number per bin
          remove | /channels/0/samples/1/modifiers/0/data/hi_data | null | channel "sr", sample "bkg", modifier "shape", data: "hi_data" is missing
          replace | /channels/0/samples/1/modifiers/1/data/lo | 0 | channel "sr", sample "bkg", modifier "norm" (normsys): lo is 0.0; it must be finite, above 0
          replace | /channels/0/samples/1/modifiers/1/data/hi | null | channel "sr", sample "bkg", modifier "norm", data, hi is null; give a number
          replace | /channels/0/samples/1/modifiers/1/data/hi | 1e999 | channel "sr", sample "bkg", modifier "norm" (normsys): hi is Infinity; it must be finite, above 0
          replace | /measurements/0/config/parameters/0/bounds | [[-1e999, 1]] | measurement "m", parameter "mu": bounds are [-Infinity, 1.0]; give two finite numbers in order
          add | /measurements/0/config/parameters/0/auxdata | [1, 1e999] | measurement "m", parameter "mu": auxdata is Infinity at index 1; it must be finite
          add | /measurements/0/config/parameters/0/factors | [0] | measurement "m", parameter "mu": factors is 0.0; it must be finite, above 0
          replace | /channels/0/samples/1/modifiers/2/data/1 | -6 | channel "sr", sample "bkg", modifier "counts" (shapesys): sigma is -6.0 at index 1; it must be finite, 0 or more
          replace | /channels/0/samples/1/modifiers/2/data | [5] | channel "sr", sample "bkg", modifier "counts" (shapesys): sigma has length 1, the channel has 2 bins; give one number per bin
          replace | /channels/0/samples/1/modifiers/2 | {"name": "mc", "type": "staterror", "data": [5, -1]} | channel "sr", sample "bkg", modifier "mc" (staterror): sigma is -1.0 at index 1; it must be finite, 0 or more
          replace | /channels/0/samples/1/modifiers/2 | {"name": "mc", "type": "lumi", "data": null} | channel "sr", sample "bkg", modifier "mc" (lumi): a lumi modifier must be named "lumi"
          add | /channels/0/samples/1/modifiers/- | {"name": "norm", "type": "normsys", "data": {"lo": 1, "hi": 1}} | channel "sr", sample "bkg": modifier "norm" (normsys) stands twice; rename one
          replace | /channels/0/samples/0/modifiers/0/data | 1 | channel "sr", sample "sig", modifier "mu", data is 1; give null
          replace | /measurements/0/config/poi | 1 | measurement "m", config, poi is 1; give a text
          replace | /measurements/0/config/parameters/0/bounds | [[0]] | measurement "m", config, parameter "mu", bounds: [0] has 1 numbers; give [lower, upper]
          replace | /measurements/0/config/parameters/0/bounds | [[5, 0]] | measurement "m", parameter "mu": bounds are [5.0, 0.0]; give two finite numbers in order
          replace | /measurements/0/config/parameters/0/inits | [1e999] | measurement "m", parameter "mu": inits is Infinity at index 0; it must be finite
          replace | /measurements/0/config/parameters/1/fixed | 1 | measurement "m", config, parameter "norm", fixed is 1; give true or false
          replace | /measurements/0/config/parameters/1/name | "mu" | measurement "m": parameter "mu" stands twice; rename one
          add | /measurements/0/config/parameters/0/sigmas | [0] | measurement "m", parameter "mu": sigmas is 0.0; it must be finite, above 0
          add | /measurements/0/config/parameters/0/colour | 1 | measurement "m", config, parameter "mu": unknown key "colour"; known are [auxdata, bounds, factors, fixed, inits, name, sigmas]
          """)
  void refusesWithThePlace(String op, String path, String value, String complaint) {
    String patch = "[{\"op\": \"%s\", \"path\": \"%s\", \"value\": %s}]".formatted(op, path, value);
    assertThatThrownBy(() -> WorkspaceJson.read(GOOD, patch))
        .isInstanceOf(WorkspaceException.class)
        .hasMessage(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{`channels`: } | the workspace is no JSON at line 1, column 14",
        "{}  {} | the workspace is no JSON at line 1",
        "{`channels`: [ | the workspace is no JSON at line 1, column 15: Unexpected end-of-input",
        "{`channels`: NaN} | the workspace is no JSON at line 1, column 17: Non-standard token"
            + " 'NaN'",
        "[] | workspace is []; give an object",
        "^^ | workspace is empty; give an object",
      })
  void refusesWhatIsNoWorkspace(String text, String complaint) {
    assertThatThrownBy(() -> WorkspaceJson.read(text.replace('`', '"')))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageStartingWith(complaint)
        .message()
        .doesNotContain("REDACTED", "enable", "StreamRead", "`");
  }

  @Test
  void refusesBracketsWithoutEnd() {
    assertThatThrownBy(() -> WorkspaceJson.read("[".repeat(10_000)))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageStartingWith("the workspace is no JSON: ")
        .hasMessageContaining("depth");
  }

  @Test
  void refusesADoubledKey() {
    assertThatThrownBy(
            () -> WorkspaceJson.read(GOOD.replace("\"version\"", "\"channels\": [], \"version\"")))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("Duplicate");
  }

  @Test
  void aMeasurementIsFoundByItsName() {
    Workspace workspace = WorkspaceJson.read(GOOD);
    assertThat(workspace.measurement("m").poi()).isEqualTo("mu");
    assertThatThrownBy(() -> workspace.measurement("n"))
        .isInstanceOf(WorkspaceException.class)
        .hasMessage("no measurement \"n\"; there are [\"m\"]");
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
