import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// Writes the outlines of the letters that figures use to the resource that the painter reads:
///
///     java build/Outlines.java FOLDER-WITH-ARIMO > report/src/main/resources/org/lacuna/report/figure/letters.txt
///
/// Run by hand when a letter is missing; the fonts are those of Debian's fonts-croscore.
private static final int EM = 2048;

void main(String[] arguments) throws Exception {
  IO.println(
      "# Outlines of some letters of Arimo 1.33, Copyright 2010 Google Inc., SIL Open Font License"
          + " 1.1.");
  IO.println(
      "# Made by build/Outlines.java. Style, code point, advance, path; unit 1/2048 em, y"
          + " downwards.");
  for (String style : new String[] {"Regular", "Italic"}) {
    Font font =
        Font.createFont(
                Font.TRUETYPE_FONT, Path.of(arguments[0], "Arimo-" + style + ".ttf").toFile())
            .deriveFont((float) EM);
    IntStream.of(
            IntStream.concat(
                    IntStream.concat(
                        IntStream.concat(IntStream.range(0x20, 0x7f), IntStream.range(0xa1, 0x100)),
                        IntStream.concat(
                            IntStream.range(0x391, 0x3ca), IntStream.of(0x3d1, 0x3d5))),
                    "–—‘’“”†‡•…′″ℓ←↑→↓∂∆∏∑−√∞∫≈≠≤≥".codePoints())
                .toArray())
        .filter(font::canDisplay)
        .forEach(letter -> IO.println(line(font, style, letter)));
  }
}

private static String line(Font font, String style, int letter) {
  FontRenderContext context = new FontRenderContext(null, false, true);
  GlyphVector glyph = font.createGlyphVector(context, Character.toString(letter));
  StringBuilder path = new StringBuilder();
  double[] c = new double[6];
  for (PathIterator i = glyph.getOutline().getPathIterator(null); !i.isDone(); i.next()) {
    int kind = i.currentSegment(c);
    path.append("MLQCZ".charAt(kind));
    int numbers = new int[] {2, 2, 4, 6, 0}[kind];
    for (int k = 0; k < numbers; k++) path.append(k == 0 ? "" : " ").append(Math.round(c[k]));
  }
  long advance = Math.round(glyph.getGlyphMetrics(0).getAdvanceX());
  return "%s %04x %d %s".formatted(style.toLowerCase(), letter, advance, path).strip();
}
