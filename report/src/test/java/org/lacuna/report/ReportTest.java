package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.analysis.result.CutflowRow;
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.analysis.result.Results;

class ReportTest {
  private static final SequencedMap<String, byte[]> FILES = files(ExampleRun.results());
  private static final String PAGE = page(FILES);

  @Test
  void everyFigureAndTableIsInEveryFormat() {
    assertThat(FILES)
        .containsKeys(
            "figures/mixing-limit.svg",
            "figures/mixing-limit.pdf",
            "figures/mixing-limit.png",
            "figures/mixing-limit.csv",
            "tables/published.csv",
            "tables/published.md",
            "tables/hypotheses.csv")
        .hasSize(4 * 13 + 2 * 11 + 1);
    assertThat(FILES.lastEntry().getKey()).isEqualTo("report/index.html");
  }

  @Test
  void theSameRunHasTheSameFiles() {
    assertThat(files(ExampleRun.results())).containsExactlyEntriesOf(FILES);
  }

  @Test
  void everyLineOfATableHasTheSameColumns() {
    FILES.forEach((name, bytes) -> {
      if (!name.startsWith("tables/") || !name.endsWith(".csv")) return;
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      assertThat(lines)
          .as(name)
          .extracting(ReportTest::columns)
          .containsOnly(columns(lines.getFirst()));
    });
  }

  @Test
  void thePageRefersToNothingOutsideItsFolder() {
    String written = PAGE.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(written).doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
    Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(written);
    List<String> targets = new ArrayList<>();
    while (link.find()) targets.add(link.group(1));
    assertThat(targets)
        .isNotEmpty()
        .allSatisfy(target -> {
          if (target.startsWith("#")) assertThat(written).contains("id=\"" + target.substring(1));
          else assertThat(FILES).containsKey(target.replaceFirst("^\\.\\./", ""));
        });
  }

  @Test
  void thePolicyAllowsTheTwoScriptsOfThePageAndNothingElse() throws Exception {
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(PAGE);
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1)).startsWith("default-src 'none'; script-src 'sha256-");
    Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(PAGE);
    int scripts = 0;
    while (script.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy.group(1))
          .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
      scripts++;
    }
    assertThat(scripts).isEqualTo(2);
  }

  @Test
  void plotlyIsTheFileThatItsReadmeNames() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource("plotly-basic.min.js"));
    assertThat(new String(resource("README.md"), StandardCharsets.UTF_8))
        .contains(HexFormat.of().formatHex(digest));
  }

  @Test
  void wordsOfTheRunCannotBecomeMarkup() {
    Results given = ExampleRun.results();
    String hostile = "</script><script>alert(1)</script>";
    Results wrong =
        new Results(
            Results.SCHEMA,
            "data",
            given.exposure(),
            given.confidenceLevel(),
            given.normalisation(),
            given.resolution(),
            given.background(),
            given.hnl(),
            given.thresholds(),
            given.munux(),
            given.munununu(),
            List.of(new CutflowRow("munu", hostile, false, 1, 1, 1)),
            given.published());
    String page = page(files(wrong));
    assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)").doesNotContain(hostile);
  }

  @Test
  void thePageSaysWhatIsMissing() {
    assertThat(PAGE)
        .contains("Cuts that are not simulated: RICH identification.")
        .contains("No limit at 384.0 MeV/<i>c</i><sup>2</sup>: insufficient-sideband.")
        .contains("<b>pseudo-data</b>");
  }

  @Tag("slow")
  @Test
  void aBrowserDrawsEveryFigure(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("index.html");
    Files.writeString(file, PAGE);
    Process chromium;
    try {
      chromium =
          new ProcessBuilder(
                  ("chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
                          + " --disable-background-networking --disable-component-update"
                          + " --disable-sync --virtual-time-budget=20000 --dump-dom "
                          + file.toUri())
                      .split(" ", -1))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException absent) {
      assumeThat(absent).as("chromium is installed").isNull();
      return;
    }
    String drawn = new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(drawn).contains("data-ready=\"12\"").contains("main-svg");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Report.class.getResourceAsStream("page/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static long columns(String line) {
    return line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count();
  }

  private static SequencedMap<String, byte[]> files(Results results) {
    SequencedMap<String, String> provenance = new LinkedHashMap<>(Map.of("seed", "20210610"));
    return Report.of(results, ExampleRun.spectrum(), provenance);
  }

  private static String page(Map<String, byte[]> files) {
    byte[] page = files.get("report/index.html");
    assertThat(page).isNotNull();
    return new String(page, StandardCharsets.UTF_8);
  }
}
