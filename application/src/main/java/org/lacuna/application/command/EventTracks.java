package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.simulation.Apparatus;

/// Where the particles of one event went, and what they met.
///
/// It knows no more than the columns that the story tells. Lines are straight between decay, first
/// chamber and magnet.
///
/// @param columns what the columns hold at last, by the names of the story
record EventTracks(Apparatus apparatus, Map<String, Float> columns) {
  /// The charged daughter that may be taken for the muon.
  static final String CHARGED = "truth.chargedRay";

  private static final double FAR_M = 300;
  private static final Comparator<Plane> ALONG_THE_BEAM = Comparator.comparingDouble(Plane::z);

  /// A place in the apparatus, in m.
  record Spot(double z, double x, double y) {
    Spot towards(Spot other, double share) {
      return new Spot(
          z + share * (other.z - z), x + share * (other.x - x), y + share * (other.y - y));
    }
  }

  EventTracks {
    columns = Map.copyOf(columns);
  }

  /// What stops a charged particle.
  List<Plane> apertures() {
    Spectrometer spectrometer = apparatus.spectrometer();
    return Stream.of(spectrometer.aperturesBefore(), spectrometer.aperturesAfter())
        .flatMap(List::stream)
        .toList();
  }

  /// What must see a charged particle.
  List<Plane> planes() {
    Spectrometer spectrometer = apparatus.spectrometer();
    return Stream.of(spectrometer.planesBefore(), spectrometer.planesAfter())
        .flatMap(List::stream)
        .toList();
  }

  /// What sees photons.
  List<Plane> counters() {
    return apparatus.photonVeto().counters().stream().map(PhotonVeto.Counter::plane).toList();
  }

  /// Names of apertures and planes, along the beam, that the charged daughter does not pass
  /// through.
  List<String> missed() {
    return ray(CHARGED)
        .filter(_ -> ray("truth.chargedAfter").isPresent())
        .map(charged ->
            Stream.of(apertures(), planes())
                .flatMap(List::stream)
                .filter(plane -> !passes(plane, charged, bent(charged, 1)))
                .sorted(ALONG_THE_BEAM)
                .map(Plane::name)
                .toList())
        .orElse(List.of());
  }

  Spot decay() {
    float z = number("truth.decayZ");
    return ray("truth.kaon").map(kaon -> at(kaon, z)).orElse(new Spot(z, 0, 0));
  }

  /// The kaon that was chosen, if there is one.
  Optional<Ray> measuredKaon() {
    return ray("seen.kaon").filter(_ -> Math.abs(number("seen.kaonTime")) < Measured.NONE);
  }

  /// The reconstructed vertex, if there is a kaon for it.
  Optional<Spot> vertex() {
    return measuredKaon()
        .map(_ -> number("seen.vertexZ"))
        .map(z -> new Spot(z, number("seen.vertexX"), number("seen.vertexY")));
  }

  /// The charged daughter from its decay.
  List<Spot> charged(Ray ray) {
    return fromDecay(ray, 1);
  }

  /// Rays start there, or at the first chamber when they have been carried to it.
  private List<Spot> fromDecay(Ray ray, int charge) {
    List<Spot> spots = new ArrayList<>(List.of(decay()));
    spots.addAll(bending(ray, charge));
    return spots;
  }

  /// Further charged daughters, positive and negative in turn.
  List<List<Spot>> companions() {
    List<Ray> rays = companionRays();
    return IntStream.range(0, rays.size())
        .mapToObj(k -> fromDecay(rays.get(k), charge(k)))
        .toList();
  }

  List<Ray> companionRays() {
    return several("truth.companionRay[%d]");
  }

  /// Charge of a companion by its number.
  static int charge(int companion) {
    return companion % 2 == 0 ? 1 : -1;
  }

  List<Ray> photonRays() {
    return several("truth.photonRay[%d]");
  }

  /// The aperture that stops a charged particle first, if one does.
  Optional<Plane> stopped(Ray before, int charge) {
    Ray after = bent(before, charge);
    return apertures().stream().filter(plane -> !passes(plane, before, after)).min(ALONG_THE_BEAM);
  }

