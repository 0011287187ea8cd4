package org.lacuna.experiment.response;

import java.util.Map;
import java.util.TreeMap;

/// The signal by which one loss shows: one of several, each with its share.
public final class Shares {
  private static final double ROUNDING = 1e-9;

  private final Map<Signal, Double> shares;

  /// @param shares of the losses; their sum is 1
  public Shares(Map<Signal, Double> shares) {
    this.shares = new TreeMap<>(shares);
    double sum = 0;
    for (double share : this.shares.values()) sum += share;
    if (!(Math.abs(sum - 1) < ROUNDING)) {
      throw new IllegalArgumentException(
          "the shares of the signals by which a loss shows add up to " + sum + ", not to 1");
    }
  }

  /// All by one signal.
  public static Shares all(Signal signal) {
    return new Shares(Map.of(signal, 1.0));
  }

  /// Draws one of them, as a bit.
  int draw(Chance chance) {
    double left = 1;
    for (Map.Entry<Signal, Double> entry : shares.entrySet()) {
      double share = entry.getValue();
      if (share >= left - ROUNDING || chance.is(share / left)) return entry.getKey().bit();
      left -= share;
    }
    throw new AssertionError(shares);
  }
}
