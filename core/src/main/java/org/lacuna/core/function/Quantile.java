package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// Turns uniform numbers into numbers with a given density, its tails included.
///
/// A [Curve] not of u itself but of `w = (1 + √u − √(1 − u))/2`, which spreads both ends: of its
/// 1024 pieces the outermost ones hold 4·10⁻⁶ of the distribution, those in the middle 1.4·10⁻³.
public final class Quantile {
  /// So many that the outermost pieces, with 4·10⁻⁶ of the distribution, span some of them.
  private static final int CELLS = 1 << 14;

  private final Curve ofSpread;

  private Quantile(Curve ofSpread) {
    this.ofSpread = ofSpread;
  }

  /// The quantile of a density that is given as a formula.
  ///
  /// @param place where y of [0, 1] lies, from the lower to the upper limit: the density is
  ///   integrated in equal steps of y
  /// @param density not negative, not zero everywhere; any normalisation
  public static Quantile of(DoubleUnaryOperator place, DoubleUnaryOperator density) {
    Cumulative cumulative = new Cumulative(place, density, CELLS);
    return new Quantile(new Curve(0, 1, w -> cumulative.inverse(uniform(w))));
  }

  /// u of w: with `√u = sin θ`, `2w − 1 = √2 sin(θ − π/4)`.
  private static double uniform(double w) {
    double angle = Math.PI / 4 + StrictMath.asin((2 * w - 1) / Math.sqrt(2));
    double sine = StrictMath.sin(Math.clamp(angle, 0, Math.PI / 2));
    return sine * sine;
  }

  /// The numbers that belong to a column of uniform ones, in place or into another column.
  public void at(float[] u, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 0.5f + 0.5f * ((float) Math.sqrt(u[i]) - (float) Math.sqrt(1f - u[i]));
    }
    ofSpread.at(x, x, n);
  }
}
