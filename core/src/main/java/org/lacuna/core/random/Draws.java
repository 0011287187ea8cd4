package org.lacuna.core.random;

import static java.lang.Integer.rotateLeft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.FloatMath;

/// Random numbers for columns, each by its address.
///
/// The key is (role and process, seed), the counter is (event, stage and purpose, copy), and four
/// words come from one block of Threefry4x32-20. Nothing else matters: neither the order of stages,
/// nor what other stages draw, nor the block, the thread or the number of rows. A stage or a
/// purpose is added without moving anybody's numbers, and a purpose is a name, never a number.
///
/// The passes over the columns are short on purpose: each of them becomes SIMD, one long loop would
/// not.
///
/// An instance belongs to one thread.
///
/// @cite Salmon2011
public final class Draws {
  /// Largest number of rows that can be drawn for at once.
  public static final int CAPACITY = 8 * Rows.BLOCK;

  private static final int WORDS_PER_PART = 4;
  private static final float HALF = 0x1p-31f;
  private static final float QUARTER = 0x1p-32f;
  private static final int SQRT_HALF_BITS = 0x3f3504f3;
  private static final int MANTISSA = 0x7fffff;

  private final int[] key;
  private final int[] a = Rows.ints(CAPACITY);
  private final int[] b = Rows.ints(CAPACITY);
  private final int[] c = Rows.ints(CAPACITY);
  private final int[] d = Rows.ints(CAPACITY);
  private final int[] exponent = Rows.ints(CAPACITY);
  private final float[] spare = Rows.floats(CAPACITY);
  private String stage = "";
  private @Nullable Register register;

  /// @param process fixed name of what is drawn, without a mass
  public Draws(Role role, String process, long seed) {
    long sample = role.key(process);
    int k0 = (int) sample;
    int k1 = (int) (sample >>> 32);
    int k2 = (int) seed;
    int k3 = (int) (seed >>> 32);
    key = new int[] {k0, k1, k2, k3, Threefry.PARITY ^ k0 ^ k1 ^ k2 ^ k3};
  }

  /// Says which stage draws from now on.
  public void stage(String name) {
    stage = name;
  }

  /// From now on refuses an address that is drawn twice, and two purposes with one address.
  public void register() {
    register = new Register();
  }

  /// Uniform numbers of (0, 1], one column each. Their step is 2⁻³¹.
  ///
  /// @param purpose what for, unique within the stage
  /// @param rows whose numbers
  public void uniforms(String purpose, Rows rows, float[]... columns) {
    for (int k = 0; k < columns.length; k++) {
      if (k % WORDS_PER_PART == 0) words(purpose, k / WORDS_PER_PART, rows);
      toUnit(word(k), columns[k], rows.n);
    }
  }

  /// Standard normal numbers, one column each, by the method of Box and Muller; none lies beyond
  /// 6.7 standard deviations.
  ///
  /// @param purpose what for, unique within the stage
  /// @param rows whose numbers
  public void normals(String purpose, Rows rows, float[]... columns) {
    for (int k = 0; k < columns.length; k += 2) {
      if (k % WORDS_PER_PART == 0) words(purpose, k / WORDS_PER_PART, rows);
      float[] second = k + 1 < columns.length ? columns[k + 1] : spare;
      int[] radius = word(k);
      toUnit(radius, second, rows.n);
      ln(second, radius, exponent, rows.n);
      toPlane(word(k + 1), second, columns[k], rows.n);
    }
  }

