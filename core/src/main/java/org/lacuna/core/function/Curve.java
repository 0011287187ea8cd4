package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// A function of one variable as straight pieces between equidistant knots, constant outside them.
///
/// One look-up and one `fma` per row whatever the shape; with 1024 pieces the error of a smooth
/// function is `f″ (range/1024)²/8`.
public final class Curve {
  private static final int PIECES = 1024;

  private final float low;
  private final float perUnit;
  private final float[] value = new float[PIECES + 1];
  private final float[] rise = new float[PIECES + 1];

  /// @param low where the first knot lies
  /// @param high where the last knot lies
  /// @param f evaluated at the knots, in order
  public Curve(double low, double high, DoubleUnaryOperator f) {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "a curve needs low < high, not low = " + low + ", high = " + high);
    }
    this.low = (float) low;
    perUnit = (float) (PIECES / (high - low));
    for (int k = 0; k <= PIECES; k++) {
      value[k] = (float) f.applyAsDouble(low + (high - low) * k / PIECES);
      if (!Float.isFinite(value[k])) {
        throw new IllegalArgumentException(
            "a curve is finite everywhere, but not at " + (low + (high - low) * k / PIECES));
      }
    }
    for (int k = 0; k < PIECES; k++) rise[k] = value[k + 1] - value[k];
  }

  /// The curve that turns uniform numbers of (0, 1] into numbers with the given density.
  ///
  /// Its 1024 pieces hold equal shares: where the tails matter, [Quantile] is better.
  ///
  /// @param density not negative, not zero everywhere; any normalisation
  public static Curve inverse(double low, double high, DoubleUnaryOperator density) {
    DoubleUnaryOperator place = y -> low + (high - low) * y;
    return new Curve(0, 1, new Cumulative(place, density, 4 * PIECES)::inverse);
  }

  /// The value at one place.
  public float at(float x) {
    float t = FloatMath.clip((x - low) * perUnit, 0f, PIECES);
    int k = (int) t;
    return Math.fma(t - k, rise[k], value[k]);
  }

  /// The values of a column, in place or into another column.
  public void at(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) y[i] = FloatMath.clip((x[i] - low) * perUnit, 0f, PIECES);
    for (int i = 0; i < n; i++) {
      int k = (int) y[i];
      y[i] = Math.fma(y[i] - k, rise[k], value[k]);
    }
  }
}
