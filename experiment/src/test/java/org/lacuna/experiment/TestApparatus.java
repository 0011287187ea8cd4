package org.lacuna.experiment;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.LogCurve;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Octagon;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Ring;
import org.lacuna.experiment.apparatus.RingSeries;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.Square;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.beam.UpstreamLine;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.reconstruction.MatchMuv3;
import org.lacuna.experiment.reconstruction.MissingMass;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.reconstruction.Vertex;
import org.lacuna.experiment.response.ChargedVeto;
import org.lacuna.experiment.response.ClusterResponse;
import org.lacuna.experiment.response.Efficiency;
import org.lacuna.experiment.response.FurtherTracks;
import org.lacuna.experiment.response.KaonResponse;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.response.MuonResponse;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.response.PhotonVeto.Material;
import org.lacuna.experiment.response.PionAsMuon;
import org.lacuna.experiment.response.Shares;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.response.SignalResponse;
import org.lacuna.experiment.response.TrackResolution;
import org.lacuna.experiment.selection.Cuts;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Apparatus;

/// A small apparatus for tests: round numbers of the size of the real ones, one plane of each shape
/// on either side of the magnet, a response of each kind.
///
/// The apparatus of the experiment is data, not code: it is tested where the cards are.
public final class TestApparatus {
  public static final double STATION_M = 102.4;
  public static final double START_M = 105;
  public static final double END_M = 180;
  public static final double CHAMBER_M = 183.5;
  public static final double MAGNET_M = 197;
  public static final double KICK_GEV = -0.27;
  public static final double BEAM_GEV = 75;
  public static final double BEAM_SLOPE = 1.2e-3;

  /// Two standard deviations, so that some muons miss it.
  public static final double MUV3_RADIUS_GEV_M = 0.8;

  /// Once for all tests: its curves take a while.
  private static final Beam BEAM =
      new Beam(
          Beam.truncatedNormal(BEAM_GEV, 0.8, 2.2),
          0.3e-3,
          -0.9e-3,
          Beam.spot(0.030, 2.3),
          Beam.spot(0.0135, 2.4),
          BEAM_SLOPE,
          -5.5e-3,
          0.083e-3,
          0.1e-3,
          STATION_M,
          START_M,
          END_M,
          0.06);

  private TestApparatus() {}

  public static Apparatus whole() {
    return new Apparatus(
        beam(),
        upstream(),
        field(),
        spectrometer(0.064),
        muon(),
        muonLine(),
        clusters(),
        kaon(),
        efficiency(),
        photonVeto(),
        chargedVeto(),
        pion(),
        efficiency(),
        signals(),
        furtherTracks(),
        List.of(),
        List.of(),
        List.of());
  }

  public static FurtherTracks furtherTracks() {
    Spectrometer all = spectrometer(0.064);
    Spectrometer chambers =
        new Spectrometer(
            List.of(),
            all.planesBefore(),
            MAGNET_M,
            KICK_GEV,
            List.of(),
            List.of(all.planesAfter().getFirst()));
    return new FurtherTracks(chambers, resolution(), 1);
  }

  public static SignalResponse signals() {
    Curve time = Beam.truncatedNormal(0, 1, 2.5);
    return new SignalResponse(time, time, time, time, 4, 6);
  }

  public static UpstreamLine upstream() {
    return new UpstreamLine(76, STATION_M, List.of());
  }

  public static ChargedVeto chargedVeto() {
    return new ChargedVeto(List.of());
  }

  public static PionAsMuon pion() {
    Efficiency rich = new Efficiency(List.of());
    Shares shows = Shares.all(Signal.MUV3);
    return new PionAsMuon(CHAMBER_M, 219, 246.8, MAGNET_M, KICK_GEV, 0.1, 0.9, rich, shows);
  }

  public static Beam beam() {
    return BEAM;
  }

  /// A field twice as strong as the real one, so that it matters.
  public static StrayField field() {
    return new StrayField(STATION_M, CHAMBER_M, fieldZ(), fieldBx(), fieldBy());
  }

