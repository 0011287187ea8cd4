package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.Fraction;
import org.lacuna.statistics.counting.AsimovSet;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.Limit;
import org.lacuna.statistics.counting.LimitMethod;
import org.lacuna.statistics.counting.LimitSettings;
import org.lacuna.statistics.counting.Toys;
import org.lacuna.statistics.counting.UpperLimit;
import org.lacuna.statistics.evidence.LocalSignificance;
import org.lacuna.statistics.evidence.Significance;
import picocli.CommandLine.Option;

/// How a limit is to be set: what `limit`, `scan` and `study coverage` share.
public final class LimitOptions {
  @Option(
      names = "--level",
      defaultValue = "0.90",
      paramLabel = "CL",
      converter = Fraction.class,
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

  @Option(
      names = "--asimov",
      defaultValue = "nominal",
      paramLabel = "A",
      description =
          "Asimov set of cls-asymptotic: nominal, or postfit as in pyhf (default:"
              + " ${DEFAULT-VALUE}).")
  private String asimov = "";

  @Option(
      names = "--signal-uncertainty",
      defaultValue = "0",
      paramLabel = "R",
      converter = Fraction.class,
      description =
          "Relative error of acceptance and normalisation, as 3%%; averaged over (default: 0).")
  private double signalUncertainty;

  @Option(
      names = "--toys",
      defaultValue = "100000",
      paramLabel = "N",
      converter = Count.class,
      description = "Pseudo-experiments of cls-toys (default: ${DEFAULT-VALUE}).")
  private long toys;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Seed of the pseudo-experiments (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "1",
      paramLabel = "T",
      description = "Threads that draw them; the result does not depend on it (default: 1).")
  private int threads;

  /// Checks the options and makes the method of them.
  public LimitMethod method() {
    return given(() -> LimitMethod.Kind.named(method).with(settings()));
  }

  public LimitSettings settings() {
    return given(() ->
        new LimitSettings(
            level, signalUncertainty, AsimovSet.named(asimov), new Toys(toys, seed, threads)));
  }

  public Background.Density density() {
    return given(() -> Background.Density.named(prior));
  }

  /// The result in the shape of `limit --json`.
  ///
  /// @throws IllegalArgumentException if the method is not defined for such an experiment
  Map<String, @Nullable Object> result(LimitMethod limits, CountingExperiment experiment) {
    return result(method, prior, limits.limit(experiment), experiment);
  }

  Map<String, @Nullable Object> result(
      String method, String prior, Limit limit, CountingExperiment experiment) {
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
    limit.interval().ifPresent(interval -> result.put("interval", interval));
    if (limit.toyError() != 0) result.put("toyError", limit.toyError());
    result.put("status", status(limit.observed()));
    return result;
  }

  /// The same shape for a limit that cannot be computed.
  Map<String, @Nullable Object> none(IllegalArgumentException undefined) {
    return none(method, prior, undefined);
  }

  Map<String, @Nullable Object> none(
      String method, String prior, IllegalArgumentException undefined) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("method", method);
    result.put("prior", prior);
    result.put("level", level);
    for (String key :
        List.of("observed", "expected", "clb", "clsAtLimit", "pValue", "significance")) {
      result.put(key, null);
    }
    result.put("status", "not-defined: " + undefined.getMessage());
    return result;
  }

  private static String status(UpperLimit outcome) {
    return switch (outcome) {
      case UpperLimit.Converged _ -> "ok";
      case UpperLimit.NotBracketed(String reason) -> "not-bracketed: " + reason;
    };
  }

  static final class Methods implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new ArrayList<>(new TreeSet<>(LimitMethod.Kind.BY_NAME.keySet())).iterator();
    }
  }

  static final class Priors implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new ArrayList<>(new TreeSet<>(Background.Density.BY_NAME.keySet())).iterator();
    }
  }
}
