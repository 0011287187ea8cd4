package org.lacuna.application.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How well the number at a key is known.
public enum Mark {
  /// Stated in the publication that the card follows.
  PAPER,
  /// Read in public material, which `source` names.
  PUBLIC,
  /// Public, but quoted from memory: to be verified before its last digit matters.
  RECALLED,
  /// Follows from other numbers; `source` says how.
  DERIVED,
  /// Our choice, because no public number was found.
  ASSUMED;

  static final Map<String, Mark> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Mark::toString, Function.identity()));

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
