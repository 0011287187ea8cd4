package org.lacuna.experiment.response;

/// A uniform number that answers questions one after the other: what is left of it after an answer
/// is uniform again, and so answers the next.
public final class Chance {
  private double left;

  /// @param left uniform, 0 to 1
  void start(double left) {
    this.left = left;
  }

  /// What is left.
  double left() {
    return left;
  }

  /// Whether something happens.
  boolean is(double probability) {
    boolean yes = left < probability;
    left = yes ? left / probability : (left - probability) / (1 - probability);
    return yes;
  }

  /// Which of independent things happen, where it is known that one of them does.
  ///
  /// @param not probability that each does not happen
  /// @param n how many there are
  /// @return one bit for each, from the lowest on
  int atLeastOne(double[] not, int n) {
    double none = 1;
    for (int k = 0; k < n; k++) none *= not[k];
    int happened = 0;
    for (int k = 0; k < n - 1; k++) {
      double some = happened == 0 ? Math.max(1 - none, Double.MIN_NORMAL) : 1;
      if (is((1 - not[k]) / some)) happened |= 1 << k;
      none /= not[k];
    }
    return happened == 0 || is(1 - not[n - 1]) ? happened | 1 << (n - 1) : happened;
  }
}
