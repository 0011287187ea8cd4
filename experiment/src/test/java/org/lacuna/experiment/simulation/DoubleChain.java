package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Octagon;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Ring;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.Square;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.response.KaonResponse;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.response.MuonResponse;
import org.lacuna.experiment.response.TrackResolution;
import org.lacuna.physics.particle.Particle;

/// K⁺ → μ⁺ + an invisible particle in the [TestApparatus], one event at a time and in double
/// precision: what the columns compute, said as plainly as it can be said.
///
/// It takes the same random numbers by their addresses, and the same tabulated curves, which are
/// data. Everything else is written a second time: four-vectors instead of expansions, exact
/// integrals of the field instead of tables, branches instead of margins.
final class DoubleChain {
  private static final double KAON = Particle.KAON.massGeV();
  private static final double MUON = Particle.MUON.massGeV();

  /// What happened, as far as the event came.
  ///
  /// @param margins of all decisions up to the detectors: positive if the event went on
  /// @param measured what the detectors saw, if it came so far
  record Event(List<Double> margins, @Nullable Measurement measured) {
    boolean isMeasured() {
      return measured != null;
    }
  }

  /// @param closeCall smallest margin of the choices made: number of pile-up particles, kaon
  /// @param kaon the chosen one
  /// @param cuts margins of the cuts that can be applied, relative to their thresholds, up to the
  ///   one after which the rest is undefined
  record Measurement(
      double closeCall,
      Track track,
      @Nullable Candidate kaon,
      @Nullable Vertex vertex,
      List<Double> cuts) {}

  /// A straight line through a point, with a momentum.
  record Track(double x, double y, double z, double slopeX, double slopeY, double p) {
    double x(double at) {
      return x + slopeX * (at - z);
    }

    double y(double at) {
      return y + slopeY * (at - z);
    }

    FourVector momentum(double mass) {
      double along = p / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      return FourVector.ofMass(mass, slopeX * along, slopeY * along, along);
    }
  }

  record Candidate(Track track, double timeNs, double distanceM, double discriminant) {}

  record Vertex(
      double x,
      double y,
      double z,
      double distanceM,
      double missingMassSquaredGeV2,
      double theta) {}

  private final Apparatus apparatus;
  private final MatchKaon match;
  private final double invisibleMassGeV;
  private final Words words;
  private final ExactField fieldX;
  private final ExactField fieldY;

  DoubleChain(Apparatus apparatus, String process, double invisibleMassGeV, Role role, long seed) {
    this.apparatus = apparatus;
    this.invisibleMassGeV = invisibleMassGeV;
    match = TestApparatus.matchKaon();
    words = new Words(role, process, seed);
    double from = TestApparatus.STATION_M;
    fieldX = new ExactField(TestApparatus.fieldZ(), TestApparatus.fieldBy(), -1, from);
    fieldY = new ExactField(TestApparatus.fieldZ(), TestApparatus.fieldBx(), 1, from);
  }

  /// An event of nature.
  Event event(long event) {
    List<Double> margins = new ArrayList<>();
    double[] spot = words.uniforms("beam", "spot", event, 0, 4);
    Track kaon = beamParticle(spot, words.normals("beam", "divergence", event, 0, 2));
    double decayZ = decayPoint(kaon, spot[2]);
    Track muon = decay(kaon, decayZ, words.uniforms("to laboratory", "orientation", event, 0, 2));

    double kept = 0.95 * (0.9 + 1e-3 * muon.p);
    double goesOn = words.uniforms("draw", "goes on", event, 0, 1)[0];
    margins.add((kept - goesOn) / kept);
    margins.addAll(acceptance(apparatus.spectrometer(), muon, true));
    for (double margin : margins) if (!(margin > 0)) return new Event(margins, null);
    return new Event(margins, measure(event, kaon, fly(kaon, muon)));
  }

  // ----- the beam -----

  private Track beamParticle(double[] spot, double[] divergence) {
    Beam beam = apparatus.beam();
    double x = beam.centreXM() + beam.spotX().at((float) spot[0]);
    double y = beam.centreYM() + beam.spotY().at((float) spot[1]);
    double p = beam.momentumGeV().at((float) spot[3]);
    double slopeX =
        beam.slopeX()
            + beam.convergencePerM() * (x - beam.centreXM())
            + beam.spreadSlopeX() * divergence[0];
    double slopeY = beam.spreadSlopeY() * divergence[1];
    return new Track(x, y, beam.stationZM(), slopeX, slopeY, p);
  }

