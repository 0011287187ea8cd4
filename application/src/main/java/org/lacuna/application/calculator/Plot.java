package org.lacuna.application.calculator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Pictures;
import org.lacuna.application.input.InputException;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Label;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Option;

/// The answer of the calculator as a figure: what was asked as a function of the mass or of the
/// squared missing mass, an arrow where it was asked.
final class Plot {
  /// Axis title of a squared missing mass in GeV².
  static final String MISSING_MASS =
      "<i>m</i><sup>2</sup><sub>miss</sub> [GeV<sup>2</sup>/<i>c</i><sup>4</sup>]";

  /// Axis title of the mass of N in MeV.
  static final String MASS = "<i>m<sub>N</sub></i> [MeV/<i>c</i><sup>2</sup>]";

  private static final double FRAME_PT = 265;
  private static final int POINTS = 400;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also draw it, into FILE.svg, .pdf, .png or .csv.")
  private @Nullable Path file;

  /// Draws, if it was asked for.
  void draw(Supplier<Figure> figure) {
    if (file == null) return;
    Function<Figure, byte[]> format = Pictures.format("--plot", file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException("--plot is " + file + ": there is no folder " + folder);
    }
    try {
      Files.write(file, format.apply(figure.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A figure of one frame.
  ///
  /// @param askedAt values of x to be marked
  static Figure figure(
      String name, String caption, Axis x, Axis y, List<Series> series, Double... askedAt) {
    Panel panel = Panel.of(y, FRAME_PT, series).boundaries(askedAt);
    return new Figure(
        name, new Label(caption), new Label("Lacuna"), new Label(""), x, List.of(panel));
  }

  /// A line through 400 points, ends included.
  ///
  /// @param perUnit what a unit of the axis is for the function, such as 10⁻³ for an axis in MeV
  static Series line(String label, Look look, Axis x, double perUnit, DoubleUnaryOperator f) {
    List<Datum> points =
        IntStream.rangeClosed(0, POINTS)
            .mapToDouble(i -> x.low() + (x.high() - x.low()) * i / POINTS)
            .mapToObj(at -> Datum.point(at, f.applyAsDouble(at * perUnit)))
            .filter(point -> Double.isFinite(point.y()))
            .toList();
    return Series.of(label, Series.Kind.LINE, look, points);
  }
}
