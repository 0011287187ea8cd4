package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of `docs/workspaces.md` do what the page says.
class DocumentedExampleTest {
  private static final Path PAGE = Path.of("../docs/workspaces.md");
  private static final Path THIS =
      Path.of("src/test/java/org/lacuna/statistics/histfactory/DocumentedExampleTest.java");

  /// The limit is that of pyhf for its two-bin example.
  @Test
  void theLinesOfJavaGiveTheLimit() throws IOException {
    String json = blocks("json").getFirst();

    Workspace workspace = WorkspaceJson.read(json);
    Model model = Model.of(workspace);
    AsymptoticCls asymptotic = new AsymptoticCls(model, AsymptoticCls.Asimov.POSTFIT);
    double limit = asymptotic.limit(0.95).observed();

    assertThat(limit).isCloseTo(2.12359, within(1e-5));
  }

  @Test
  void theLinesOfJavaOnThePageAreThoseRunHere() throws IOException {
    String here = Files.readString(THIS);
    assertThat(blocks("java").getFirst().lines().filter(line -> !line.startsWith("import")))
        .allSatisfy(line -> assertThat(here).contains(line));
  }

  @Test
  void thePatchFits() throws IOException {
    List<String> json = blocks("json");
    Workspace patched = WorkspaceJson.read(json.getFirst(), json.getLast());
    assertThat(Fit.of(Model.of(patched)).twiceNll()).isCloseTo(41.9403, within(1e-4));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
