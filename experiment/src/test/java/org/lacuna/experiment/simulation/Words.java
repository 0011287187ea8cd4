package org.lacuna.experiment.simulation;

import org.lacuna.core.random.Role;
import org.lacuna.core.random.Threefry;

/// The random numbers of one sample by their addresses, in double precision.
///
/// key = (hash of "role/process", seed), counter = (event, stage and purpose, copy). The hash of
/// stage and purpose is spelt out a second time because it is part of the format.
final class Words {
  private static final double STEP = 0x1p-31;

  private final int[] key;

  Words(Role role, String process, long seed) {
    long sample = role.key(process);
    key = new int[] {(int) sample, (int) (sample >>> 32), (int) seed, (int) (seed >>> 32)};
  }

  /// FNV-1a over "stage/purpose", then the finaliser of SplitMix64; the upper word, of which the
  /// lowest four bits are left to count blocks of four numbers.
  static int slot(String stage, String purpose) {
    long hash = 0xcbf29ce484222325L;
    for (char letter : (stage + "/" + purpose).toCharArray()) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return (int) (hash >>> 32) & ~15;
  }

  private int word(long event, int copy, int slot, int k) {
    int[] counter = {(int) event, (int) (event >>> 32), slot | (k / 4), copy};
    return Threefry.block(key, counter)[k % 4];
  }

  /// Uniform numbers of (0, 1).
  double[] uniforms(String stage, String purpose, long event, int copy, int count) {
    int slot = slot(stage, purpose);
    double[] u = new double[count];
    for (int k = 0; k < count; k++) u[k] = unit(word(event, copy, slot, k));
    return u;
  }

  /// Normal numbers: a word for the radius and one for the angle make two of them.
  double[] normals(String stage, String purpose, long event, int copy, int count) {
    int slot = slot(stage, purpose);
    double[] x = new double[count];
    for (int k = 0; k < count; k += 2) {
      double radius = Math.sqrt(-2 * StrictMath.log(unit(word(event, copy, slot, k))));
      double angle = Math.PI * STEP * word(event, copy, slot, k + 1);
      x[k] = radius * StrictMath.sin(angle);
      if (k + 1 < count) x[k + 1] = radius * StrictMath.cos(angle);
    }
    return x;
  }

  private static double unit(int word) {
    return ((word >>> 1) + 0.5) * STEP;
  }
}
