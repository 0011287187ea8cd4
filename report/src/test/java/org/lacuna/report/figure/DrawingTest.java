package org.lacuna.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.report.figure.Series.Kind;

class DrawingTest {
  static final Set<Map.Entry<String, Function<Figure, byte[]>>> FORMATS =
      Drawing.FORMATS.entrySet();

  private static final Figure FIGURE = figure();

  @ParameterizedTest
  @FieldSource("FORMATS")
  void theSameFigureHasTheSameBytes(Map.Entry<String, Function<Figure, byte[]>> format) {
    Function<Figure, byte[]> draw = format.getValue();
    assertThat(draw.apply(FIGURE)).isNotEmpty().isEqualTo(draw.apply(figure()));
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void nothingTellsWhenItWasDrawn(Map.Entry<String, Function<Figure, byte[]>> format) {
    String bytes = new String(format.getValue().apply(FIGURE), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("D:20", "Date", "tIME");
  }

  @Test
  void theSvgIsWellFormedAndHasOutlinesForText() throws Exception {
    byte[] svg = Drawing.svg(FIGURE);
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getElementsByTagName("text").getLength()).isZero();
    assertThat(document.getElementsByTagName("image").getLength()).isZero();
    assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(30);
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("All that can be drawn, x < 1.");
  }

  @Test
  void thePdfOpens(@TempDir Path folder) throws Exception {
    Path pdf = folder.resolve("figure.pdf");
    Files.write(pdf, Drawing.pdf(FIGURE));
    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    Process pdftoppm;
    try {
      pdftoppm =
          new ProcessBuilder("pdftoppm", "-r", "72", "-png", pdf.toString(), folder + "/page")
              .redirectErrorStream(true)
              .start();
    } catch (IOException absent) {
      assumeThat(absent).as("pdftoppm is installed").isNull();
      return;
    }
    assertThat(new String(pdftoppm.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(pdftoppm.waitFor()).isZero();
    assertThat(dark(ImageIO.read(folder.resolve("page-1.png").toFile()))).isGreaterThan(1000);
  }

  @Test
  void thePngShowsTheColours() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Drawing.png(FIGURE)));
    assertThat(image.getWidth()).isEqualTo(1260);
    Set<Integer> colours = new TreeSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) colours.add(image.getRGB(x, y) & 0xffffff);
    }
    assertThat(colours)
        .contains(0xffffff, 0x000000)
        .contains(rgb(Ink.BLUE), rgb(Ink.INNER_BAND), rgb(Ink.OUTER_BAND), rgb(Ink.PALE_GREY));
  }

  @Test
  void theCsvHasEveryNumberAndNothingForAGap() {
    String[] lines = new String(Drawing.csv(FIGURE), StandardCharsets.UTF_8).split("\n", -1);
    long data =
        FIGURE.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .mapToLong(series -> series.data().size())
            .sum();
    assertThat(lines).hasSize((int) data + 3);
    assertThat(lines[0]).isEqualTo("# All that can be drawn, x < 1.");
    assertThat(lines[1]).isEqualTo("panel,series,x,x_low,x_high,y,y_low,y_high");
    assertThat(lines).contains("\"m2miss\",\"line\",0.5,,,,,", "\"m2miss\",\"line\",0.6,,,6.0,,");
  }

  /// One of every kind, with a gap, on both scales.
  private static Figure figure() {
    List<Series> series =
        List.of(
            Series.of("±2σ", Kind.BAND, Look.of(Ink.OUTER_BAND), data(5)),
            Series.of("±1σ", Kind.BAND, Look.of(Ink.INNER_BAND), data(2)),
            Series.of("bins", Kind.STEP_BAND, Look.of(Ink.PALE_GREY), data(1.2)),
            Series.of("line", Kind.LINE, Look.of(Ink.BLUE, Dash.DASHED), line()),
            Series.of("above", Kind.EXCLUDED_ABOVE, Look.of(Ink.SKY), line()),
            Series.of("below", Kind.EXCLUDED_BELOW, Look.of(Ink.PURPLE, Dash.DOTTED), line()),
            Series.of("steps", Kind.STEPS, Look.of(Ink.GREEN, Dash.LONG), data(1)),
            Series.of("", Kind.POINTS, Look.of(Ink.BLACK), data(1.5)));
    Axis y = Axis.logarithmic("<i>m</i><sup>2</sup><sub>miss</sub>", 0.1, 1e5);
    return new Figure(
        "everything",
        new Label("All that can be drawn, <i>x</i> &lt; 1."),
        new Label("Lacuna pseudo-data"),
        new Label("no decays"),
        Axis.linear("<i>x</i>", 0, 1),
        List.of(
            new Panel(
                y,
                200,
                series,
                List.of(0.1, 0.9),
                List.of(new Note(0.1, 3e4, new Label("E949"), Ink.BLUE))),
            Panel.of(Axis.linear("Ratio", 0, 2), 60, List.of())));
  }

  private static List<Datum> line() {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(i -> Datum.point(i / 10.0, i == 5 ? Double.NaN : i))
        .toList();
  }

  private static List<Datum> data(double factor) {
    return IntStream.range(0, 10)
        .mapToObj(i -> {
          double y = i == 5 ? Double.NaN : 3 + i;
          return Datum.bin(i / 10.0, (i + 1) / 10.0, y).range(y / factor, y * factor);
        })
        .toList();
  }

  private static long dark(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i ->
            new Color(image.getRGB(i % image.getWidth(), i / image.getWidth())).getGreen() < 100)
        .count();
  }

  private static int rgb(Ink ink) {
    return Integer.parseInt(ink.hex().substring(1), 16);
  }
}
