package org.lacuna.statistics.counting;

/// What can be chosen about a limit; a method takes what concerns it.
///
/// @param level confidence level, above 0 and below 1
public record LimitSettings(double level) {

  public LimitSettings {
    requireLevel(level);
  }

  /// @throws IllegalArgumentException unless `0 < level < 1`
  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "confidence level " + level + " must be above 0 and below 1, as 0.90");
    }
  }
}
