package org.lacuna.application.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.application.json.Json;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.particle.Particle;

/// One event in words: what was produced, where it went, and what was measured of it.
///
/// @param charged the daughter that may be taken for the muon
/// @param companions further charged daughters, positive and negative in turn
record EventTale(EventTracks tracks, Particle charged, List<Particle> companions) {
  private static final double MM = 1e-3;

  static EventTale of(EventTracks tracks, DecayModel model) {
    return new EventTale(tracks, model.charged(), model.companions());
  }

  /// A line for each particle.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    tracks.ray("truth.kaon").ifPresent(kaon -> lines.add(kaon(kaon)));
    tracks
        .ray(EventTracks.CHARGED)
        .ifPresent(ray -> lines.add(named(Json.word(charged) + " +", ray) + ", " + path(ray, 1)));
    List<Ray> others = tracks.companionRays();
    for (int k = 0; k < others.size(); k++) {
      int charge = EventTracks.charge(k);
      String name = Json.word(companions.get(k)) + (charge > 0 ? " +" : " -");
      lines.add(named(name, others.get(k)) + ", " + path(others.get(k), charge));
    }
    for (Ray photon : tracks.photonRays()) {
      lines.add(named("photon", photon) + ", " + struck(photon));
    }
    tracks.ray("seen.track").ifPresent(track -> lines.add(named("measured track", track)));
    List<Ray> further = tracks.several("seen.tracks[%d].track");
    for (int j = 0; j < further.size(); j++) lines.add(further(j, further.get(j)));
    tracks.measuredKaon().ifPresent(kaon -> lines.add(measured(kaon)));
    return lines;
  }

  private String further(int j, Ray track) {
    float charge = tracks.number("seen.tracks[" + j + "].charge");
    return charge == 0
        ? "further measured segment"
        : named("further measured track " + (charge > 0 ? "+" : "-"), track);
  }

  private String kaon(Ray kaon) {
    return named("kaon +", kaon) + ", decays at " + place(tracks.decay());
  }

  private String measured(Ray kaon) {
    String vertex = tracks.vertex().map(spot -> ", vertex at " + place(spot)).orElse("");
    return named("measured kaon", kaon)
        + vertex
        + String.format(
            Locale.ROOT,
            ", m2miss = %.5f GeV2, theta* = %.1f deg",
            tracks.number("seen.missingMassSquared"),
            StrictMath.toDegrees(tracks.number("seen.thetaStar")));
  }

  private static String named(String name, Ray ray) {
    return String.format(Locale.ROOT, "%s, %.4g GeV", name, ray.momentum[0]);
  }

  private static String place(EventTracks.Spot spot) {
    return String.format(
        Locale.ROOT,
        "z = %.2f m, x = %.1f mm, y = %.1f mm",
        spot.z(),
        spot.x() / MM,
        spot.y() / MM);
  }

  private String path(Ray ray, int charge) {
    return tracks
        .stopped(ray, charge)
        .map(aperture -> "stopped at " + at(aperture))
        .orElse("passes all apertures");
  }

  private String struck(Ray photon) {
    Optional<Plane> first = tracks.struck(photon);
    return first.map(counter -> "strikes " + at(counter)).orElse("strikes no counter");
  }

  private static String at(Plane plane) {
    return String.format(Locale.ROOT, "%s at %.1f m", plane.name(), plane.z());
  }
}