  /// Exponential, within the fiducial volume.
  private double decayPoint(Track kaon, double u) {
    Beam beam = apparatus.beam();
    double length = Particle.KAON.decayLengthM(kaon.p);
    double all = -StrictMath.expm1(-(beam.fiducialEndM() - beam.fiducialStartM()) / length);
    return beam.fiducialStartM() - length * StrictMath.log1p(-u * all);
  }

  // ----- the decay -----

  /// The muon, as if there were no field.
  private Track decay(Track kaon, double z, double[] orientation) {
    double p = TwoBody.momentumGeV(KAON, MUON, invisibleMassGeV);
    double cos = 2 * orientation[0] - 1;
    double azimuth = Math.PI * (2 * orientation[1] - 1);
    double across = p * Math.sqrt(1 - cos * cos);
    FourVector atRest =
        FourVector.ofMass(
            MUON, across * StrictMath.cos(azimuth), across * StrictMath.sin(azimuth), p * cos);
    FourVector alongZ = FourVector.ofMass(KAON, 0, 0, kaon.p);
    FourVector muon = turn(atRest.fromRestFrameOf(alongZ, KAON), kaon);
    return new Track(
        kaon.x(z),
        kaon.y(z),
        z,
        muon.xGeV() / muon.zGeV(),
        muon.yGeV() / muon.zGeV(),
        muon.momentumGeV());
  }

  /// The rotation that takes the z axis to the flight of the kaon on the shortest way.
  private static FourVector turn(FourVector v, Track kaon) {
    double c = 1 / Math.sqrt(1 + kaon.slopeX * kaon.slopeX + kaon.slopeY * kaon.slopeY);
    double a = kaon.slopeX * c;
    double b = kaon.slopeY * c;
    double back = (a * v.xGeV() + b * v.yGeV()) / (1 + c) - v.zGeV();
    return new FourVector(
        v.energyGeV(),
        v.xGeV() - a * back,
        v.yGeV() - b * back,
        c * v.zGeV() - a * v.xGeV() - b * v.yGeV());
  }

  // ----- flight through the stray field -----

  /// The muon at the first chamber. The field has turned and shifted the kaon, which turns and
  /// shifts its muon; then it acts on the muon.
  private Track fly(Track kaon, Track muon) {
    double chamber = TestApparatus.CHAMBER_M;
    double z = muon.z;
    double startX = muon.x + fieldX.shift(z) / kaon.p;
    double startY = muon.y + fieldY.shift(z) / kaon.p;
    double slopeX = muon.slopeX + fieldX.kick(z) / kaon.p;
    double slopeY = muon.slopeY + fieldY.kick(z) / kaon.p;
    return new Track(
        startX + slopeX * (chamber - z) + shift(fieldX, z) / muon.p,
        startY + slopeY * (chamber - z) + shift(fieldY, z) / muon.p,
        chamber,
        slopeX + kick(fieldX, z) / muon.p,
        slopeY + kick(fieldY, z) / muon.p,
        muon.p);
  }

  /// From z to the chamber.
  private static double kick(ExactField field, double z) {
    return field.kick(TestApparatus.CHAMBER_M) - field.kick(z);
  }

  /// From z to the chamber, of a particle that flies straight at z.
  private static double shift(ExactField field, double z) {
    double chamber = TestApparatus.CHAMBER_M;
    return field.shift(chamber) - field.shift(z) - field.kick(z) * (chamber - z);
  }

  // ----- planes -----

  /// Relative margins of the planes that must see a track, and of what may stop a true one.
  private static List<Double> acceptance(Spectrometer s, Track before, boolean withApertures) {
    Track after = bend(s, before);
    List<Double> margins = new ArrayList<>();
    for (Plane plane : s.planesBefore()) margins.add(inside(plane, before));
    for (Plane plane : s.planesAfter()) margins.add(inside(plane, after));
    if (withApertures) {
      for (Plane plane : s.aperturesBefore()) margins.add(inside(plane, before));
      for (Plane plane : s.aperturesAfter()) margins.add(inside(plane, after));
    }
    return margins;
  }

