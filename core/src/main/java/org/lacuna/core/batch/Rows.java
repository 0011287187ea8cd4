package org.lacuna.core.batch;

import java.util.Arrays;

/// The live rows of a table of columns, and the addresses of their random numbers.
///
/// Row `i` belongs to event `high · 2³² + event[i]`; `copy[i]` tells apart the rows of one event
/// where there are several (rounds of accept and reject, candidates). A random number depends on
/// that address and on nothing else, so it does not matter in which row of which block an event
/// happens to lie.
///
/// Only rows `0 ≤ i < n` have a meaning. What lies beyond is left over from earlier blocks.
public class Rows {
  /// Events per block. Some hundred columns of 8 kB stay in the second-level cache; between 1024
  /// and 8192 the speed is the same within a tenth.
  public static final int BLOCK = 2048;

  private static final int FLOATS_PER_CACHE_LINE = 16;
  private static final int FLOATS_PER_ARRAY_HEADER = 4;

  /// Number of live rows.
  public int n;

  /// Upper word of all event numbers: one block never crosses a multiple of 2³².
  public int high;

  /// Lower word of the event number.
  public final int[] event;

  /// Number of the row among those of its event.
  public final int[] copy;

  /// @param capacity largest number of rows
  public Rows(int capacity) {
    event = ints(capacity);
    copy = ints(capacity);
  }

  /// A new column.
  ///
  /// Its length is such that, with the header of the array, it fills whole cache lines: columns
  /// made one after the other then share their alignment and lie in different sets of the cache.
  /// Without this the speed depended on the start of the JVM.
  public static float[] floats(int capacity) {
    return new float[padded(capacity)];
  }

  /// As [#floats(int)], of integers.
  public static int[] ints(int capacity) {
    return new int[padded(capacity)];
  }

  /// Several new columns.
  public static float[][] floats(int columns, int capacity) {
    float[][] all = new float[columns][];
    Arrays.setAll(all, k -> floats(capacity));
    return all;
  }

  private static int padded(int capacity) {
    int lines = (capacity + FLOATS_PER_CACHE_LINE - 1) / FLOATS_PER_CACHE_LINE;
    return (lines + 1) * FLOATS_PER_CACHE_LINE - FLOATS_PER_ARRAY_HEADER;
  }

  /// Makes the rows those of `count` events from `first` on.
  public final void number(long first, int count) {
    n = count;
    high = (int) (first >>> 32);
    int low = (int) first;
    for (int i = 0; i < count; i++) event[i] = low + i;
    Arrays.fill(copy, 0, count, 0);
  }

  /// Event number of a row.
  public final long number(int row) {
    return ((long) high << 32) | Integer.toUnsignedLong(event[row]);
  }

  /// Takes over the addresses of other rows.
  public final void sameAs(Rows other) {
    n = other.n;
    high = other.high;
    System.arraycopy(other.event, 0, event, 0, n);
    System.arraycopy(other.copy, 0, copy, 0, n);
  }

  /// Finds the rows with a positive margin; an undefined margin is not positive.
  ///
  /// Every row number is written and the place moves on behind those that stay: no branch.
  ///
  /// @param row receives the row numbers, in order
  /// @return how many there are
  public static int positive(float[] margin, int[] row, int n) {
    int found = 0;
    for (int i = 0; i < n; i++) {
      row[found] = i;
      found += margin[i] > 0f ? 1 : 0;
    }
    return found;
  }

  /// Keeps the addresses of the given rows and drops all others.
  public final void keep(int[] row, int count) {
    for (int j = 0; j < count; j++) event[j] = event[row[j]];
    for (int j = 0; j < count; j++) copy[j] = copy[row[j]];
    n = count;
  }

  /// Keeps the given rows of some columns.
  public static void keep(int[] row, int count, float[]... columns) {
    for (float[] column : columns) {
      for (int j = 0; j < count; j++) column[j] = column[row[j]];
    }
  }

  /// Copies the given rows of one column to another, from place `at` on.
  public static void gather(float[] from, int[] row, float[] to, int at, int count) {
    for (int j = 0; j < count; j++) to[at + j] = from[row[j]];
  }
}
