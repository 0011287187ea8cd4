package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.Limit;
import org.lacuna.statistics.counting.LimitMethod;
import org.lacuna.statistics.counting.LimitSettings;
import org.lacuna.statistics.counting.UpperLimit;
import org.lacuna.statistics.evidence.LocalSignificance;
import org.lacuna.statistics.evidence.Significance;
import picocli.CommandLine.Option;

/// How a limit is to be set: what `limit` and `scan` share.
public final class LimitOptions {
  @Option(
      names = "--level",
      defaultValue = "0.90",
      paramLabel = "CL",
      description = "Confidence level, above 0 and below 1 (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--method",
      defaultValue = "cls-hybrid",
      paramLabel = "M",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = Methods.class)
  private String method = "";

  @Option(
      names = "--prior",
      defaultValue = "gauss",
      paramLabel = "P",
      description =
          "Density of the background, one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = Priors.class)
  private String prior = "";

  /// Checks the options and makes the method of them.
  LimitMethod method() {
    return given(() -> LimitMethod.Kind.named(method).with(new LimitSettings(level)));
  }

  Background.Density density() {
    return given(() -> Background.Density.named(prior));
  }

  /// The result in the shape of `limit --json`.
  Map<String, @Nullable Object> result(LimitMethod limits, CountingExperiment experiment) {
    Limit limit = limits.limit(experiment);
    Significance excess = LocalSignificance.hybrid(experiment);
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("method", method);
    result.put("prior", prior);
    result.put("level", level);
    result.put("observed", limit.observed().events());
    result.put("expected", limit.expected());
    result.put("clb", limit.clb());
    result.put("clsAtLimit", limit.clsAtLimit());
    result.put("pValue", excess.pValue());
    result.put("significance", excess.sigma());
    result.put("status", status(limit.observed()));
    return result;
  }

  static String status(UpperLimit outcome) {
    return switch (outcome) {
      case UpperLimit.Converged _ -> "ok";
      case UpperLimit.NotBracketed(String reason) -> "not-bracketed: " + reason;
    };
  }

  /// The result for people.
  static String text(Map<String, @Nullable Object> result) {
    StringBuilder text = new StringBuilder();
    result.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return text.toString().stripTrailing();
  }

  static final class Methods implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.copyOf(new TreeSet<>(LimitMethod.Kind.BY_NAME.keySet())).iterator();
    }
  }

  static final class Priors implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.copyOf(new TreeSet<>(Background.Density.BY_NAME.keySet())).iterator();
    }
  }
}