  private static Track bend(Spectrometer s, Track before) {
    FourVector p = before.momentum(0);
    double x = p.xGeV() + s.kickGeV();
    double along = Math.sqrt(before.p * before.p - x * x - p.yGeV() * p.yGeV());
    double z = s.magnetZM();
    return new Track(before.x(z), before.y(z), z, x / along, p.yGeV() / along, before.p);
  }

  private static double inside(Plane plane, Track track) {
    double z = Math.max(plane.z(), track.z);
    double x = track.x(z);
    double y = track.y(z);
    double r = StrictMath.hypot(x, y);
    return switch (plane) {
      case Disc d -> 1 - r / d.radius();
      case Ring ring ->
          Math.min(StrictMath.hypot(x - ring.holeX(), y) / ring.hole() - 1, 1 - r / ring.outer());
      case Square s ->
          Math.min(r / s.hole() - 1, 1 - Math.max(Math.abs(x), Math.abs(y)) / s.half());
      case Octagon o -> {
        double farthest = 0;
        for (int k = 0; k < 8; k++) {
          double angle = k * Math.PI / 4;
          farthest = Math.max(farthest, x * StrictMath.cos(angle) + y * StrictMath.sin(angle));
        }
        yield Math.min(r / o.hole() - 1, 1 - farthest / o.apothem());
      }
      case FourViews f -> {
        double u = (x - f.holeX() - y) / Math.sqrt(2);
        double v = (x - f.holeX() + y) / Math.sqrt(2);
        double upright = Math.max(Math.abs(x - f.holeX()), Math.abs(y));
        double diagonal = Math.max(Math.abs(u), Math.abs(v));
        yield Math.min(Math.min(upright, diagonal) / f.gap() - 1, 1 - r / f.outer());
      }
      default -> throw new IllegalArgumentException("no such plane: " + plane);
    };
  }

  // ----- what the detectors measure -----

  private Measurement measure(long event, Track kaon, Track muon) {
    MuonResponse m = apparatus.muon();
    TrackResolution r = m.resolution();
    double[] g = words.normals("muon response", "track and tag", event, 0, 8);
    double sigmaP = StrictMath.hypot(r.constant(), r.perGeV() * muon.p);
    double sigmaSlope = StrictMath.hypot(r.slopeSigma(), r.slopeScatterGeV() / muon.p);
    Track track =
        new Track(
            muon.x + r.positionSigmaM() * g[4],
            muon.y + r.positionSigmaM() * g[5],
            muon.z,
            muon.slopeX + sigmaSlope * g[0],
            muon.slopeY + sigmaSlope * g[1],
            muon.p * (1 + sigmaP * g[2]));
    double ktagNs = m.ktagSigmaNs() * g[3];
    double muv3 = Math.min(muv3Signal(event, muon, track), 1 - Math.abs(m.muv3SigmaNs() * g[6]));
    double energyGeV = Math.max(0, m.calorimeterGeV() + m.calorimeterSigmaGeV() * g[7]);

    List<Candidate> candidates = new ArrayList<>();
    double closeCall =
        Math.min(kaonTrack(event, kaon, track, candidates), pileUp(event, track, candidates));
    Candidate best = null;
    for (Candidate c : candidates) {
      closeCall = Math.min(closeCall, eligibility(c.track, c.timeNs));
      if (c.discriminant > (best == null ? 0 : best.discriminant)) best = c;
    }
    for (Candidate c : candidates) {
      if (best != null && !c.equals(best)) {
        closeCall = Math.min(closeCall, 1 - c.discriminant / best.discriminant);
      }
    }
    Vertex vertex = best == null ? null : vertex(best.track, track);
    List<Double> cuts = cuts(track, ktagNs, muv3, energyGeV, best, vertex);
    return new Measurement(closeCall, track, best, vertex, cuts);
  }

