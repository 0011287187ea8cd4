package org.lacuna.experiment.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Ratios and values by name. Parts of a sample are added in their order.
public final class Gathered {
  private final Map<String, Ratio> ratios = new LinkedHashMap<>();
  private final Map<String, Values> values = new LinkedHashMap<>();

  /// The ratio of a name, new when it is first asked for.
  Ratio ratio(String name) {
    return ratios.computeIfAbsent(name, _ -> new Ratio());
  }

  /// The values of a name, new when they are first asked for.
  Values values(String name) {
    return values.computeIfAbsent(name, _ -> new Values());
  }

  /// Adds the next part.
  public void add(Gathered next) {
    next.ratios.forEach((name, ratio) -> ratio(name).add(ratio));
    next.values.forEach((name, list) -> values(name).add(list));
  }

  /// A ratio that was gathered.
  public Ratio ratioOf(String name) {
    return Objects.requireNonNull(ratios.get(name), name);
  }

  /// Values that were gathered.
  public Values valuesOf(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
