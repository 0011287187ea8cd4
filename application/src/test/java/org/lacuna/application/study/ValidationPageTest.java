package org.lacuna.application.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.analysis.validation.Tail;
import org.lacuna.analysis.validation.WorkingPoint.Change;
import org.lacuna.application.Lacuna;
import org.lacuna.application.study.AssumedStudy.Assumed;
import org.lacuna.core.quantity.Estimate;

class ValidationPageTest {
  private final Lacuna lacuna = new Lacuna();
  @TempDir private Path folder;

  private static Estimate estimate(double value, double sigma) {
    return new Estimate(value, sigma, "");
  }

  @Test
  void roundsToTheSecondDigitOfTheError() {
    Quantity quantity =
        new Quantity(
            "some.width", "σ", 0.71, new Estimate(0.756321, 0.00312, "MeV"), "section 2", "none");
    Quantity prediction = new Quantity("other", "A", Double.NaN, estimate(0.25, 0.0104), "", "");
    Change change =
        new Change(
            estimate(-0.1, 6.7e-4), estimate(1e-9, 1e-9), estimate(0, 0), estimate(0.5, 0.1));
    Tail tail = new Tail("wall", "a wall", Collections.nCopies(6, estimate(19_977, 503)));
    Assumed assumed = new Assumed("a.key", "0.10 mm", "ours", "+10 %", Optional.of(change));
    Assumed unchanged = new Assumed("samples.signal", "2", "", "", Optional.empty());
    String page =
        ValidationPage.of(
            "the command",
            List.of(quantity, prediction),
            List.of(tail),
            Map.of(0.2635, List.of(quantity, prediction, quantity)),
            List.of(assumed, unchanged));
    assertThat(page)
        .contains(
            "`the command`",
            "| `some.width` | σ | 0.71 MeV | 0.7563 ± 0.0031 MeV | section 2 | none |",
            "| `other` | A | | 0.250 ± 0.010 | | |",
            "| 263.5 | 0.7563 ± 0.0031 | 0.250 ± 0.010 | 75.63 ± 0.31 |",
            "| `a.key` | 0.10 mm | ours | +10 % | -10.000 ± 0.067 | < 0.001 | 0 | 50 ± 10 |",
            "| Source | < −0.03 | < −0.05 | < −0.1 | > 0.03 | > 0.05 | > 0.1 |",
            "| a wall | 19980 ± 500 | 19980 ± 500 |",
            "| `samples.signal` | 2 | | – | – | – | – | – |")
        .doesNotContain("{{");
  }

  /// What people write belongs in the template.
  @Test
  void thePageInTheTreeIsMadeFromTheTemplate() throws IOException {
    String page = Files.readString(Path.of("../docs/validation.md"));
    for (String line : ValidationPage.template().lines().toList()) {
      if (!line.contains("{{")) assertThat(page.lines()).contains(line);
    }
  }

  @Test
  void refusesAFolderThatDoesNotExist() {
    assertThat(lacuna.run("study", "validation", "--out", "/no/such/folder/page.md")).isEqualTo(2);
    assertThat(lacuna.err()).contains("--out", "there is no folder");
  }

  /// The least distance of the vertex is the largest of what is assumed: 10 % of 35 m cost more
  /// than 2 %; 10 % less of an efficiency cost 10 %; the response to energy costs nothing.
  @Test
  @Tag("slow")
  void theWholePageIsWritten() throws IOException {
    Path file = folder.resolve("page.md");
    String[] command = {
      "study", "validation", "--events", "200000", "--quiet", "--out", file.toString()
    };
    assertThat(lacuna.run(command)).as(lacuna.err()).isZero();
    String page = Files.readString(file);
    assertThat(page)
        .contains("| `acceptance.sm` | A_SM | 0.302 | 0.3", "`hnl.sigma.300MeV`")
        .containsPattern("\\| 383.5 . 0\\.2.* . 0\\.0[56].* . [12].* .")
        .containsPattern("`selection.vertex-beyond.form.far` .*\\+10 % . -[345]\\.")
        .containsPattern("`simulation.apparatus.efficiencies.*−10 % . -(10\\.0|9\\.9)")
        .containsPattern("lkr-energy-spread` .*. 0 . 0 . 0 . 0 .")
        .containsPattern("muon-scattering.STRAW1.form-factor` .*. 0 . 0 . 0 . \\d")
        .containsPattern("muon scattered in STRAW1 . [12]\\d{4} ")
        .doesNotContain("{{", "NaN");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".unfinished"));
  }
}
