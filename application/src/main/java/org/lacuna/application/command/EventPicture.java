package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lacuna.application.command.EventTracks.Spot;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.response.MuonLine.Layer;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Dash;
import org.lacuna.report.figure.Datum;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Label;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Note;
import org.lacuna.report.figure.Panel;
import org.lacuna.report.figure.Series;

/// An event as a picture: from above and from the side, each once as wide as the detectors and once
/// as narrow as the beam.
///
/// A plane is drawn where a point is inside it, found by trying along a line through the beam, so
/// any shape is drawn. Tracks are straight between decay, first chamber and magnet: the bend in the
/// stray field is below the width of a line.
final class EventPicture {
  private static final double FROM_M = 95;
  private static final double TO_M = 265;
  private static final double WIDE_M = 1.5;
  private static final double NAMES_M = 3.8;
  private static final double KAON_NAMES_M = 1;
  private static final double LINE_M = 0.3;
  private static final double NARROW_M = 0.15;
  private static final double PT_PER_M = 40;
  private static final double NARROW_PT = 90;
  private static final double CM = 0.01;

  /// From point to point of a line: one that leaves the frame is drawn to its edge.
  private static final double STEP_M = 0.5;

  private static final double TRIED_M = 1e-3;

  /// Between two names, in m along the beam: the height of a letter.
  private static final double NAME_M = 5;

  /// In radiation lengths.
  private static final double MASSIVE = 10;

  private static final Datum GAP = Datum.point(Double.NaN, Double.NaN);

  private final Apparatus apparatus;
  private final EventTracks tracks;
  private final String charged;

  /// From where the event is seen.
  private enum View {
    ABOVE("x"),
    SIDE("y");

    final String axis;

    View(String axis) {
      this.axis = axis;
    }

    double across(Spot spot) {
      return this == ABOVE ? spot.x() : spot.y();
    }

    /// A place beside the beam.
    Spot beside(Spot beam, double across) {
      return this == ABOVE
          ? new Spot(beam.z(), across, beam.y())
          : new Spot(beam.z(), beam.x(), across);
    }
  }

  private EventPicture(Apparatus apparatus, EventTracks tracks, String charged) {
    this.apparatus = apparatus;
    this.tracks = tracks;
    this.charged = charged;
  }

  /// Draws an event.
  ///
  /// @param charged what its charged daughter is called
  /// @param sample what it is one of
  /// @param event which one
  /// @param verdict what became of it, line by line
  static Figure of(
      Apparatus apparatus,
      EventTracks tracks,
      String charged,
      String sample,
      String event,
      List<String> verdict) {
    EventPicture picture = new EventPicture(apparatus, tracks, charged);
    return new Figure(
        "event",
        new Label(escaped(event + ": " + String.join("; ", verdict))),
        new Label(escaped("Lacuna " + sample)),
        new Label(escaped(event)),
        Axis.linear("<i>z</i> [m]", FROM_M, TO_M),
        List.of(
            picture.wide(View.ABOVE, WIDE_M + NAMES_M, picture.names()),
            picture.wide(View.SIDE, verdictM(verdict), verdict(verdict)),
            picture.narrow(View.ABOVE),
            picture.narrow(View.SIDE)));
  }

  /// Upper end of the second panel.
  private static double verdictM(List<String> lines) {
    return WIDE_M + KAON_NAMES_M + LINE_M * lines.size();
  }

  private static List<Note> verdict(List<String> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i ->
            new Note(
                FROM_M + 3,
                verdictM(lines) - LINE_M * (i + 1),
                new Label(escaped(lines.get(i))),
                Ink.BLACK))
        .toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  // Panels

  /// The names of instruments and daughters stand in the first panel, those of kaons in the second.
  private Panel wide(View view, double topM, List<Note> notes) {
    Axis axis = Axis.linear("<i>" + view.axis + "</i> [m]", -WIDE_M, topM);
    boolean first = view == View.ABOVE;
    List<Series> series = series(view, 1, first, !first);
    if (first) series.addFirst(leaders());
    return new Panel(axis, PT_PER_M * (topM + WIDE_M), series, List.of(), notes);
  }

  private Panel narrow(View view) {
    double width = NARROW_M / CM;
    Axis axis = Axis.linear("<i>" + view.axis + "</i> [cm]", -width, width);
    return Panel.of(axis, NARROW_PT, series(view, CM, false, false));
  }

