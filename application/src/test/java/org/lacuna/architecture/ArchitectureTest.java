package org.lacuna.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.architecture.Rules.Uses;

class ArchitectureTest {
  private static final int LONGEST_FORMULA = 32;

  /// The modules, and what each may use: modules of the house, libraries. A new module is one line.
  static final Map<String, Uses> MODULES =
      Map.of(
          "core", new Uses(Set.of(), Set.of("org.jspecify")),
          "physics", new Uses(Set.of("core"), Set.of("org.jspecify", "org.hipparchus")),
          "statistics",
              new Uses(Set.of("core"), Set.of("org.jspecify", "org.hipparchus", "tools.jackson")),
          "experiment", new Uses(Set.of("core", "physics"), Set.of("org.jspecify")),
          "analysis",
              new Uses(
                  Set.of("core", "physics", "statistics", "experiment"), Set.of("org.jspecify")),
          "report",
              new Uses(
                  Set.of("core", "physics", "statistics", "analysis"),
                  Set.of("org.jspecify", "org.jfree", "javax.imageio", "tools.jackson")),
          "application",
              new Uses(
                  Set.of("core", "physics", "statistics", "experiment", "analysis", "report"),
                  Set.of("org.jspecify", "picocli", "tools.jackson")));

  static final List<ArchRule> RULES =
      List.of(
          Rules.directions(MODULES),
          Rules.NO_CYCLES,
          Rules.NO_PRINTING,
          Rules.NO_EXIT,
          Rules.FEW_TREES,
          Rules.TRUTH_IS_HIDDEN,
          Rules.NO_MUTABLE_STATICS,
          Rules.ONLY_EXACT_MATH);

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.lacuna");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("org.lacuna.architecture.planted");

  @ParameterizedTest
  @FieldSource("RULES")
  void theHouseKeeps(ArchRule rule) {
    rule.check(HOUSE);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void aPlantedViolationIsFound(ArchRule rule) {
    assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails())
        .anyMatch(violation -> violation.contains("org.lacuna.architecture.planted"));
  }

  @Test
  void formulasAreShort() throws IOException {
    assertThat(new FormulaLength(HOUSE).all())
        .allSatisfy((formula, length) ->
            assertThat(length).as(formula).isLessThanOrEqualTo(LONGEST_FORMULA));
  }

  @Test
  void aPlantedLongFormulaIsFoundHoweverItIsWritten() throws IOException {
    String planted = "org.lacuna.architecture.planted.Planted";
    assertThat(new FormulaLength(PLANTED).all())
        .containsOnly(
            Map.entry(planted + ".marked(F)F", 3),
            Map.entry(planted + "$Implemented.margin(F)F", 33),
            Map.entry(planted + ".lambda$lambda$0(FF)F", 34),
            Map.entry(planted + ".referred(F)F", 33));
  }

  /// The text of a package is not in its class file, so this looks at the sources.
  @Test
  void everyPackageIsDocumented() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path sources :
          modules
              .map(module -> module.resolve("src/main/java"))
              .filter(Files::isDirectory)
              .toList()) {
        assertThat(packages(sources))
            .isNotEmpty()
            .allSatisfy(folder ->
                assertThat(folder.resolve("package-info.java"))
                    .content()
                    .startsWith("///")
                    .contains("@NullMarked"));
      }
    }
  }

  private static List<Path> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }
}
