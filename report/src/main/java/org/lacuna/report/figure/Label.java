package org.lacuna.report.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of text with italics, sub- and superscripts.
///
/// The mark-up is the part of HTML with the same meaning, so that one text serves the figure, the
/// page and the table: `<i>m</i><sup>2</sup><sub>miss</sub>`, `&lt;`, `&amp;`. A subscript right
/// after a superscript, or the other way round, stands below it. A combining overline (U+0305) puts
/// a bar on the letter before.
///
/// @param markup text of one line
public record Label(String markup) {
  private static final Pattern TOKEN = Pattern.compile("<(/?)(i|sup|sub)>|&(lt|amp);|[^<&]");
  private static final char OVERLINE = '\u0305';
  private static final double SCRIPT_SIZE = 0.68;
  private static final double RISE = 0.40;
  private static final double DROP = 0.22;
  private static final double CAPITAL = 0.72;
  private static final double DESCENT = 0.21;

  /// @throws IllegalArgumentException if the mark-up has another tag or entity
  public Label {
    String rest = TOKEN.matcher(markup).replaceAll("");
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "label \"%s\": only <i>, <sup>, <sub>, &lt; and &amp; are known".formatted(markup));
    }
  }

  /// The text without its mark-up, for files that have none.
  public String plain() {
    return markup
        .replaceAll("</?(i|sup|sub)>", "")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replace(String.valueOf(OVERLINE), "");
  }

  /// The outline of a text, its base line starting at (0, 0).
  ///
  /// @param outline to be filled
  /// @param width in pt
  /// @param size of its letters, in pt
  record Shape(Path2D outline, double width, double size) {

    /// The box that letters of this size fill.
    Rectangle2D box() {
      return new Rectangle2D.Double(0, -CAPITAL * size, width, (CAPITAL + DESCENT) * size);
    }
  }

  /// Sets the text.
  ///
  /// @param size of the letters, in pt
  Shape at(double size) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    boolean italic = false;
    double scale = size;
    double y = 0;
    double x = 0;
    double scriptStart = 0;
    double scriptEnd = Double.NaN;
    double letterStart = 0;
    Matcher in = TOKEN.matcher(markup);
    while (in.find()) {
      String token = in.group();
      switch (token) {
        case "<i>", "</i>" -> italic = token.equals("<i>");
        case "<sup>", "<sub>" -> {
          boolean stacked = x == scriptEnd;
          if (!stacked) scriptStart = x;
          x = scriptStart;
          scriptEnd = stacked ? scriptEnd : Double.NaN;
          scale = SCRIPT_SIZE * size;
          y = (token.equals("<sup>") ? -RISE : DROP) * size;
        }
        case "</sup>", "</sub>" -> {
          x = Double.isNaN(scriptEnd) ? x : Math.max(x, scriptEnd);
          scriptEnd = x;
          scale = size;
          y = 0;
        }
        default -> {
          int letter = letter(token);
          if (letter == OVERLINE) {
            double bar = y - 0.62 * scale;
            all.append(
                new Rectangle2D.Double(
                    letterStart + 0.08 * scale, bar, x - letterStart - 0.14 * scale, 0.06 * scale),
                false);
          } else {
            Letters.Letter outline = Letters.of(letter, italic);
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(scale, scale);
            all.append(outline.outline().getPathIterator(place), false);
            letterStart = x;
            x += outline.advance() * scale;
          }
        }
      }
    }
    return new Shape(all, x, size);
  }

  private static int letter(String token) {
    return switch (token) {
      case "&lt;" -> '<';
      case "&amp;" -> '&';
      default -> token.codePointAt(0);
    };
  }

  /// Labels of several texts.
  static List<Label> all(List<String> markup) {
    return markup.stream().map(Label::new).toList();
  }
}
