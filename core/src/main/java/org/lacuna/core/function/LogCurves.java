package org.lacuna.core.function;

import java.util.List;

/// Several [LogCurve]s in one table, of which each row has its own.
public final class LogCurves {
  private final float[] value;
  private final float[] rise;

  public LogCurves(List<LogCurve> curves) {
    value = new float[curves.size() * LogCurve.PIECES];
    rise = new float[curves.size() * LogCurve.PIECES];
    for (int c = 0; c < curves.size(); c++) {
      LogCurve curve = curves.get(c);
      System.arraycopy(curve.value, 0, value, c * LogCurve.PIECES, LogCurve.PIECES);
      System.arraycopy(curve.rise, 0, rise, c * LogCurve.PIECES, LogCurve.PIECES);
    }
  }

  /// The values of a column.
  ///
  /// @param curve number of the curve of each row, in the order of the list
  /// @param piece of each row, from [LogCurve#pieces]
  public void at(float[] curve, float[] x, int[] piece, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      int number = (int) curve[i];
      piece[i] += number * LogCurve.PIECES;
    }
    for (int i = 0; i < n; i++) y[i] = Math.fma(rise[piece[i]], x[i], value[piece[i]]);
  }
}
