package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.Count;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.evidence.LocalSignificance;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How far a count lies above what was expected, by every definition in use.
@Command(
    name = "significance",
    mixinStandardHelpOptions = true,
    description = "Local significance of an excess, by every definition in use.",
    footer = {
      "",
      "Examples:",
      "  lacuna significance --observed 28 --background 20 --uncertainty 4",
      "  lacuna significance --on 50 --off 55 --tau 2"
    })
public final class SignificanceCommand implements Runnable {
  @ArgGroup(multiplicity = "1")
  private Given given = new Given();

  @Option(
      names = "--prior",
      defaultValue = "gauss",
      paramLabel = "P",
      description =
          "Density of the background for hybrid, one of ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).",
      completionCandidates = LimitOptions.Priors.class)
  private String prior = "";

  @Mixin private Answer answer;

  /// Either a background and its uncertainty, or an off region.
  static final class Given {
    @ArgGroup(exclusive = false)
    private @Nullable Counts counts;

    @ArgGroup(exclusive = false)
    private @Nullable OnOff onOff;
  }

  static final class OnOff {
    @Option(
        names = "--on",
        required = true,
        paramLabel = "N",
        converter = Count.class,
        description = "Events counted where the signal would be.")
    private long on;

    @Option(
        names = "--off",
        required = true,
        paramLabel = "M",
        description = "Events counted where it would not be.")
    private double off;

    @Option(
        names = "--tau",
        required = true,
        paramLabel = "T",
        description = "How many times more background the second region counts.")
    private double tau;

    Map<String, Double> significances() {
      Map<String, Double> all = new LinkedHashMap<>();
      all.put("liMa", LocalSignificance.liMa(on, off, tau));
      all.put("binomial", LocalSignificance.binomial(on, off, tau).sigma());
      all.put("hybridGauss", LocalSignificance.hybridGauss(on, off, tau).sigma());
      return all;
    }
  }

  @Override
  public void run() {
    Background.Density density = given(() -> Background.Density.named(prior));
    Map<String, Double> all =
        given.counts != null
            ? significances(given.counts.with(density))
            : given.onOff != null ? given(given.onOff::significances) : Map.of();
    answer.print(all, () -> text(all));
  }

  private static Map<String, Double> significances(CountingExperiment experiment) {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("hybrid", LocalSignificance.hybrid(experiment).sigma());
    all.put("simplePredicted", LocalSignificance.simplePredicted(experiment));
    all.put("simpleObserved", LocalSignificance.simpleObserved(experiment));
    all.put("profileGauss", LocalSignificance.profileGauss(experiment));
    all.put("liMa", LocalSignificance.liMa(experiment));
    all.put("binomial", LocalSignificance.binomial(experiment));
    return all;
  }

  private static String text(Map<String, Double> all) {
    return all.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%-16s %8.4f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
