package org.lacuna.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.application.Lacuna;

/// What the documentation refers to is there: cited papers, linked files, commands.
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CITED = Pattern.compile("@cite[ \\t]+(\\w+(?:,[ \\t]*\\w+)*)");
  private static final Pattern ENTRY = Pattern.compile("(?m)^@\\w+\\{(\\w+),");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)[^)]*\\)");

  /// At the start of a line or of a piece of code; what follows two spaces is a remark.
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|`)\\./lacuna ((?:(?! {2})[^`\\n#>|])*)", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /// Pages that are linked and still to be written.
  private static final Set<String> OWED =
      Set.of("docs/images/expected-full-exposure.png", "docs/tutorial.md", "docs/validation.md");

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(files, top)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void everyCitedPaperIsInTheBibliography() throws IOException {
    Set<String> known =
        ENTRY
            .matcher(Files.readString(ROOT.resolve("docs/references.bib")))
            .results()
            .map(entry -> entry.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>();
    for (Path source : sources()) {
      CITED
          .matcher(Files.readString(source))
          .results()
          .flatMap(cited -> Stream.of(cited.group(1).split(",\\s*", -1)))
          .filter(key -> !known.contains(key))
          .forEach(key -> unknown.add(key + " in " + ROOT.relativize(source)));
    }
    assertThat(unknown).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .filter(file -> !file.endsWith("DocumentationTest.java"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkedFileExists(Path page) throws IOException {
    assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
        .filteredOn(link -> !OWED.contains(link))
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandCanBeTyped(Path page) throws IOException {
    for (MatchResult command : COMMAND.matcher(Files.readString(page)).results().toList()) {
      String[] words =
          WORD.matcher(command.group(1))
              .results()
              .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
              .toArray(String[]::new);
      assertThatCode(() -> new Lacuna().parse(words))
          .as("./lacuna " + command.group(1))
          .doesNotThrowAnyException();
    }
  }
}
