package org.lacuna.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Note;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;
import org.lacuna.report.figure.Series.Kind;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A figure as plotly takes it: the same description that the painter draws.
///
/// Labels need no translation, plotly reads the mark-up of [org.lacuna.report.figure.Label]. Gaps
/// are the string `"NaN"`, which an axis of a declared type leaves out.
final class Interactive {
  /// In the order of the keys: that of `Map.of` differs from start to start.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final double PIXELS_PER_PT = 1.5;
  private static final double MARGIN_PT = 75;
  private static final double GAP = 0.03;

  private final Figure figure;
  private final double framesPt;
  private final List<Map<String, Object>> data = new ArrayList<>();
  private final Map<String, Object> layout = new HashMap<>();
  private final List<Map<String, Object>> shapes = new ArrayList<>();
  private final List<Map<String, Object>> annotations = new ArrayList<>();

  private Interactive(Figure figure) {
    this.figure = figure;
    this.framesPt = figure.panels().stream().mapToDouble(Panel::heightPt).sum();
  }

  /// An object with `name`, `data` and `layout`, safe inside a script element.
  static String json(Figure figure) {
    return new Interactive(figure).json();
  }

  private String json() {
    int panels = figure.panels().size();
    layout.put("height", PIXELS_PER_PT * (framesPt + MARGIN_PT));
    layout.put("margin", Map.of("l", 80, "r", 20, "t", 30, "b", 55));
    layout.put("hovermode", "closest");
    layout.put("font", Map.of("family", "Arimo, Liberation Sans, Arial, sans-serif", "size", 14));
    layout.put("legend", Map.of("x", 1.01, "y", 1, "traceorder", "reversed"));
    Map<String, Object> x = axis(figure.x());
    x.put("anchor", axisName("y", panels));
    layout.put("xaxis", x);
    double top = 1;
    for (int i = 1; i <= panels; i++) {
      Panel panel = figure.panels().get(i - 1);
      double height = panel.heightPt() / framesPt - (i > 1 ? GAP : 0);
      double bottom = i == panels ? 0 : top - height;
      Map<String, Object> y = axis(panel.y());
      y.put("domain", List.of(bottom, top));
      layout.put("yaxis" + (i == 1 ? "" : i), y);
      add(panel, axisName("y", i));
      top = bottom - GAP;
    }
    annotations.add(above());
    layout.put("shapes", shapes);
    layout.put("annotations", annotations);
    Map<String, Object> whole = new HashMap<>();
    whole.put("name", figure.name());
    whole.put("data", data);
    whole.put("layout", layout);
    return JSON.writeValueAsString(whole).replace("</", "<\\/");
  }

  private static String axisName(String letter, int number) {
    return number == 1 ? letter : letter + number;
  }

  private static Map<String, Object> axis(Axis axis) {
    boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
    Map<String, Object> map = new HashMap<>();
    map.put("type", logarithmic ? "log" : "linear");
    map.put(
        "range",
        logarithmic
            ? List.of(StrictMath.log10(axis.low()), StrictMath.log10(axis.high()))
            : List.of(axis.low(), axis.high()));
    map.put("title", Map.of("text", axis.label().markup()));
    map.put("ticks", "inside");
    map.put("mirror", "allticks");
    map.put("showline", true);
    map.put("showgrid", false);
    map.put("zeroline", false);
    map.put("exponentformat", "power");
    map.put("minor", Map.of("ticks", "inside"));
    if (logarithmic) map.put("dtick", 1);
    return map;
  }

  /// Both texts on the left: on the right are the buttons of plotly.
  private Map<String, Object> above() {
    return Map.of(
        "text",
        figure.stamp().markup() + "    " + figure.conditions().markup(),
        "xref",
        "paper",
        "yref",
        "paper",
        "x",
        0,
        "y",
        1,
        "xanchor",
        "left",
        "yanchor",
        "bottom",
        "showarrow",
        false);
  }

  private void add(Panel panel, String y) {
    double floor = panel.y().scale() == Axis.Scale.LOGARITHMIC ? panel.y().low() / 10 : -1e300;
    for (Series series : panel.series()) data.add(trace(series, y, floor));
    for (double x : panel.boundaries()) {
      shapes.add(
          Map.of(
              "type",
              "line",
              "x0",
              x,
              "x1",
              x,
              "yref",
              y + " domain",
              "y0",
              0,
              "y1",
              0.12,
              "line",
              Map.of("width", 2)));
    }
    for (Note note : panel.notes()) {
      double at =
          panel.y().scale() == Axis.Scale.LOGARITHMIC ? StrictMath.log10(note.y()) : note.y();
      annotations.add(
          Map.of(
              "text",
              note.text().markup(),
              "x",
              note.x(),
              "y",
              at,
              "yref",
              y,
              "xanchor",
              "left",
              "yanchor",
              "bottom",
              "showarrow",
              false,
              "font",
              Map.of("color", note.ink().hex(), "size", 12)));
    }
  }

