package org.lacuna.core.function;

import java.util.function.DoubleUnaryOperator;

/// A function of a positive variable over many decades as straight pieces, 32 in each octave from
/// 2⁻⁷ to 2⁸, constant outside.
///
/// The piece is read off the bits of the variable, so no logarithm is taken at run time. Between
/// the knots a power `xᵃ` is met to `a²/8000` of itself.
public final class LogCurve {
  private static final int MANTISSA_BITS = 23;
  private static final int BITS_PER_OCTAVE = 5;
  private static final int SHIFT = MANTISSA_BITS - BITS_PER_OCTAVE;
  private static final int FIRST = (127 - 7) << BITS_PER_OCTAVE;
  static final int PIECES = 15 << BITS_PER_OCTAVE;

  final float[] value = new float[PIECES];
  final float[] rise = new float[PIECES];

  /// @param f evaluated at the knots
  public LogCurve(DoubleUnaryOperator f) {
    for (int k = 0; k < PIECES; k++) {
      double from = knot(k);
      double to = knot(k + 1);
      double slope = (f.applyAsDouble(to) - f.applyAsDouble(from)) / (to - from);
      rise[k] = (float) slope;
      value[k] = (float) (f.applyAsDouble(from) - slope * from);
    }
  }

  private static double knot(int k) {
    return Float.intBitsToFloat((FIRST + k) << SHIFT);
  }

  /// Straight lines of `ln y` against `ln x` through points, constant outside.
  ///
  /// @param x positive, rising
  /// @param y positive
  public static LogCurve through(double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "a curve needs as many x as y and at least one, not " + x.length + " and " + y.length);
    }
    for (int k = 0; k < x.length; k++) {
      if (!(x[k] > 0 && y[k] > 0) || (k > 0 && !(x[k] > x[k - 1]))) {
        throw new IllegalArgumentException(
            "points of a logarithmic curve are positive with rising x, not x = "
                + x[k]
                + ", y = "
                + y[k]
                + " as number "
                + (k + 1));
      }
    }
    return new LogCurve(at -> interpolate(x, y, at));
  }

  private static double interpolate(double[] x, double[] y, double at) {
    int last = x.length - 1;
    if (at <= x[0]) return y[0];
    if (at >= x[last]) return y[last];
    int k = 0;
    while (x[k + 1] < at) k++;
    double t = StrictMath.log(at / x[k]) / StrictMath.log(x[k + 1] / x[k]);
    return y[k] * StrictMath.pow(y[k + 1] / y[k], t);
  }

  /// Finds the piece on which each value lies. It is the same for every curve.
  public static void pieces(float[] x, int[] piece, int n) {
    for (int i = 0; i < n; i++) piece[i] = Float.floatToRawIntBits(x[i]);
    for (int i = 0; i < n; i++) {
      piece[i] = Math.min(PIECES - 1, Math.max(0, (piece[i] >> SHIFT) - FIRST));
    }
  }

  /// The values of a column.
  ///
  /// @param piece of each row, from [#pieces]
  public void at(float[] x, int[] piece, float[] y, int n) {
    for (int i = 0; i < n; i++) y[i] = Math.fma(rise[piece[i]], x[i], value[piece[i]]);
  }
}
