package org.lacuna.application.study;

import static org.lacuna.application.input.InputException.given;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.PolynomialOptions;
import org.lacuna.application.input.Choice;
import org.lacuna.application.input.InputException;
import org.lacuna.statistics.evidence.GlobalSignificance;
import org.lacuna.statistics.evidence.LookElsewhere;
import org.lacuna.statistics.evidence.PeakScan;
import org.lacuna.statistics.evidence.ScanEnsemble;
import org.lacuna.statistics.evidence.Spread;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.sideband.SidebandEstimator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// From local to global significance.
@Command(
    name = "look-elsewhere",
    mixinStandardHelpOptions = true,
    description = {
      "How often a scan without a signal shows an excess as large, and whether local significances",
      "are what they say: for synthetic spectra, or for a spectrum and hypotheses of yours."
    },
    footer = {
      "",
      "Examples:",
      "  lacuna study look-elsewhere --recipe reference",
      "  lacuna study look-elsewhere --spectrum expected.csv --hypotheses masses.csv --local 3.2"
    })
final class LookElsewhereStudyCommand implements Runnable {
  private static final double LARGEST_BIAS = 0.3;
  private static final double LEVEL = 1;
  private static final double STEP = 20;

  @Option(
      names = "--recipe",
      paramLabel = "R",
      description = "One of the synthetic spectra, reference, steep or tenth (default: all).")
  private @Nullable String recipe;

  @Option(
      names = "--spectrum",
      paramLabel = "FILE",
      description = "Expected spectrum: columns lowMeV,highMeV,events.")
  private @Nullable Path spectrum;

  @Option(
      names = "--hypotheses",
      paramLabel = "FILE",
      description = "What is looked for in it: columns massMeV,sigmaMeV.")
  private @Nullable Path hypotheses;

  @Option(
      names = "--local",
      split = ",",
      paramLabel = "Z",
      defaultValue = "2,2.5,3,3.5,4",
      description = "Local significances, at least 1 (default: ${DEFAULT-VALUE}).")
  private double[] local = {};

  @Option(
      names = "--toys",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Pseudo-experiments (default: ${DEFAULT-VALUE}).")
  private int toys;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads (default: one per processor); the result does not depend on them.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private PolynomialOptions polynomial;
  @Mixin private Answer answer;

  /// @param upcrossings mean number through Z = 1
  record Study(
      String recipe,
      int hypotheses,
      int toys,
      double medianMaximum,
      double upcrossings,
      List<Row> rows,
      List<Range> ranges) {}

  record Row(
      double local,
      double pLocal,
      double pGlobal,
      double uncertainty,
      double trialsFactor,
      double grossVitells,
      double bonferroni) {}

  /// Mean and width of the local significances of a range of masses.
  record Range(double fromMeV, double toMeV, Spread significance, boolean stiff) {}

  @Override
  public void run() {
    SidebandEstimator estimator = polynomial.estimator();
    List<Study> studies = recipes().stream().map(at -> study(at, estimator)).toList();
    answer.print(studies, () -> text(studies));
  }

  private Collection<ScanRecipe> recipes() {
    if ((spectrum == null) != (hypotheses == null) || (spectrum != null && recipe != null)) {
      throw new InputException(
          "--spectrum and --hypotheses go together, and not with --recipe: give both or neither");
    }
    if (spectrum != null && hypotheses != null) {
      return List.of(ScanRecipe.read(spectrum, hypotheses));
    }
    return recipe == null
        ? new TreeMap<>(ScanRecipe.BY_NAME).values()
        : List.of(Choice.of("--recipe", recipe, ScanRecipe.BY_NAME));
  }

  private Study study(ScanRecipe at, SidebandEstimator estimator) {
    for (double z : local) {
      if (!(z >= LEVEL)) throw new InputException("--local " + z + " must be at least " + LEVEL);
    }
    PeakScan scan = at.scan(estimator);
    ScanEnsemble ensemble =
        given(() -> new LookElsewhere(scan, at.expected()).pseudoExperiments(toys, seed, threads));
    double upcrossings = ensemble.meanUpcrossings(LEVEL * LEVEL);
    int number = at.hypotheses().size();
    List<Row> rows =
        DoubleStream.of(local)
            .mapToObj(z -> row(z, ensemble.global(z), upcrossings, number))
            .toList();
    return new Study(
        at.name(), number, toys, ensemble.medianMaximum(), upcrossings, rows, ranges(at, ensemble));
  }

  private static Row row(double z, GlobalSignificance global, double upcrossings, int hypotheses) {
    double pLocal = Normal.cumulative(-z);
    return new Row(
        z,
        pLocal,
        global.pValue(),
        global.uncertainty(),
        global.pValue() / pLocal,
        GlobalSignificance.grossVitells(z, upcrossings, LEVEL * LEVEL).pValue(),
        GlobalSignificance.bonferroni(z, hypotheses).pValue());
  }

  private static List<Range> ranges(ScanRecipe at, ScanEnsemble ensemble) {
    double first = at.hypotheses().getFirst().centre();
    double last = at.hypotheses().getLast().centre();
    List<Range> ranges = new ArrayList<>();
    for (double from = first; from <= last; from += STEP) {
      Spread significance = ensemble.pull(from, from + STEP);
      boolean stiff = Math.abs(significance.mean()) > LARGEST_BIAS;
      ranges.add(new Range(from, from + STEP, significance, stiff));
    }
    return ranges;
  }

  private static String text(List<Study> studies) {
    StringBuilder text = new StringBuilder();
    for (Study study : studies) {
      text.append(
          String.format(
              Locale.ROOT,
              """
              ### %s

              %d hypotheses, %d pseudo-experiments; median of the largest significance %.3f, \
              %.2f upcrossings of 1.

              | local Z | p local | p global | ± | trials factor | Gross-Vitells | Bonferroni |
              |---|---|---|---|---|---|---|
              """,
              study.recipe,
              study.hypotheses,
              study.toys,
              study.medianMaximum,
              study.upcrossings));
      for (Row row : study.rows) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %.3g | %.4f | %.4f | %.0f ± %.0f | %.4f | %.4f |%n",
                row.local,
                row.pLocal,
                row.pGlobal,
                row.uncertainty,
                row.trialsFactor,
                row.uncertainty / row.pLocal,
                row.grossVitells,
                row.bonferroni));
      }
      text.append(
          """

          | mass, MeV | mean of Z | width of Z | |
          |---|---|---|---|
          """);
      for (Range range : study.ranges) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %.0f to %.0f | %.2f | %.2f | %s |%n",
                range.fromMeV,
                range.toMeV,
                range.significance.mean(),
                range.significance.width(),
                range.stiff ? "too stiff" : ""));
      }
      text.append('\n');
    }
    return text.toString().stripTrailing();
  }
}
