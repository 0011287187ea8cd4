package org.lacuna.application.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Guesses what was meant by a word that is not known.
public final class Spelling {
  /// The known word with the fewest letters inserted, left out, changed or swapped with their
  /// neighbour, if at most a third of them (but one in any case) would have to be.
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate ->
            distance(word, candidate)
                <= Math.max(1, Math.max(word.length(), candidate.length()) / 3));
  }

  /// A half sentence to add to a message: the nearest spelling, or all of them.
  public static String hint(String word, Collection<String> known) {
    return nearest(word, known)
        .map(candidate -> "did you mean \"" + candidate + "\"?")
        .orElse(
            known.isEmpty()
                ? "there is none to choose from"
                : "known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /// Optimal string alignment distance.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    IntStream.rangeClosed(0, a.length()).forEach(i -> d[i][0] = i);
    IntStream.rangeClosed(0, b.length()).forEach(j -> d[0][j] = j);
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }

  private Spelling() {}
}