  private List<Series> series(View view, double unitM, boolean named, boolean kaonsNamed) {
    return Stream.of(
            instruments(view, unitM, named),
            photonsAndTracks(view, unitM, named),
            kaons(view, unitM, kaonsNamed))
        .flatMap(List::stream)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  // What stands there

  private List<Series> instruments(View view, double unitM, boolean named) {
    double magnet = apparatus.spectrometer().magnetZM();
    List<Series> series = new ArrayList<>();
    series.add(block("magnet", magnet - 0.65, magnet + 0.65, unitM, named));
    for (Layer layer : massive()) series.add(block("", layer.fromM(), layer.toM(), unitM, named));
    series.add(
        series(
            "aperture", named, Look.of(Ink.GREY), walls(tracks.apertures(), view, unitM, false)));
    series.add(
        series(
            "photon veto",
            named,
            Look.of(Ink.GREEN).width(2),
            walls(tracks.counters(), view, unitM, true)));
    series.add(
        series(
            "detector plane",
            named,
            Look.of(Ink.BLACK).width(1.4),
            walls(tracks.planes(), view, unitM, true)));
    return series;
  }

  private static Series block(String label, double fromM, double toM, double unitM, boolean named) {
    List<Datum> data =
        Stream.of(fromM, toM).map(z -> Datum.between(z, -WIDE_M / unitM, WIDE_M / unitM)).toList();
    return new Series(label(label, named), Series.Kind.BAND, Look.of(Ink.PALE_GREY), data);
  }

  /// The layers that are made to stop something.
  private List<Layer> massive() {
    return apparatus.muonLine().layers().stream()
        .filter(layer -> layer.radiationLengths() >= MASSIVE)
        .toList();
  }

  /// Planes as upright lines.
  ///
  /// @param inside whether they are drawn where a point is inside, or elsewhere
  private List<Datum> walls(List<Plane> planes, View view, double unitM, boolean inside) {
    List<Datum> lines = new ArrayList<>();
    for (Plane plane : planes) {
      for (Plane part : plane.parts()) {
        Spot beam = beam(part.z());
        Predicate<Double> drawn =
            across -> {
              Spot spot = view.beside(beam, across);
              return part.inside((float) spot.x(), (float) spot.y()) > 0 == inside;
            };
        boolean before = false;
        for (double across = -WIDE_M; across <= WIDE_M; across += TRIED_M) {
          boolean now = drawn.test(across);
          if (now != before) lines.add(Datum.point(part.z(), across / unitM));
          if (before && !now) lines.add(GAP);
          before = now;
        }
        if (before) {
          lines.add(Datum.point(part.z(), WIDE_M / unitM));
          lines.add(GAP);
        }
      }
    }
    return lines;
  }

  /// The middle of the beam: straight from the last station to the magnet, and turned there.
  private Spot beam(double z) {
    double perM = apparatus.beam().slopeX();
    double magnet = apparatus.spectrometer().magnetZM();
    double turn = apparatus.spectrometer().kickGeV() / apparatus.beam().momentumGeV().at(0.5f);
    return new Spot(
        z, perM * (z - apparatus.beam().stationZM()) + turn * Math.max(0, z - magnet), 0);
  }

  // Names of what stands there

  /// A name, where it is written and what it belongs to.
  private record Name(String text, double atZ, double planeZ) {}

  /// Names from the first plane to the last, moved apart as far as needed.
  private List<Name> placed() {
    Map<String, Double> first =
        Stream.concat(tracks.planes().stream(), tracks.counters().stream())
            .collect(Collectors.toMap(Plane::name, plane -> (double) plane.z(), Math::min));
    first.put("magnet", apparatus.spectrometer().magnetZM());
    for (Layer layer : massive()) first.merge(layer.name(), layer.fromM(), Math::min);
    List<Map.Entry<String, Double>> order =
        first.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    double[] at = order.stream().mapToDouble(Map.Entry::getValue).toArray();
    spread(at);
    return IntStream.range(0, at.length)
        .mapToObj(i -> new Name(order.get(i).getKey(), at[i], order.get(i).getValue()))
        .toList();
  }

  /// Pushes neighbours apart by halves until none is too near.
  private static void spread(double[] at) {
    for (int round = 0; round < 200; round++) {
      for (int i = 1; i < at.length; i++) {
        double lack = NAME_M - (at[i] - at[i - 1]);
        if (lack > 0) {
          at[i - 1] -= lack / 2;
          at[i] += lack / 2;
        }
      }
      int last = at.length - 1;
      if (last >= 0) at[last] = Math.min(at[last], TO_M - NAME_M);
    }
  }

  private List<Note> names() {
    return placed().stream()
        .map(name ->
            new Note(name.atZ, WIDE_M + 0.35, new Label(escaped(name.text)), Ink.BLACK, true))
        .toList();
  }

  /// From each name to its plane.
  private Series leaders() {
    List<Datum> lines = new ArrayList<>();
    for (Name name : placed()) {
      lines.add(Datum.point(name.atZ, WIDE_M + 0.3));
      lines.add(Datum.point(name.planeZ, WIDE_M));
      lines.add(GAP);
    }
    return new Series(new Label(""), Series.Kind.LINE, Look.of(Ink.GREY).width(0.5), lines);
  }

  // The event

  private List<Series> photonsAndTracks(View view, double unitM, boolean named) {
    List<Series> series = new ArrayList<>();
    List<Ray> photons = tracks.photonRays();
    String energies = photons.stream().map(EventPicture::gev).collect(Collectors.joining(", "));
    add(
        series,
        "photon, " + energies,
        named,
        Look.of(Ink.ORANGE, Dash.DASHED),
        photons.stream().map(tracks::photon).flatMap(spots -> line(view, unitM, spots)).toList());
    add(
        series,
        "other charged",
        named,
        Look.of(Ink.SKY, Dash.LONG),
        tracks.companions().stream().flatMap(spots -> line(view, unitM, spots)).toList());
    tracks
        .ray("truth.chargedRay")
        .ifPresent(ray ->
            add(
                series,
                charged + ", " + gev(ray),
                named,
                Look.of(Ink.BLUE).width(2),
                line(view, unitM, tracks.charged(ray)).toList()));
    tracks
        .ray("seen.track")
        .ifPresent(ray ->
            add(
                series,
                "measured track, " + gev(ray),
                named,
                Look.of(Ink.VERMILION, Dash.DASHED),
                line(view, unitM, tracks.measured(ray)).toList()));
    add(
        series,
        "further measured track",
        named,
        Look.of(Ink.VERMILION, Dash.DOTTED),
        tracks.furtherMeasured().stream().flatMap(spots -> line(view, unitM, spots)).toList());
    return series;
  }

  private List<Series> kaons(View view, double unitM, boolean named) {
    List<Series> series = new ArrayList<>();
    tracks
        .ray("truth.kaon")
        .ifPresent(ray ->
            add(
                series,
                "kaon, " + gev(ray),
                named,
                Look.of(Ink.PURPLE).width(2),
                line(view, unitM, List.of(EventTracks.start(ray), tracks.decay())).toList()));
    add(
        series,
        "GTK candidate",
        named,
        Look.of(Ink.GREY).width(0.8),
        tracks.candidates().stream()
            .map(tracks::toVertex)
            .flatMap(spots -> line(view, unitM, spots))
            .toList());
    tracks
        .measuredKaon()
        .ifPresent(ray ->
            add(
                series,
                "measured kaon, " + gev(ray),
                named,
                Look.of(Ink.VERMILION, Dash.DASHED),
                line(view, unitM, tracks.toVertex(ray)).toList()));
    tracks
        .vertex()
        .ifPresent(spot ->
            series.add(
                new Series(
                    label("vertex", named),
                    Series.Kind.POINTS,
                    Look.of(Ink.VERMILION),
                    List.of(Datum.point(spot.z(), view.across(spot) / unitM)))));
    return series;
  }

  // Lines

  private static String gev(Ray ray) {
    return String.format(Locale.ROOT, "%.3g GeV", ray.momentum[0]);
  }

  /// A line through some places, in short steps.
  private static Stream<Datum> line(View view, double unitM, List<Spot> spots) {
    List<Datum> line = new ArrayList<>();
    for (int k = 1; k < spots.size(); k++) {
      Spot from = spots.get(k - 1);
      Spot to = spots.get(k);
      int steps = 1 + (int) (Math.abs(to.z() - from.z()) / STEP_M);
      for (int i = 0; i <= steps; i++) {
        Spot spot = from.towards(to, (double) i / steps);
        line.add(Datum.point(spot.z(), view.across(spot) / unitM));
      }
    }
    line.add(GAP);
    return line.stream();
  }

  /// A line is left out where there is nothing to draw.
  private static void add(
      List<Series> series, String label, boolean named, Look look, List<Datum> data) {
    if (!data.isEmpty()) series.add(series(label, named, look, data));
  }

  private static Series series(String label, boolean named, Look look, List<Datum> data) {
    return new Series(label(label, named), Series.Kind.LINE, look, data);
  }

  private static Label label(String text, boolean named) {
    return new Label(named ? text : "");
  }
}
