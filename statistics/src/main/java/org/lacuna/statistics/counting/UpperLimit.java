package org.lacuna.statistics.counting;

/// How the search for an upper limit ended.
public sealed interface UpperLimit {

  /// The limit in events; NaN if there is none.
  double events();

  /// The limit was found.
  record Converged(double events) implements UpperLimit {}

  /// The search met no signal that is excluded.
  ///
  /// @param reason with the inputs
  record NotBracketed(String reason) implements UpperLimit {
    @Override
    public double events() {
      return Double.NaN;
    }
  }
}