  /// The muon comes to the muon detector and is given to its track.
  ///
  /// @return how clear that is, relative to the thresholds; negative without a signal
  private double muv3Signal(long event, Track muon, Track measured) {
    MuonLine line = apparatus.muonLine();
    Track straight = bend(apparatus.spectrometer(), muon);
    double[] g = words.normals("muon line", "scattering", event, 0, 2);
    double z = line.detector().z();
    double sigma = line.scatterGeVM() / (muon.p - line.lossBeforeGeV());
    double x = straight.x(z) + sigma * g[0];
    double y = straight.y(z) + sigma * g[1];
    Track impact = new Track(x, y, z, 0, 0, muon.p);
    double found = Math.min(inside(line.detector(), impact), muon.p / line.lossGeV() - 1);
    if (!(found > 0)) return found;
    boolean isInner = Math.max(Math.abs(x), Math.abs(y)) < 0.22;
    double side = isInner ? 0.44 / 3 : 0.22;
    double fromX = Math.abs(bend(apparatus.spectrometer(), measured).x(z) - tile(x, side));
    double fromY = Math.abs(bend(apparatus.spectrometer(), measured).y(z) - tile(y, side));
    double distance =
        StrictMath.hypot(Math.max(0, fromX - side / 2), Math.max(0, fromY - side / 2));
    return Math.min(found, 1 - distance / (TestApparatus.MUV3_RADIUS_GEV_M / measured.p));
  }

  /// Centre of the tile; tiles begin 0.22 m from the axis.
  private static double tile(double u, double side) {
    return (Math.floor((u + 0.22) / side) + 0.5) * side - 0.22;
  }

  /// @return how clear it is whether the kaon is found
  private double kaonTrack(long event, Track kaon, Track muon, List<Candidate> candidates) {
    KaonResponse k = apparatus.kaon();
    double[] g = words.normals("kaon response", "kaon track", event, 0, 4);
    double u = words.uniforms("kaon response", "intensity and pile-up", event, 0, 3)[2];
    Track measured =
        new Track(
            kaon.x,
            kaon.y,
            kaon.z,
            kaon.slopeX + k.slopeSigma() * g[1],
            kaon.slopeY + k.slopeSigma() * g[2],
            kaon.p * (1 + k.relativeSigma() * g[0]));
    if (u < k.efficiency()) candidates.add(candidate(measured, k.timeSigmaNs() * g[3], muon));
    return Math.abs(u - k.efficiency());
  }

  /// As many particles of the beam as a Poisson distribution of the rate gives.
  ///
  /// @return how clear their number is
  private double pileUp(long event, Track muon, List<Candidate> candidates) {
    KaonResponse k = apparatus.kaon();
    double[] u = words.uniforms("kaon response", "intensity and pile-up", event, 0, 2);
    double mean = 1e-3 * k.intensityMHz().at((float) u[0]) * k.windowNs() * k.efficiency();
    double term = StrictMath.exp(-mean);
    double cumulative = term;
    double clear = Math.abs(u[1] - cumulative);
    for (int copy = 1; u[1] > cumulative; copy++) {
      double[] spot = words.uniforms("kaon response", "spot", event, copy, 4);
      double[] divergence = words.normals("kaon response", "divergence", event, copy, 2);
      double timeNs = (spot[2] - 0.5) * k.windowNs();
      candidates.add(candidate(beamParticle(spot, divergence), timeNs, muon));
      term *= mean / copy;
      cumulative += term;
      clear = Math.min(clear, Math.abs(u[1] - cumulative));
    }
    return clear;
  }

  // ----- reconstruction -----

  private Candidate candidate(Track kaon, double timeNs, Track muon) {
    double distance = Approach.of(kaon, muon).distance();
    boolean possible =
        chiSquare(kaon) < match.largestChiSquare() && Math.abs(timeNs) < match.windowNs();
    double discriminant =
        match.distanceTail().at((float) distance) * match.timeTail().at((float) Math.abs(timeNs));
    return new Candidate(kaon, timeNs, distance, possible ? discriminant : 0);
  }

  private double chiSquare(Track kaon) {
    double p = (kaon.p - match.momentumGeV()) / match.momentumSigmaGeV();
    double x = (kaon.slopeX - match.slopeX()) / match.slopeSigmaX();
    double y = kaon.slopeY / match.slopeSigmaY();
    return p * p + x * x + y * y;
  }

