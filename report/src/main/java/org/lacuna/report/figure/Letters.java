package org.lacuna.report.figure;

import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// The outlines of the letters, upright and italic.
///
/// They come from a resource: the fonts of a machine differ, and a JDK without fontconfig has none.
final class Letters {
  private static final double EM = 2048;
  private static final Map<String, Letter> LETTERS = read();

  /// @param outline in units of the font size, y downwards, starting at (0, 0) on the base line
  /// @param advance to the next letter
  record Letter(Path2D outline, double advance) {}

  /// @throws IllegalArgumentException if the resource lacks the letter
  static Letter of(int codePoint, boolean italic) {
    Letter letter = LETTERS.get(key(italic ? "italic" : "regular", codePoint));
    if (letter == null) {
      throw new IllegalArgumentException(
          "no outline of the letter %s (U+%04X): add it with build/Outlines.java"
              .formatted(Character.toString(codePoint), codePoint));
    }
    return letter;
  }

  private static Map<String, Letter> read() {
    try (InputStream in =
            Objects.requireNonNull(
                Letters.class.getResourceAsStream("letters.txt"), "letters.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .collect(
              Collectors.toUnmodifiableMap(
                  part -> key(part[0], Integer.parseInt(part[1], 16)),
                  part ->
                      new Letter(
                          outline(part.length > 3 ? part[3] : ""),
                          Integer.parseInt(part[2]) / EM)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String style, int codePoint) {
    return style + codePoint;
  }

  private static Path2D outline(String text) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    StringTokenizer in = new StringTokenizer(text, "MLQCZ ", true);
    while (in.hasMoreTokens()) {
      switch (in.nextToken()) {
        case "M" -> path.moveTo(number(in), number(in));
        case "L" -> path.lineTo(number(in), number(in));
        case "Q" -> path.quadTo(number(in), number(in), number(in), number(in));
        case "C" ->
            path.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
        case "Z" -> path.closePath();
        case String other -> throw new IllegalStateException("outline with a \"" + other + "\"");
      }
    }
    return path;
  }

  private static double number(StringTokenizer in) {
    String token = in.nextToken();
    return Integer.parseInt(token.equals(" ") ? in.nextToken() : token) / EM;
  }

  private Letters() {}
}
