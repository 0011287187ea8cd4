package org.lacuna.statistics.function;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// The root of a falling function of a number above 0.
///
/// Secants and inverse parabolas from a first guess, kept inside the bracket that the signs make;
/// doubling while there is none. From a guess within a percent five evaluations give 1e-12.
public final class Root {
  private static final double RELATIVE = 1e-8;

  /// Roots beyond are taken for none.
  public static final double LARGEST = 1e16;

  private Root() {}

  /// The root, or nothing if the function stays positive up to [#LARGEST].
  ///
  /// @param guess above 0
  /// @param second another, different one
  public static OptionalDouble ofFalling(
      DoubleUnaryOperator function, double guess, double second) {
    return ofFalling(function, guess, function.applyAsDouble(guess), second);
  }

  /// As [#ofFalling(DoubleUnaryOperator, double, double)] where the value at the guess is known.
  public static OptionalDouble ofFalling(
      DoubleUnaryOperator function, double guess, double atGuess, double second) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    // The latest three points, x2 the newest.
    double x0 = Double.NaN;
    double f0 = Double.NaN;
    double x1 = Double.NaN;
    double f1 = Double.NaN;
    double x2 = guess;
    double f2 = atGuess;
    double next = second;
    for (int round = 0; round < 300; round++) {
      if (f2 == 0) return OptionalDouble.of(x2);
      if (f2 > 0) low = x2;
      else high = x2;
      if (low >= LARGEST) return OptionalDouble.empty();
      if (round > 0)
        next = Double.isNaN(f0) ? secant(x1, f1, x2, f2) : parabola(x0, f0, x1, f1, x2, f2);
      boolean inside = next > low && next < high;
      if (!inside) next = high < Double.POSITIVE_INFINITY ? 0.5 * (low + high) : 2 * low;
      // After a step inside the bracket the error is a power of its length: no need to look again.
      if (inside && Math.abs(next - x2) <= RELATIVE * next) return OptionalDouble.of(next);
      if (next == low || next == high) return OptionalDouble.of(next);
      x0 = x1;
      f0 = f1;
      x1 = x2;
      f1 = f2;
      x2 = next;
      f2 = function.applyAsDouble(next);
    }
    throw new IllegalStateException("no root between " + low + " and " + high);
  }

  private static double secant(double x1, double f1, double x2, double f2) {
    return x2 - f2 * (x2 - x1) / (f2 - f1);
  }

  /// Where the parabola `x(f)` through three points meets 0.
  private static double parabola(double x0, double f0, double x1, double f1, double x2, double f2) {
    double slope12 = (x2 - x1) / (f2 - f1);
    double slope01 = (x1 - x0) / (f1 - f0);
    double bend = (slope12 - slope01) / (f2 - f0);
    return x2 - f2 * slope12 + f2 * f1 * bend;
  }
}