  private int[] word(int k) {
    return switch (k % WORDS_PER_PART) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> d;
    };
  }

  private void words(String purpose, int part, Rows rows) {
    int slot = Address.slot(stage, purpose) | part;
    if (register != null) register.enter(stage + " / " + purpose, slot, rows);
    int n = rows.n;
    load(rows.event, rows.copy, rows.high + key[1], slot + key[2], n);
    for (int turn = 1; turn <= Threefry.TURNS; turn++) {
      int k0 = key[turn % 5];
      int k1 = key[(turn + 1) % 5];
      int k2 = key[(turn + 2) % 5];
      int k3 = key[(turn + 3) % 5] + turn;
      if (turn % 2 == 1) oddTurn(k0, k1, k2, k3, a, b, c, d, n);
      else evenTurn(k0, k1, k2, k3, a, b, c, d, n);
    }
  }

  private void load(int[] event, int[] copy, int x1, int x2, int n) {
    int k0 = key[0];
    int k3 = key[3];
    for (int i = 0; i < n; i++) {
      a[i] = k0 + event[i];
      b[i] = x1;
      c[i] = x2;
      d[i] = k3 + copy[i];
    }
  }

  /// Four rounds and a key. The counts of the rotations stand here as constants: as parameters they
  /// were compiled well in some starts of the JVM only. Hence two methods.
  private static void oddTurn(
      int k0, int k1, int k2, int k3, int[] a, int[] b, int[] c, int[] d, int n) {
    for (int i = 0; i < n; i++) {
      int w = a[i] + b[i];
      int x = rotateLeft(b[i], 10) ^ w;
      int y = c[i] + d[i];
      int z = rotateLeft(d[i], 26) ^ y;
      w += z;
      z = rotateLeft(z, 11) ^ w;
      y += x;
      x = rotateLeft(x, 21) ^ y;
      w += x;
      x = rotateLeft(x, 13) ^ w;
      y += z;
      z = rotateLeft(z, 27) ^ y;
      w += z;
      z = rotateLeft(z, 23) ^ w;
      y += x;
      x = rotateLeft(x, 5) ^ y;
      a[i] = w + k0;
      b[i] = x + k1;
      c[i] = y + k2;
      d[i] = z + k3;
    }
  }

  /// As [#oddTurn], with the other rotations.
  private static void evenTurn(
      int k0, int k1, int k2, int k3, int[] a, int[] b, int[] c, int[] d, int n) {
    for (int i = 0; i < n; i++) {
      int w = a[i] + b[i];
      int x = rotateLeft(b[i], 6) ^ w;
      int y = c[i] + d[i];
      int z = rotateLeft(d[i], 20) ^ y;
      w += z;
      z = rotateLeft(z, 17) ^ w;
      y += x;
      x = rotateLeft(x, 11) ^ y;
      w += x;
      x = rotateLeft(x, 25) ^ w;
      y += z;
      z = rotateLeft(z, 10) ^ y;
      w += z;
      z = rotateLeft(z, 18) ^ w;
      y += x;
      x = rotateLeft(x, 20) ^ y;
      a[i] = w + k0;
      b[i] = x + k1;
      c[i] = y + k2;
      d[i] = z + k3;
    }
  }

  private static void toUnit(int[] word, float[] u, int n) {
    for (int i = 0; i < n; i++) u[i] = Math.fma((float) (word[i] >>> 1), HALF, QUARTER);
  }

  /// Natural logarithm in place. The casts of bits stand in loops of their own because a loop that
  /// has one among other operations does not become SIMD.
  private static void ln(float[] u, int[] bits, int[] exponent, int n) {
    for (int i = 0; i < n; i++) bits[i] = Float.floatToRawIntBits(u[i]);
    for (int i = 0; i < n; i++) {
      int above = bits[i] - SQRT_HALF_BITS;
      exponent[i] = above >> 23;
      bits[i] = (above & MANTISSA) + SQRT_HALF_BITS;
    }
    for (int i = 0; i < n; i++) u[i] = Float.intBitsToFloat(bits[i]);
    for (int i = 0; i < n; i++) u[i] = FloatMath.ln(exponent[i], u[i]);
  }

  /// From the logarithm of a uniform number and a word for the angle to two normal numbers.
  private static void toPlane(int[] angle, float[] lnThenSecond, float[] first, int n) {
    for (int i = 0; i < n; i++) {
      float radius = (float) Math.sqrt(-2f * lnThenSecond[i]);
      float halfTurns = angle[i] * HALF;
      first[i] = radius * FloatMath.sinPi(halfTurns);
      lnThenSecond[i] = radius * FloatMath.cosPi(halfTurns);
    }
  }

  /// What has been drawn, during a rehearsal.
  private static final class Register {
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<Long> addresses = new HashSet<>();

    void enter(String name, int slot, Rows rows) {
      String other = names.putIfAbsent(slot, name);
      if (other != null && !other.equals(name)) {
        throw new IllegalStateException(
            "'" + other + "' and '" + name + "' would share random numbers; rename one of them");
      }
      for (int i = 0; i < rows.n; i++) {
        long row = ((long) rows.event[i] << 16) | rows.copy[i];
        if (!addresses.add(((long) slot << 32) ^ row)) {
          throw new IllegalStateException(
              "'" + name + "' is drawn twice for event " + rows.number(i) + "; name a new purpose");
        }
      }
    }
  }
}
