package org.lacuna.analysis.sample;

import java.util.Arrays;

/// Puts weighted values in order.
public final class Order {
  private Order() {}

  /// Row numbers by rising value in single precision; of equal values the earlier row first.
  ///
  /// The upper half of a key is the bits of the value, made to rise with it, the lower half the
  /// row: sorting numbers is ten times as fast as sorting objects.
  public static int[] rising(double[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToRawIntBits((float) values[i]);
      int rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[i] = ((long) rising << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
