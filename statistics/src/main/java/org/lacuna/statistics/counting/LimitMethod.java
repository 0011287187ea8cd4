package org.lacuna.statistics.counting;

import java.util.Map;

/// A way to set an upper limit on the signal of a counting experiment.
public interface LimitMethod {

  /// The observed limit and what was to be expected.
  ///
  /// @throws IllegalArgumentException if the method is not defined for such a background
  Limit limit(CountingExperiment experiment);

  /// The signals that are not excluded, without what was to be expected; the upper end is NaN if
  /// there is no limit.
  ///
  /// @throws IllegalArgumentException if the method is not defined for such a background
  default Limit.Interval allowed(CountingExperiment experiment) {
    Limit limit = limit(experiment);
    return limit.interval().orElseGet(() -> Limit.Interval.upTo(limit.observed()));
  }

  /// How settings are made into a method.
  interface Kind {
    /// The methods by name; a further one is a class and a line here.
    Map<String, Kind> BY_NAME =
        Map.of(
            "cls-hybrid", HybridCls::new,
            "cls-toys", HybridToys::new,
            "cls-normal", NormalCls::new,
            "cls-asymptotic", AsymptoticCls::new,
            "cls-exact-ensemble", EnsembleCls::new,
            "bayes-flat", FlatBayes::new,
            "feldman-cousins", FeldmanCousins::new,
            "feldman-cousins-monotone", MonotoneFeldmanCousins::new);

    LimitMethod with(LimitSettings settings);

    /// The method of that name.
    ///
    /// @throws IllegalArgumentException with the known names
    static Kind named(String name) {
      return Table.find("limit method", name, BY_NAME);
    }
  }
}
