package org.lacuna.statistics.counting;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.lacuna.statistics.function.Root;

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

  /// The root of a falling function.
  ///
  /// @param sought what holds at the root, and for which inputs
  static UpperLimit where(
      DoubleUnaryOperator falling, double guess, double second, Supplier<String> sought) {
    return of(Root.ofFalling(falling, guess, second), sought);
  }

  /// A root, or that there is none.
  static UpperLimit of(OptionalDouble root, Supplier<String> sought) {
    return root.isPresent()
        ? new Converged(root.getAsDouble())
        : new NotBracketed("no signal below " + Root.LARGEST + " events has " + sought.get());
  }
}
