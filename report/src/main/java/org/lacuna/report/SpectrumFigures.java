package org.lacuna.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Label;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;
import org.lacuna.report.figure.Series.Kind;

/// The spectrum of m²_miss with its components and the ratio to their sum: Fig. 2 of the paper.
final class SpectrumFigures {
  private static final double MAIN_PT = 225;
  private static final double RATIO_PT = 78;
  private static final double SM_REGION_GEV2 = 0.01;
  private static final double SEARCH_REGION_GEV2 = 0.03;
  private static final double LEAST_EVENTS_SHOWN = 0.3;

  private final Spectrum spectrum;
  private final double[] edges;
  private final double[] sum;
  private final Stamp stamp;

  SpectrumFigures(Spectrum spectrum, Stamp stamp) {
    this.spectrum = spectrum;
    this.edges = spectrum.edgesGeV2();
    this.sum = spectrum.total();
    this.stamp = stamp;
  }

  Figure whole() {
    return figure(
        "missing-mass-spectrum",
        "Squared missing mass of the selected events, what is expected of each process, and the "
            + "sum of that with its uncertainty where one is estimated; below, the ratio to the "
            + "sum. Bars are ±√<i>n</i>. Arrows: the region of <i>K</i><sup>+</sup> → "
            + "μ<sup>+</sup>ν.",
        edges[0],
        0.5,
        -SM_REGION_GEV2,
        SM_REGION_GEV2);
  }

  Figure tail() {
    return figure(
        "missing-mass-tail",
        "Squared missing mass in the region of the searches. Symbols as in the whole spectrum.",
        SEARCH_REGION_GEV2,
        1.3);
  }

  /// @param room decades to leave free above the data
  private Figure figure(String name, String caption, double low, double room, Double... arrows) {
    int[] bins = IntStream.range(0, sum.length).filter(bin -> edges[bin] > low - 1e-9).toArray();
    Axis events =
        Axis.logarithmicFor(
            "Events / (%s GeV<sup>2</sup>/<i>c</i><sup>4</sup>)"
                .formatted(Numbers.digits(spectrum.widthGeV2(), 1)),
            room,
            DoubleStream.concat(
                DoubleStream.of(LEAST_EVENTS_SHOWN),
                IntStream.of(bins).mapToDouble(bin -> Math.max(sum[bin], observed(bin)))));
    return new Figure(
        name,
        new Label(caption),
        stamp.label(),
        stamp.conditions(),
        Axis.linear(Symbols.MISSING_MASS_SQUARED, low, edges[sum.length]),
        List.of(
            Panel.of(events, MAIN_PT, contents(bins)).boundaries(arrows),
            Panel.of(Axis.linear("Ratio", 0.4, 1.8), RATIO_PT, ratios(bins))));
  }

  private List<Series> contents(int[] bins) {
    List<Series> all = new ArrayList<>();
    all.add(series("uncertainty", Kind.STEP_BAND, Look.of(Ink.PALE_GREY), bins, this::uncertainty));
    for (int k = 0; k < spectrum.components().size(); k++) {
      Spectrum.Component component = spectrum.components().get(k);
      all.add(
          series(
              Symbols.process(component.process()),
              Kind.STEPS,
              Look.apart(k),
              bins,
              bin -> bin(bin, component.expected().get(bin))));
    }
    all.add(
        series("sum", Kind.STEPS, Look.of(Ink.BLACK).width(0.8), bins, bin -> bin(bin, sum[bin])));
    all.add(series(stamp.data(), Kind.POINTS, Look.of(Ink.BLACK).width(0.7), bins, this::counted));
    return all;
  }

  private List<Series> ratios(int[] bins) {
    return List.of(
        series("", Kind.STEP_BAND, Look.of(Ink.PALE_GREY), bins, b -> ratio(b, uncertainty(b))),
        series("", Kind.STEPS, Look.of(Ink.BLACK).width(0.6), bins, bin -> bin(bin, 1)),
        series("", Kind.POINTS, Look.of(Ink.BLACK).width(0.7), bins, b -> ratio(b, counted(b))));
  }

  private static Series series(
      String label, Kind kind, Look look, int[] bins, IntFunction<Datum> datum) {
    return Series.of(label, kind, look, IntStream.of(bins).mapToObj(datum).toList());
  }

  private Datum bin(int bin, double value) {
    return Datum.bin(edges[bin], edges[bin + 1], value);
  }

  private Datum counted(int bin) {
    double n = observed(bin);
    return bin(bin, n).range(n - Math.sqrt(n), n + Math.sqrt(n));
  }

  private Datum uncertainty(int bin) {
    double sigma = spectrum.sigma().get(bin);
    return bin(bin, sum[bin]).range(sum[bin] - sigma, sum[bin] + sigma);
  }

  private Datum ratio(int bin, Datum datum) {
    double to = sum[bin] > 0 ? sum[bin] : Double.NaN;
    return bin(bin, datum.y() / to).range(datum.yLow() / to, datum.yHigh() / to);
  }

  private double observed(int bin) {
    return spectrum.observed().get(bin);
  }
}
