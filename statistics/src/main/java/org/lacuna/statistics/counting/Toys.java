package org.lacuna.statistics.counting;

/// How pseudo-experiments are drawn. The results depend on number and seed alone.
///
/// @param number from 100 to [#MOST]
/// @param threads at least 1
public record Toys(long number, long seed, int threads) {
  /// More would not fit into memory.
  public static final int MOST = 50_000_000;

  public Toys {
    if (number < 100 || number > MOST) {
      throw new IllegalArgumentException(
          "number of toys " + number + " must be from 100 to " + MOST);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("number of threads " + threads + " must be at least 1");
    }
  }
}