  private static Map<String, Object> trace(Series series, String y, double floor) {
    Look look = series.look();
    Map<String, Object> trace = new HashMap<>();
    trace.put("type", "scatter");
    trace.put("name", series.label().markup());
    trace.put("showlegend", !series.label().markup().isEmpty());
    trace.put("yaxis", y);
    switch (series.kind()) {
      case LINE, EXCLUDED_ABOVE, EXCLUDED_BELOW -> {
        line(trace, look);
        trace.put("x", column(series, Datum::x));
        trace.put("y", column(series, Datum::y));
      }
      case STEPS -> {
        line(trace, look);
        trace.put("x", edges(series));
        trace.put("y", twice(series, Datum::y));
      }
      case POINTS -> {
        trace.put("mode", "markers");
        trace.put("marker", Map.of("color", look.ink().hex(), "size", 5));
        trace.put("x", column(series, Datum::x));
        trace.put("y", column(series, Datum::y));
        if (series.data().stream().anyMatch(datum -> !Double.isNaN(datum.yLow()))) {
          trace.put(
              "error_y",
              Map.of(
                  "type",
                  "data",
                  "symmetric",
                  false,
                  "width",
                  0,
                  "thickness",
                  1,
                  "array",
                  column(series, d -> d.yHigh() - d.y()),
                  "arrayminus",
                  column(series, d -> d.y() - Math.max(floor, d.yLow()))));
        }
      }
      case BAND, STEP_BAND -> {
        trace.put("mode", "none");
        trace.put("fill", "toself");
        trace.put("fillcolor", look.ink().hex());
        trace.put("hoverinfo", "skip");
        outline(trace, series, floor);
      }
    }
    return trace;
  }

  private static void line(Map<String, Object> trace, Look look) {
    String dash =
        switch (look.dash()) {
          case SOLID -> "solid";
          case DASHED -> "dash";
          case DOTTED -> "dot";
          case DASH_DOTTED -> "dashdot";
          case LONG -> "longdash";
        };
    trace.put("mode", "lines");
    trace.put(
        "line",
        Map.of("color", look.ink().hex(), "dash", dash, "width", PIXELS_PER_PT * look.widthPt()));
  }

  private static List<Double> column(Series series, ToDoubleFunction<Datum> value) {
    return series.data().stream().mapToDouble(value).boxed().toList();
  }

  private static List<Double> edges(Series series) {
    List<Double> x = new ArrayList<>();
    for (Datum datum : series.data()) {
      x.add(datum.xLow());
      x.add(datum.xHigh());
    }
    return x;
  }

  private static List<Double> twice(Series series, ToDoubleFunction<Datum> value) {
    List<Double> y = new ArrayList<>();
    for (Datum datum : series.data()) {
      y.add(value.applyAsDouble(datum));
      y.add(value.applyAsDouble(datum));
    }
    return y;
  }

  /// The way around each part of a band, parts separated by a gap.
  private static void outline(Map<String, Object> trace, Series series, double floor) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Datum> part = new ArrayList<>();
    for (Datum datum : series.data()) {
      if (Double.isNaN(datum.yLow() + datum.yHigh())) around(part, series, floor, x, y);
      else part.add(datum);
    }
    around(part, series, floor, x, y);
    trace.put("x", x);
    trace.put("y", y);
  }

  private static void around(
      List<Datum> part, Series series, double floor, List<Double> x, List<Double> y) {
    if (part.isEmpty()) return;
    if (!x.isEmpty()) {
      x.add(Double.NaN);
      y.add(Double.NaN);
    }
    Series these = new Series(series.label(), series.kind(), series.look(), part);
    boolean steps = series.kind() == Kind.STEP_BAND;
    List<Double> along = steps ? edges(these) : column(these, Datum::x);
    ToDoubleFunction<Datum> low = d -> Math.max(floor, d.yLow());
    List<Double> lower = steps ? twice(these, low) : column(these, low);
    List<Double> upper = steps ? twice(these, Datum::yHigh) : column(these, Datum::yHigh);
    x.addAll(along);
    y.addAll(lower);
    x.addAll(along.reversed());
    y.addAll(upper.reversed());
    x.add(along.getFirst());
    y.add(lower.getFirst());
    part.clear();
  }
}
