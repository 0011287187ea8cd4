package org.lacuna.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.Limit;
import org.lacuna.report.figure.Dash;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import org.lacuna.report.figure.Series.Kind;

/// Quantities as functions of what distinguishes hypotheses.
///
/// @param hypotheses by rising x
/// @param x of one of them, as its mass
record Curves<T>(List<T> hypotheses, ToDoubleFunction<T> x) {

  Series line(String label, Look look, ToDoubleFunction<T> value) {
    return series(
        label, Kind.LINE, look, h -> Datum.point(x.applyAsDouble(h), value.applyAsDouble(h)));
  }

  Series points(String label, Look look, ToDoubleFunction<T> value) {
    return series(
        label, Kind.POINTS, look, h -> Datum.point(x.applyAsDouble(h), value.applyAsDouble(h)));
  }

  /// The observed limit, as every figure draws it.
  Series observed(String label, Function<T, Limit> limit) {
    return line(label, Look.of(Ink.BLACK), h -> limit.apply(h).observed());
  }

  /// The median of what is expected, as every figure draws it.
  Series median(Function<T, Band> band) {
    return line("expected median", Look.of(Ink.BLACK, Dash.DASHED), h -> band.apply(h).median());
  }

  /// The two areas around the median, the outer one first.
  List<Series> bands(Function<T, Band> band) {
    return List.of(
        series(
            "expected ±2σ",
            Kind.BAND,
            Look.of(Ink.OUTER_BAND),
            h -> Datum.between(x.applyAsDouble(h), band.apply(h).m2(), band.apply(h).p2())),
        series(
            "expected ±1σ",
            Kind.BAND,
            Look.of(Ink.INNER_BAND),
            h -> Datum.between(x.applyAsDouble(h), band.apply(h).m1(), band.apply(h).p1())));
  }

  private Series series(String label, Kind kind, Look look, Function<T, Datum> datum) {
    return Series.of(label, kind, look, hypotheses.stream().map(datum).toList());
  }
}