  public static double[] fieldZ() {
    return new double[] {104, 110, 119, 126, 142, 150, 183};
  }

  /// In tesla, at each of [#fieldZ].
  public static double[] fieldBx() {
    return new double[] {-120e-6, -50e-6, 180e-6, -10e-6, 60e-6, 30e-6, 10e-6};
  }

  /// In tesla, at each of [#fieldZ].
  public static double[] fieldBy() {
    return new double[] {-50e-6, -100e-6, -50e-6, -30e-6, -60e-6, -20e-6, -10e-6};
  }

  public static StrayField noField() {
    return new StrayField(STATION_M, CHAMBER_M, new double[0], new double[0], new double[0]);
  }

  /// Two chambers before the magnet; behind it a chamber, a hodoscope, a calorimeter, muon
  /// counters.
  ///
  /// @param holeM half of the gap of the chambers
  public static Spectrometer spectrometer(double holeM) {
    float hole = (float) holeM;
    List<Plane> aperturesBefore =
        List.of(new Disc("tank", 121.4f, 0.54f), new Disc("end of the tank", 180.3f, 0.77f));
    List<Plane> planesBefore =
        List.of(
            new FourViews("STRAW1", (float) CHAMBER_M, 0.101f, hole, 1f),
            new FourViews("STRAW2", 194f, 0.114f, hole, 1f));
    List<Plane> aperturesAfter = List.of(new Disc("magnet", 198f, 1.1f));
    List<Plane> planesAfter =
        List.of(
            new FourViews("STRAW3", 204.5f, 0.092f, hole, 1f),
            new Ring("CHOD", 239f, 0.01f, 0.13f, 1.1f),
            new Octagon("LKr", 241f, 0.15f, 1.13f),
            new Square("MUV3", 247f, 0.1f, 1.32f));
    return new Spectrometer(
        aperturesBefore, planesBefore, MAGNET_M, KICK_GEV, aperturesAfter, planesAfter);
  }

  public static TrackResolution resolution() {
    return new TrackResolution(3e-3, 5e-5, 16e-6, 0.72e-3, 1e-4);
  }

  public static MuonResponse muon() {
    return new MuonResponse(resolution(), 0.07, 0.5, 0.55, 0.3);
  }

  /// Every column is what is true.
  public static MuonResponse exactMuon() {
    return new MuonResponse(new TrackResolution(0, 0, 0, 0, 0), 0, 0, 0.55, 0);
  }

  /// A wall of iron half a metre before the muon counters.
  public static MuonLine muonLine() {
    return MuonLine.through(
        List.of(new MuonLine.Layer("wall", 243, 3, 100, 2.5)),
        spectrometer(0.064).planesAfter().getLast(),
        tiles());
  }

  public static ClusterResponse clusters() {
    return new ClusterResponse(0.05, 0.1, 0.01, 4e-3, 1e-3);
  }

  public static Tiles tiles() {
    return new Tiles(0.22f, 0.44f / 3, 0.22f);
  }

  public static KaonResponse kaon() {
    return new KaonResponse(0.88, 2e-3, 16e-6, 0.1, 1, intensityMHz(200, 700));
  }

  /// Every kaon is found as it is, and nothing else.
  public static KaonResponse exactKaon() {
    return new KaonResponse(1, 0, 0, 0, 1, intensityMHz(0, 0));
  }

  /// A flat distribution of the rate.
  public static Curve intensityMHz(double from, double to) {
    return new Curve(0, 1, u -> from + u * (to - from));
  }

  public static Efficiency efficiency() {
    return new Efficiency(
        List.of(
            new Efficiency.Factor("tag", Shares.all(Signal.KTAG), p -> 0.95),
            new Efficiency.Factor("muon detector", Shares.all(Signal.MUV3), p -> 0.9 + 1e-3 * p)));
  }

