package org.lacuna.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.pdf.PDFDocument;
import org.jfree.svg.SVGGraphics2D;

/// A figure as the bytes of a file. The same figure gives the same bytes.
public final class Drawing {

  /// The formats, by the ending of their files. A new one is a line.
  public static final Map<String, Function<Figure, byte[]>> FORMATS =
      Map.of("svg", Drawing::svg, "pdf", Drawing::pdf, "png", Drawing::png, "csv", Drawing::csv);

  private static final double PNG_SCALE = 3;

  /// A vector graphic for pages.
  public static byte[] svg(Figure figure) {
    SVGGraphics2D g = new SVGGraphics2D(Painter.WIDTH, Painter.height(figure));
    // The default is the time of day.
    g.setDefsKeyPrefix("");
    g.setGeomDoubleConverter(Drawing::hundredths);
    g.setTransformDoubleConverter(Drawing::hundredths);
    Painter.paint(figure, g);
    String described =
        "><title>%s</title><desc>%s</desc>"
            .formatted(escaped(figure.name()), escaped(figure.caption().plain()));
    return g.getSVGElement().replaceFirst(">", described).getBytes(StandardCharsets.UTF_8);
  }

  /// A page of its own size, for papers.
  public static byte[] pdf(Figure figure) {
    PDFDocument document = new PDFDocument();
    document.setTitle(figure.name());
    int height = (int) Math.ceil(Painter.height(figure));
    Painter.paint(
        figure, document.createPage(new Rectangle((int) Painter.WIDTH, height)).getGraphics2D());
    return undated(document.getPDFBytes());
  }

  /// Blanks instead of the dates that the document would have, in the same places.
  private static byte[] undated(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    Matcher date = Pattern.compile("/(CreationDate|ModDate) \\(D:[^)]*\\)").matcher(text);
    return date.replaceAll(found -> " ".repeat(found.group().length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// An image, at three pixels per pt.
  public static byte[] png(Figure figure) {
    BufferedImage image =
        new BufferedImage(
            (int) (PNG_SCALE * Painter.WIDTH),
            (int) (PNG_SCALE * Painter.height(figure)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(PNG_SCALE, PNG_SCALE);
    Painter.paint(figure, g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The numbers: one line per point or bin of each series; what a series does not have is empty.
  public static byte[] csv(Figure figure) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(figure.caption().plain()).append('\n');
    text.append("panel,series,x,x_low,x_high,y,y_low,y_high\n");
    for (Panel panel : figure.panels()) {
      for (Series series : panel.series()) {
        for (Datum d : series.data()) {
          text.append(quoted(panel.y().label())).append(',').append(quoted(series.label()));
          for (double v : new double[] {d.x(), d.xLow(), d.xHigh(), d.y(), d.yLow(), d.yHigh()}) {
            text.append(',').append(Double.isNaN(v) ? "" : Double.toString(v));
          }
          text.append('\n');
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(Label label) {
    return '"' + label.plain().replace("\"", "\"\"") + '"';
  }

  private static String hundredths(double value) {
    double rounded = Math.rint(100 * value) / 100;
    long whole = (long) rounded;
    return rounded == whole ? Long.toString(whole) : Double.toString(rounded);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Drawing() {}
}
