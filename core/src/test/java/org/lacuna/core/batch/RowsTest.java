package org.lacuna.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void numbersEventsAcrossTheLowerWord() {
    Rows rows = new Rows(Rows.BLOCK);
    rows.number((3L << 32) + 0xfffffff0L, 16);
    assertThat(rows.number(0)).isEqualTo((3L << 32) + 0xfffffff0L);
    assertThat(rows.number(15)).isEqualTo((3L << 32) + 0xffffffffL);
  }

  @Test
  void findsPositiveMarginsInOrder() {
    int[] row = Rows.ints(8);
    float[] margin = {1f, 0f, -1f, Float.NaN, 1e-30f, Float.POSITIVE_INFINITY, -0f, 2f};
    assertThat(Rows.positive(margin, row, 8)).isEqualTo(4);
    assertThat(row).startsWith(0, 4, 5, 7);
  }

  @Test
  void keepsAddressesAndColumnsTogether() {
    Rows rows = new Rows(8);
    rows.number(100, 5);
    rows.copy[4] = 9;
    float[] column = {0, 1, 2, 3, 4};
    int[] row = {1, 4};
    Rows.keep(row, 2, column);
    rows.keep(row, 2);
    assertThat(rows.n).isEqualTo(2);
    assertThat(rows.number(1)).isEqualTo(104);
    assertThat(rows.copy[1]).isEqualTo(9);
    assertThat(column).startsWith(1, 4);
  }

  @Test
  void fillsWholeCacheLines() {
    for (int capacity : new int[] {1, 16, 17, 2048}) {
      int length = Rows.floats(capacity).length;
      assertThat(length).isGreaterThanOrEqualTo(capacity);
      assertThat((length + 4) % 16).isZero();
    }
  }
}
