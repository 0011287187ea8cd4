package org.lacuna.core.random;

/// Hashes of names, by which random numbers are addressed.
///
/// FNV-1a over the UTF-16 code units, 64 bits, then the finaliser of SplitMix64 so that all bits
/// depend on all. They are spelt out here because they are part of the format: another hash would
/// give other events.
final class Address {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Address() {}

  static long hash(String name) {
    return scramble(fold(OFFSET, name));
  }

  /// Number of a purpose within a stage. The lowest four bits are free for parts.
  static int slot(String stage, String purpose) {
    long folded = fold(fold(fold(OFFSET, stage), "/"), purpose);
    return (int) (scramble(folded) >>> 32) & ~15;
  }

  private static long fold(long state, String text) {
    long folded = state;
    for (int i = 0; i < text.length(); i++) folded = (folded ^ text.charAt(i)) * PRIME;
    return folded;
  }

  private static long scramble(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