  public static PhotonVeto photonVeto() {
    Spectrometer spectrometer = spectrometer(0.064);
    List<Plane> before = spectrometer.planesBefore();
    LogCurve lav = LogCurve.through(new double[] {0.02, 0.2, 3}, new double[] {1, 0.02, 3e-3});
    LogCurve lkr = LogCurve.through(new double[] {0.1, 1, 10}, new double[] {1, 0.03, 1e-5});
    LogCurve small = LogCurve.through(new double[] {0.1, 1, 20}, new double[] {1, 0.01, 3e-4});
    return new PhotonVeto(
        List.of(
            new Counter(Signal.LAV, lav(), lav, 0.2, true, false),
            new Counter(
                Signal.SAV,
                new Ring("IRC", 239.6f, 0.012f, 0.06f, 0.145f),
                small,
                0.1,
                true,
                false),
            new Counter(Signal.LKR, new Octagon("LKr", 241f, 0.08f, 1.28f), lkr, 0.1, false, false),
            new Counter(Signal.SAV, new Square("SAC", 261f, 0f, 0.1f), small, 0.1, true, true)),
        List.of(
            new Material(before.getFirst(), 0.007, 0.1),
            new Material(before.getLast(), 0.007, 1),
            new Material(spectrometer.planesAfter().getFirst(), 0.007, 1)));
  }

  public static RingSeries lav() {
    return new RingSeries(
        "LAV",
        List.of(
            new RingSeries.Thick(121.4f, 122f, 0.54f, 0.91f),
            new RingSeries.Thick(152f, 152.6f, 0.54f, 0.91f),
            new RingSeries.Thick(180.3f, 180.9f, 0.77f, 1.14f),
            new RingSeries.Thick(203.1f, 203.6f, 0.98f, 1.35f)));
  }

  public static MatchKaon matchKaon() {
    return new MatchKaon(
        new Curve(0, 0.02, d -> StrictMath.exp(-d / 2e-3)),
        new Curve(0, 0.6, t -> StrictMath.exp(-0.5 * (t / 0.13) * (t / 0.13))),
        0.5,
        BEAM_GEV,
        0.9,
        BEAM_SLOPE,
        1.2e-4,
        1e-4,
        20);
  }

  public static MatchMuv3 matchMuv3() {
    return new MatchMuv3(muonLine().detector().z(), tiles(), MUV3_RADIUS_GEV_M);
  }

  public static List<Step.Named> reconstruction() {
    return reconstruction(field());
  }

  public static List<Step.Named> reconstruction(StrayField field) {
    return List.of(
        new Step.Named("match kaon", matchKaon()),
        new Step.Named("match muv3", matchMuv3()),
        new Step.Named("vertex", new Vertex(field)),
        new Step.Named("missing mass", new MissingMass()));
  }

  /// Two of these cuts read columns that are not simulated.
  public static Selection selection() {
    double degree = Math.PI / 180;
    return new Selection(
        List.of(
            Cuts.trigger(),
            Cuts.onePositiveTrack(),
            Cuts.momentum(5, 70),
            Cuts.acceptance(spectrometer(0.064)),
            Cuts.ktag(0.15),
            Cuts.energyOverMomentum(0.1),
            Cuts.muv3(1),
            Cuts.kaonTrack(0.5),
            Cuts.distance(7e-3),
            Cuts.vertex(START_M, END_M),
            Cuts.vertexBeyondLinear(START_M, 35, 8, 30 * degree, 150 * degree),
            Cuts.chantiVeto(4)));
  }

  /// The same with another part, in the place of the first one of its type: of the efficiencies
  /// that of a muon, of the lists the accidental signals.
  public static Apparatus with(Apparatus a, Object part) {
    RecordComponent[] components = Apparatus.class.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] parts = new Object[components.length];
    boolean isReplaced = false;
    try {
      for (int k = 0; k < components.length; k++) {
        types[k] = components[k].getType();
        boolean isHere = !isReplaced && types[k].isInstance(part);
        parts[k] = isHere ? part : components[k].getAccessor().invoke(a);
        isReplaced |= isHere;
      }
      if (!isReplaced) throw new IllegalArgumentException(part + " is no part of an apparatus");
      return Apparatus.class.getConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
