package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.statistics.counting.AsimovSet;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.Limit;
import org.lacuna.statistics.counting.LimitMethod;
import org.lacuna.statistics.counting.LimitSettings;

/// One counting experiment by every method, for comparison.
///
/// Methods that answer the same question are held against `cls-hybrid` of the same density; a note
/// says where one differs by more than its own accuracy explains.
final class AllMethods {
  /// Which method with which density and Asimov set, in the order of the table; `-` if it has none.
  private static final List<List<String>> ROWS =
      List.of(
          List.of("cls-hybrid", "gauss", "-"),
          List.of("cls-hybrid", "lognormal", "-"),
          List.of("cls-hybrid", "gamma", "-"),
          List.of("cls-toys", "gauss", "-"),
          List.of("bayes-flat", "gauss", "-"),
          List.of("cls-asymptotic", "gauss", "nominal"),
          List.of("cls-asymptotic", "gauss", "postfit"),
          List.of("cls-exact-ensemble", "gauss", "-"),
          List.of("cls-asymptotic", "lognormal", "nominal"),
          List.of("cls-asymptotic", "gamma", "nominal"),
          List.of("cls-normal", "gauss", "-"),
          List.of("feldman-cousins", "gauss", "-"),
          List.of("feldman-cousins-monotone", "gauss", "-"));

  /// Relative distance from the exact hybrid limit that is worth a word, and the word.
  private record Allowed(double distance, String beyond) {}

  private static final Map<String, Allowed> ALLOWED =
      Map.of(
          "bayes-flat", new Allowed(1e-6, "a defect of this program: both are the same number"),
          "cls-asymptotic",
              new Allowed(0.02, "few counts, or a background too uncertain for a parabola"),
          "cls-exact-ensemble", new Allowed(0.02, "profiling and averaging differ at low counts"),
          "cls-normal", new Allowed(0.02, "the counts are too low for a normal distribution"));

  private final LimitOptions options;

  AllMethods(LimitOptions options) {
    this.options = options;
  }

  List<Map<String, @Nullable Object>> of(CountingExperiment experiment) {
    LimitSettings chosen = options.settings();
    Map<String, Double> hybrid = new HashMap<>();
    List<Map<String, @Nullable Object>> table = new ArrayList<>();
    for (List<String> row : ROWS) {
      String method = row.get(0);
      String prior = row.get(1);
      AsimovSet asimov = AsimovSet.BY_NAME.getOrDefault(row.get(2), AsimovSet.NOMINAL);
      LimitSettings settings =
          new LimitSettings(chosen.level(), chosen.signalUncertainty(), asimov, chosen.toys());
      Map<String, @Nullable Object> result;
      try {
        CountingExperiment same = withDensity(experiment, prior);
        Limit limit = LimitMethod.Kind.named(method).with(settings).limit(same);
        result = options.result(method, prior, limit, same);
        double events = limit.observed().events();
        if (method.equals("cls-hybrid")) hybrid.put(prior, events);
        result.put("asimov", row.get(2).equals("-") ? null : row.get(2));
        result.put("note", note(method, limit, hybrid.get(prior), hybrid.get("gauss"), settings));
      } catch (IllegalArgumentException undefined) {
        result = options.none(method, prior, undefined);
        result.put("asimov", null);
        result.put("note", null);
      }
      table.add(result);
    }
    return table;
  }

  private static CountingExperiment withDensity(CountingExperiment experiment, String prior) {
    Background background = experiment.background();
    return new CountingExperiment(
        experiment.observed(),
        Background.Density.named(prior).of(background.expected(), background.sigma()));
  }

  private static @Nullable String note(
      String method,
      Limit limit,
      @Nullable Double hybrid,
      @Nullable Double gauss,
      LimitSettings settings) {
    if (hybrid == null || gauss == null) return null;
    double events = limit.observed().events();
    double distance = Math.abs(events / hybrid - 1);
    if (method.equals("cls-hybrid")) {
      double fromGauss = Math.abs(events / gauss - 1);
      return fromGauss > 0.05 ? percent(fromGauss) + " from gauss: the density matters" : null;
    }
    if (method.equals("cls-toys")) {
      double errors = Math.abs(events - hybrid) / limit.toyError();
      return errors > 4
          ? String.format(Locale.ROOT, "%.1f errors from the exact value", errors)
          : null;
    }
    Allowed allowed = ALLOWED.get(method);
    // With an uncertain efficiency a flat density of the signal is another question.
    boolean comparable = !(method.equals("bayes-flat") && settings.signalUncertainty() > 0);
    return allowed != null && comparable && distance > allowed.distance
        ? percent(distance) + " from cls-hybrid: " + allowed.beyond
        : null;
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2g %%", 100 * fraction);
  }
}
