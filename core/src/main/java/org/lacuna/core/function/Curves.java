package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// Several functions of one variable as straight pieces on common knots: the piece is looked up
/// once for all of them. Constant outside the knots, as [Curve].
public final class Curves {
  private static final int PIECES = 1024;

  private final float low;
  private final float perUnit;
  private final float[][] value;
  private final float[][] rise;

  /// @param low where the first knot lies
  /// @param high where the last knot lies
  /// @param f evaluated at the knots
  public Curves(double low, double high, DoubleUnaryOperator... f) {
    this.low = (float) low;
    perUnit = (float) (PIECES / (high - low));
    value = new float[f.length][PIECES + 1];
    rise = new float[f.length][PIECES + 1];
    for (int c = 0; c < f.length; c++) {
      for (int k = 0; k <= PIECES; k++) {
        value[c][k] = (float) f[c].applyAsDouble(low + (high - low) * k / PIECES);
      }
      for (int k = 0; k < PIECES; k++) rise[c][k] = value[c][k + 1] - value[c][k];
    }
  }

  /// The value of one function at one place.
  public float at(int function, float x) {
    float t = FloatMath.clip((x - low) * perUnit, 0f, PIECES);
    int k = (int) t;
    return Math.fma(t - k, rise[function][k], value[function][k]);
  }

  /// The values of all functions for a column.
  ///
  /// @param piece work space
  /// @param inside work space
  /// @param y one column for each function
  public void at(float[] x, int[] piece, float[] inside, int n, float[]... y) {
    for (int i = 0; i < n; i++) inside[i] = FloatMath.clip((x[i] - low) * perUnit, 0f, PIECES);
    for (int i = 0; i < n; i++) {
      piece[i] = (int) inside[i];
      inside[i] -= piece[i];
    }
    for (int c = 0; c < y.length; c++) look(value[c], rise[c], piece, inside, y[c], n);
  }

  private static void look(
      float[] value, float[] rise, int[] piece, float[] inside, float[] y, int n) {
    for (int i = 0; i < n; i++) y[i] = Math.fma(inside[i], rise[piece[i]], value[piece[i]]);
  }
}
