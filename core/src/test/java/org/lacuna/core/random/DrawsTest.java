package org.lacuna.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.core.batch.Rows;

class DrawsTest {
  private static final long SEED = 20210610L;

  private final Rows rows = new Rows(Rows.BLOCK);

  /// The columns are the cipher of one block for each row: key (hash of "nature/munu", seed),
  /// counter (event low, event high, slot, copy).
  @Test
  void enciphersTheAddressOfEachRow() {
    rows.number((5L << 32) + 77, 100);
    rows.copy[3] = 2;
    float[][] u = Rows.floats(6, Rows.BLOCK);
    uniforms(draws("munu", SEED), u);
    long sample = Role.NATURE.key("munu");
    int[] key = {(int) sample, (int) (sample >>> 32), (int) SEED, (int) (SEED >>> 32)};
    for (int i = 0; i < rows.n; i++) {
      for (int k = 0; k < u.length; k++) {
        int slot = Address.slot("beam", "spot") | (k / 4);
        int[] counter = {rows.event[i], rows.high, slot, rows.copy[i]};
        int word = Threefry.block(key, counter)[k % 4];
        assertThat(u[k][i]).isEqualTo(Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f));
      }
    }
  }

  /// The hashes are part of the format: if these change, every event of every card changes.
  @Test
  void keepsItsAddresses() {
    assertThat(Role.NATURE.key("munu")).isEqualTo(NATURE_MUNU);
    assertThat(Address.slot("beam", "spot")).isEqualTo(BEAM_SPOT);
    assertThat(Address.slot("be", "am/spot")).isNotEqualTo(Address.slot("beam", "spot"));
  }

  private static final long NATURE_MUNU = 7324629710657767945L;
  private static final int BEAM_SPOT = 998083440;

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleHasItsOwnNumbers(Role role) {
    for (Role other : Role.values()) {
      if (other != role) assertThat(role.key("munu")).isNotEqualTo(other.key("munu"));
    }
    assertThat(role.key("munu")).isNotEqualTo(role.key("hnl"));
  }

  @Test
  void givesAnEventItsNumbersWhereverItLies() {
    float[][] together = Rows.floats(3, Rows.BLOCK);
    float[][] alone = Rows.floats(3, Rows.BLOCK);
    rows.number(1000, 500);
    normals(draws("munu", SEED), together);
    for (int i = 0; i < 500; i += 37) {
      rows.number(1000 + i, 1);
      normals(draws("munu", SEED), alone);
      for (int k = 0; k < 3; k++) assertThat(alone[k][0]).isEqualTo(together[k][i]);
    }
  }

  /// 2²⁰ normal numbers. The mean, the variance and the fourth moment scatter by 1, √2 and √96 over
  /// 2¹⁰; five of those would be a false alarm in 2 million seeds, and the seed is fixed.
  @Test
  void drawsNormalNumbers() {
    Draws draws = draws("munu", SEED);
    float[][] x = Rows.floats(2, Rows.BLOCK);
    double n = 0;
    double mean = 0;
    double square = 0;
    double fourth = 0;
    double product = 0;
    for (int block = 0; block < 256; block++) {
      rows.number((long) block * Rows.BLOCK, Rows.BLOCK);
      normals(draws, x);
      for (int i = 0; i < Rows.BLOCK; i++) {
        n += 2;
        mean += x[0][i] + x[1][i];
        product += x[0][i] * x[1][i];
        for (float[] column : x) {
          double s = (double) column[i] * column[i];
          square += s;
          fourth += s * s;
        }
      }
    }
    double step = 1 / Math.sqrt(n);
    assertThat(mean / n).isCloseTo(0, within(5 * step));
    assertThat(square / n).isCloseTo(1, within(5 * Math.sqrt(2) * step));
    assertThat(fourth / n).isCloseTo(3, within(5 * Math.sqrt(96) * step));
    assertThat(2 * product / n).isCloseTo(0, within(5 * Math.sqrt(2) * step));
  }

  @Test
  void refusesToDrawAPurposeTwice() {
    Draws draws = draws("munu", SEED);
    draws.register();
    rows.number(10, 3);
    float[] u = Rows.floats(Rows.BLOCK);
    draws.uniforms("spot", rows, u);
    draws.uniforms("slope", rows, u);
    assertThatThrownBy(() -> draws.uniforms("spot", rows, u))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("beam / spot")
        .hasMessageContaining("event 10");
    rows.copy[0] = 1;
    rows.n = 1;
    draws.uniforms("spot", rows, u);
  }

  private static Draws draws(String process, long seed) {
    Draws draws = new Draws(Role.NATURE, process, seed);
    draws.stage("beam");
    return draws;
  }

  private void uniforms(Draws draws, float[]... columns) {
    draws.uniforms("spot", rows, columns);
  }

  private void normals(Draws draws, float[]... columns) {
    draws.normals("spot", rows, columns);
  }
}
