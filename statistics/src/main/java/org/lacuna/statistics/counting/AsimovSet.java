package org.lacuna.statistics.counting;

import java.util.Map;

/// The typical data set without a signal, from which asymptotic formulas take the spread of the
/// limits. The two conventions differ by up to a percent, more at low counts.
public enum AsimovSet {
  /// What was expected: `n = a = b₀`.
  NOMINAL,
  /// What the data make of it: `n = a` = the background fitted to them without a signal, as in pyhf
  /// and RooStats.
  POSTFIT;

  /// The sets by name.
  public static final Map<String, AsimovSet> BY_NAME =
      Map.of("nominal", NOMINAL, "postfit", POSTFIT);

  /// The set of that name.
  ///
  /// @throws IllegalArgumentException with the known names
  public static AsimovSet named(String name) {
    return Table.find("Asimov set", name, BY_NAME);
  }
}