  /// How clear it is whether a track may be the kaon.
  private double eligibility(Track kaon, double timeNs) {
    return Math.min(
        Math.abs(1 - chiSquare(kaon) / match.largestChiSquare()),
        Math.abs(1 - Math.abs(timeNs) / match.windowNs()));
  }

  /// Closest approach of two straight lines in planes of equal z, as a vertex fit of two tracks
  /// with small angles has it.
  private record Approach(double z, double distance) {
    static Approach of(Track kaon, Track muon) {
      double sx = muon.slopeX - kaon.slopeX;
      double sy = muon.slopeY - kaon.slopeY;
      double dx = muon.x(0) - kaon.x(0);
      double dy = muon.y(0) - kaon.y(0);
      double z = -(dx * sx + dy * sy) / (sx * sx + sy * sy);
      return new Approach(z, StrictMath.hypot(dx + sx * z, dy + sy * z));
    }
  }

  /// The vertex by straight lines; both particles brought there through the field; the vertex
  /// again.
  private Vertex vertex(Track kaon, Track muon) {
    double z = Approach.of(kaon, muon).z;
    Track k =
        new Track(
            kaon.x(z) + fieldX.shift(z) / kaon.p,
            kaon.y(z) + fieldY.shift(z) / kaon.p,
            z,
            kaon.slopeX + fieldX.kick(z) / kaon.p,
            kaon.slopeY + fieldY.kick(z) / kaon.p,
            kaon.p);
    double slopeX = muon.slopeX - kick(fieldX, z) / muon.p;
    double slopeY = muon.slopeY - kick(fieldY, z) / muon.p;
    Track m =
        new Track(
            muon.x - slopeX * (muon.z - z) - shift(fieldX, z) / muon.p,
            muon.y - slopeY * (muon.z - z) - shift(fieldY, z) / muon.p,
            z,
            slopeX,
            slopeY,
            muon.p);
    Approach approach = Approach.of(k, m);
    double at = approach.z;
    FourVector kaonMomentum = k.momentum(KAON);
    FourVector muonMomentum = m.momentum(MUON);
    return new Vertex(
        (k.x(at) + m.x(at)) / 2,
        (k.y(at) + m.y(at)) / 2,
        at,
        approach.distance,
        kaonMomentum.minus(muonMomentum).massSquaredGeV2(),
        angle(muonMomentum.toRestFrameOf(kaonMomentum, KAON), kaonMomentum));
  }

  private static double angle(FourVector a, FourVector b) {
    double along =
        (a.xGeV() * b.xGeV() + a.yGeV() * b.yGeV() + a.zGeV() * b.zGeV()) / b.momentumGeV();
    double p = a.momentumGeV();
    return StrictMath.atan2(Math.sqrt(Math.max(0, (p - along) * (p + along))), along);
  }

  // ----- selection -----

  /// The cuts of [TestApparatus#selection] that can be applied.
  private List<Double> cuts(
      Track track,
      double ktagNs,
      double muv3,
      double energyGeV,
      @Nullable Candidate kaon,
      @Nullable Vertex vertex) {
    List<Double> margins = new ArrayList<>();
    margins.add(1.0); // one positive track
    margins.add(Math.min(track.p / 5 - 1, 1 - track.p / 70));
    margins.add(
        acceptance(apparatus.spectrometer(), track, false).stream()
            .mapToDouble(margin -> margin)
            .min()
            .orElseThrow());
    margins.add(1 - Math.abs(ktagNs) / 0.15);
    margins.add(1 - energyGeV / track.p / 0.1);
    margins.add(muv3);
    margins.add(kaon == null ? -1 : 1 - Math.abs(kaon.timeNs) / 0.5);
    margins.add(vertex == null ? -1 : 1 - vertex.distanceM / 7e-3);
    if (vertex == null) return margins;
    margins.add(Math.min(vertex.z / 105 - 1, 1 - vertex.z / 180));
    double degrees = vertex.theta * 180 / Math.PI;
    double least = Math.clamp(35 - 27 * (degrees - 30) / 120, 8, 35);
    margins.add(vertex.z / (105 + least) - 1);
    return margins;
  }
}