  /// Up to the aperture that stops it, or the last plane.
  private List<Spot> bending(Ray before, int charge) {
    Ray after = bent(before, charge);
    double end = stopped(before, charge).map(plane -> (double) plane.z()).orElse(lastZ());
    List<Spot> spots = new ArrayList<>(List.of(start(before)));
    spots.add(at(before, Math.min(end, magnetZ())));
    if (end > magnetZ()) spots.add(at(after, end));
    return spots;
  }

  private Ray bent(Ray before, int charge) {
    Ray after = new Ray(1);
    apparatus.spectrometer().bend(before, after, charge, 1);
    return after;
  }

  private boolean passes(Plane plane, Ray before, Ray after) {
    return strikes(plane, plane.z() <= magnetZ() ? before : after);
  }

  /// The measured track from the vertex to the last plane.
  List<Spot> measured(Ray track) {
    List<Spot> spots = new ArrayList<>();
    vertex().ifPresent(spots::add);
    spots.add(start(track));
    spots.add(at(track, magnetZ()));
    ray("seen.after").ifPresent(after -> spots.add(at(after, lastZ())));
    return spots;
  }

  /// Further measured tracks from the first chamber to the last plane, and segments to the magnet.
  List<List<Spot>> furtherMeasured() {
    List<Ray> tracks = several("seen.tracks[%d].track");
    List<Ray> after = several("seen.tracks[%d].after");
    return IntStream.range(0, tracks.size())
        .mapToObj(j -> {
          Ray track = tracks.get(j);
          Spot atMagnet = at(track, magnetZ());
          return track.momentum[0] > 0
              ? List.of(start(track), atMagnet, at(after.get(j), lastZ()))
              : List.of(start(track), atMagnet);
        })
        .toList();
  }

  /// The counter, or the part of it, that a photon strikes first, if there is one.
  Optional<Plane> struck(Ray photon) {
    return counters().stream()
        .filter(plane -> strikes(plane, photon))
        .flatMap(plane -> plane.parts().stream())
        .filter(part -> part.z() > photon.z[0] && strikes(part, photon))
        .min(ALONG_THE_BEAM);
  }

  /// A photon up to the first counter that it strikes, or far behind.
  List<Spot> photon(Ray photon) {
    double end = struck(photon).map(plane -> (double) plane.z()).orElse(FAR_M);
    return List.of(start(photon), at(photon, end));
  }

  /// A track of the beam up to the vertex, or the decay where there is none.
  List<Spot> toVertex(Ray ray) {
    return List.of(start(ray), at(ray, vertex().orElse(decay()).z));
  }

  /// The tracks of the beam spectrometer.
  List<Ray> candidates() {
    return several("seen.gtk[%d].ray");
  }

  /// All rays whose names differ by a number from 0 on.
  List<Ray> several(String format) {
    return Stream.iterate(0, k -> k + 1)
        .map(k -> ray(String.format(Locale.ROOT, format, k)))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /// A ray, if the story tells of it.
  Optional<Ray> ray(String name) {
    if (!columns.containsKey(name + ".momentum")) return Optional.empty();
    Ray ray = new Ray(1);
    Columns.of(ray).forEach((column, values) -> values[0] = number(name + "." + column));
    return Optional.of(ray);
  }

  /// A column that was never changed is zero.
  float number(String column) {
    return columns.getOrDefault(column, 0f);
  }

  private double magnetZ() {
    return apparatus.spectrometer().magnetZM();
  }

  private double lastZ() {
    return planes().stream().mapToDouble(Plane::z).max().orElse(FAR_M);
  }

  private static boolean strikes(Plane plane, Ray ray) {
    float[] margin = Rows.floats(1);
    margin[0] = 1;
    plane.lower(margin, ray, 1);
    return margin[0] > 0;
  }

  static Spot start(Ray ray) {
    return at(ray, ray.z[0]);
  }

  private static Spot at(Ray ray, double z) {
    double path = z - ray.z[0];
    return new Spot(z, ray.x[0] + ray.slopeX[0] * path, ray.y[0] + ray.slopeY[0] * path);
  }
}
