package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The Java of `docs/statistics.md` runs in jshell and gives the numbers that stand behind it.
class DocumentedExamplesTest {
  private static final Path PAGE = Path.of("../docs/statistics.md");
  private static final Pattern PROMISE = Pattern.compile("// (\\d+(?:\\.(\\d+))?)$");

  static List<String> examples() throws IOException {
    return blocks("java");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theLinesOfJavaGiveTheNumbersBehindThem(String example) {
    int promises = 0;
    try (JShell shell = shell()) {
      for (String line : example.lines().toList()) {
        String value = evaluate(shell, line);
        var promise = PROMISE.matcher(line);
        if (!promise.find()) continue;
        promises++;
        int digits = promise.group(2) == null ? 0 : promise.group(2).length();
        assertThat(Double.parseDouble(value))
            .as(line)
            .isCloseTo(
                Double.parseDouble(promise.group(1)), within(0.5001 * StrictMath.pow(10, -digits)));
      }
    }
    assertThat(promises).isEqualTo(2);
  }

  @Test
  void theFirstExampleHasFiveLines() throws IOException {
    assertThat(examples().getFirst().lines()).hasSize(5);
  }

  @Test
  void theCoordinatesAreThoseOfTheModule() throws IOException {
    String module = Files.readString(Path.of("pom.xml"));
    for (String tag : List.of("groupId", "artifactId", "version")) {
      Pattern element = Pattern.compile("<" + tag + ">.*?</" + tag + ">");
      String stated =
          element.matcher(blocks("xml").getFirst()).results().findFirst().orElseThrow().group();
      assertThat(module).contains(stated);
    }
  }

  private static JShell shell() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return JShell.builder()
        .executionEngine("local")
        .compilerOptions("--class-path", classPath)
        .build();
  }

  private static String evaluate(JShell shell, String line) {
    assertThat(shell.sourceCodeAnalysis().analyzeCompletion(line).completeness())
        .as(line)
        .isIn(
            SourceCodeAnalysis.Completeness.COMPLETE,
            SourceCodeAnalysis.Completeness.CONSIDERED_INCOMPLETE);
    SnippetEvent event = shell.eval(line).getLast();
    assertThat(event.status())
        .as("%s: %s", line, shell.diagnostics(event.snippet()).toList())
        .isEqualTo(Snippet.Status.VALID);
    assertThat(event.exception()).as(line).isNull();
    return event.value();
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
