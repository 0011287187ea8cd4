package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.block;
import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.count;
import static org.lacuna.application.card.Kind.flag;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.list;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.oneOf;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.ANGLE;
import static org.lacuna.core.quantity.Dimension.ANGLE_PER_LENGTH;
import static org.lacuna.core.quantity.Dimension.ANGLE_TIMES_MOMENTUM;
import static org.lacuna.core.quantity.Dimension.DEVIATION;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.FRACTION;
import static org.lacuna.core.quantity.Dimension.FRACTION_PER_ENERGY;
import static org.lacuna.core.quantity.Dimension.FREQUENCY;
import static org.lacuna.core.quantity.Dimension.LENGTH;
import static org.lacuna.core.quantity.Dimension.MAGNETIC_FIELD;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Kind;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.Table;
import org.lacuna.application.input.Spelling;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.LogCurve;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.beam.UpstreamLine;
import org.lacuna.experiment.beam.UpstreamLine.Element;
import org.lacuna.experiment.response.ChargedVeto;
import org.lacuna.experiment.response.ChargedVeto.Detector;
import org.lacuna.experiment.response.ClusterResponse;
import org.lacuna.experiment.response.Efficiency;
import org.lacuna.experiment.response.Efficiency.Factor;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.response.FurtherTracks;
import org.lacuna.experiment.response.KaonResponse;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.response.MuonLine.Layer;
import org.lacuna.experiment.response.MuonResponse;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.response.PhotonVeto.Material;
import org.lacuna.experiment.response.PionAsMuon;
import org.lacuna.experiment.response.Shares;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.response.SignalResponse;
import org.lacuna.experiment.response.TrackResolution;
import org.lacuna.experiment.simulation.Apparatus;

/// The cards of apparatus: what stands in the beam line, and how it answers.
final class ApparatusReader {
  /// Of photons, before any has converted: 7/9.
  private static final double CONVERSIONS_PER_RADIATION_LENGTH = 7.0 / 9;

  private static final double MHZ_PER_GHZ = 1e3;
  private static final int STEPS = 1024;

  /// What a counter may give.
  private static final Map<String, Signal> VETOES =
      Stream.of(Signal.LAV, Signal.LKR, Signal.SAV)
          .collect(Collectors.toUnmodifiableMap(Signal::word, signal -> signal));

  private final Map<String, Reader<? extends Plane>> planes;

  private ApparatusReader(Map<String, Reader<? extends Plane>> planes) {
    this.planes = planes;
  }

  /// @param planes shapes that the cards may name
  static CardType<Apparatus> cards(Map<String, Reader<? extends Plane>> planes) {
    return new CardType<>("lacuna/apparatus/1", new ApparatusReader(planes)::read);
  }

  private Supplier<Apparatus> read(Card card) {
    var _ = card.find("title", text(), "headline");
    var beam = card.get("beam", block(ApparatusReader::beam), "the beam at the last GTK station");
    var upstream =
        card.get("upstream", block(ApparatusReader::upstream), "the beam line before it");
    var gtk =
        card.get("gtk", block(ApparatusReader::gtk), "what the GTK measures of a beam particle");
    var field = card.get("stray-field", block(ApparatusReader::field), "field in the decay tank");
    var magnet = card.get("magnet", block(ApparatusReader::magnet), "magnet of the spectrometer");
    var apertures = card.get("apertures", list(oneOf("a plane", planes)), "what stops a track");
    var seen = card.get("planes", list(oneOf("a plane", planes)), "what must see a track");
    var muon = card.get("muon", block(ApparatusReader::muon), "what is measured of a muon");
    var line =
        card.get(
            "muon-line",
            block(ApparatusReader::muonLine),
            "what it goes through behind the chambers");
    var clusters =
        card.get(
            "lkr-clusters", block(ApparatusReader::clusters), "what the LKr measures of a photon");
    var efficiencies =
        card.get(
            "efficiencies",
            factors(),
            "probabilities that a muon in acceptance is kept; they are multiplied");
    var veto = card.get("photon-veto", block(this::photonVeto), "which photons are seen");
    var segment =
        card.get("segment-loss", fraction(), "probability to miss a further track in STRAW1");
    var pion = card.get("pion", block(ApparatusReader::pion), "how a pion passes for a muon");
    var electron =
        card.get("electron", factors(), "how a positron passes for a muon; they are multiplied");
    var signals =
        card.get("signals", block(ApparatusReader::signals), "what is measured of recorded losses");
    var further =
        card.get(
            "further-tracks",
            block(ApparatusReader::furtherTracks),
            "what is measured of further tracks where losses are recorded, as of a muon");
    var accidentals =
        card.get("accidentals", flag(), "whether other particles give signals near the muon");
    var sources =
        card.get(
            "accidental-signals",
            list(oneOf("an accidental signal", AccidentalReaders.KINDS)),
            "which, at the mean rate of the beam");
    var scattering =
        card.get("far-scattering", flag(), "whether particles scatter by large angles");
    var muonScattering = card.get("muon-scattering", layers(), "where, of muons: at STRAW1");
    var kaonScattering = card.get("kaon-scattering", layers(), "where, of kaons: behind GTK3");
    return () -> {
      Spectrometer spectrometer = magnet.get().with(apertures.get(), seen.get());
      Beam particles = beam.get().beam();
      MuonLine muons = line.get().through(spectrometer.planesAfter());
      double meanMHz = mean(beam.get().intensityMHz());
      return new Apparatus(
          particles,
          upstream.get().to(particles.stationZM()),
          field.get().between(particles.stationZM(), spectrometer.planesBefore().getFirst().z()),
          spectrometer,
          muon.get(),
          muons,
          clusters.get(),
          gtk.get().with(beam.get().intensityMHz()),
          new Efficiency(efficiencies.get()),
          veto.get().photons(spectrometer),
          veto.get().charged(spectrometer, segment.get()),
          pion.get().between(spectrometer, muons.detector()),
          new Efficiency(electron.get()),
          signals.get(),
          new FurtherTracks(chambers(spectrometer), muon.get().resolution(), further.get()),
          accidentals.get()
              ? sources.get().stream().map(it -> it.at(meanMHz, muons)).toList()
              : List.of(),
          scattering.get() ? muonScattering.get() : List.of(),
          scattering.get() ? kaonScattering.get() : List.of());
    };
  }

  /// Mean over the events.
  private static double mean(Curve ofUniform) {
    double sum = 0;
    for (int k = 0; k < STEPS; k++) sum += ofUniform.at((k + 0.5f) / STEPS);
    return sum / STEPS;
  }

  private static Kind<List<Factor>> factors() {
    return list(oneOf("an efficiency", EfficiencyReaders.EFFICIENCIES));
  }

  private static Kind<List<FarScattering>> layers() {
    return list(oneOf("a kind of scattering", ScatteringReaders.LAYERS));
  }

  private record Pion(double kinkKept, double punchThrough, Efficiency rich, Shares shows) {
    PionAsMuon between(Spectrometer spectrometer, Plane detector) {
      return new PionAsMuon(
          spectrometer.planesBefore().getFirst().z(),
          chamberZ(spectrometer),
          detector.z(),
          spectrometer.magnetZM(),
          spectrometer.kickGeV(),
          kinkKept,
          punchThrough,
          rich,
          shows);
    }

    /// The last chamber; without one, the magnet.
    private static double chamberZ(Spectrometer spectrometer) {
      return chambers(spectrometer).planesAfter().stream()
          .mapToDouble(Plane::z)
          .max()
          .orElse(spectrometer.magnetZM());
    }
  }

  private static Spectrometer chambers(Spectrometer spectrometer) {
    return new Spectrometer(
        List.of(),
        chambers(spectrometer.planesBefore()),
        spectrometer.magnetZM(),
        spectrometer.kickGeV(),
        List.of(),
        chambers(spectrometer.planesAfter()));
  }

  private static List<Plane> chambers(List<Plane> planes) {
    return planes.stream().filter(FourViews.class::isInstance).toList();
  }

  private static Supplier<Double> furtherTracks(Card card) {
    return card.get("time-resolution", quantity(TIME).atLeast(0), "against the muon");
  }

  private static Supplier<Pion> pion(Card card) {
    var kinkKept =
        card.get(
            "kink-kept",
            fraction(),
            "probability that a decay between the chambers leaves one track");
    var punchThrough =
        card.get("punch-through", fraction(), "probability to look like a muon without a decay");
    var rich = card.get("rich", factors(), "how the RICH lets a pion pass; they are multiplied");
    var shows = EfficiencyReaders.shows(card);
    return () ->
        new Pion(kinkKept.get(), punchThrough.get(), new Efficiency(rich.get()), shows.get());
  }

  private static Supplier<SignalResponse> signals(Card card) {
    var lkr = time(card, "lkr");
    var lav = time(card, "lav");
    var sav = time(card, "sav");
    var chanti = time(card, "chanti");
    var tiles = card.get("tiles", count(1, 1000), "signals in the tiles that lose an event");
    var hits = card.get("rich-hits", count(1, 1000), "signals in the RICH that lose an event");
    return () ->
        new SignalResponse(
            lkr.get(),
            lav.get(),
            sav.get(),
            chanti.get(),
            tiles.get().intValue(),
            hits.get().intValue());
  }

  /// Losses beyond this many standard deviations are inefficiencies.
  private static final double IN_TIME = 2.5;

  private static Supplier<Curve> time(Card card, String detector) {
    var sigma =
        card.get(
            detector + "-time-resolution", quantity(TIME).above(0), "of a signal against the muon");
    return () -> Beam.truncatedNormal(0, sigma.get(), IN_TIME);
  }

  private record BeamAndIntensity(Beam beam, Curve intensityMHz) {}

  private static Supplier<BeamAndIntensity> beam(Card card) {
    var momentum = card.get("momentum", quantity(ENERGY).above(0), "mean momentum");
    var spread = card.get("momentum-spread", fraction(), "standard deviation of the momentum");
    var cut =
        card.get("momentum-cut", quantity(DEVIATION).above(0), "largest deviation of the momentum");
    var slope = card.get("slope", quantity(ANGLE), "mean dx/dz");
    var convergence = card.get("convergence", quantity(ANGLE_PER_LENGTH), "change of dx/dz with x");
    var spreadX =
        card.get("spread-x", quantity(ANGLE).atLeast(0), "standard deviation of dx/dz at given x");
    var spreadY = card.get("spread-y", quantity(ANGLE).atLeast(0), "standard deviation of dy/dz");
    var centreX = card.get("centre-x", quantity(LENGTH), "middle of the spot, horizontally");
    var centreY = card.get("centre-y", quantity(LENGTH), "middle of the spot, upwards");
    var spotX =
        card.get("spot-x", block(ApparatusReader::spot), "horizontal position, half (2B - 1)");
    var spotY =
        card.get("spot-y", block(ApparatusReader::spot), "vertical position, half (2B - 1)");
    var station = card.get("station", quantity(LENGTH), "where the last GTK station stands");
    var fiducial =
        card.get("fiducial", block(ApparatusReader::fiducial), "where decays are counted");
    var kaons = card.get("kaons", fraction(), "share of kaons among the particles of the beam");
    var intensity = card.get("intensity", block(ApparatusReader::intensity), "instantaneous rate");
    return () ->
        new BeamAndIntensity(
            new Beam(
                Beam.truncatedNormal(momentum.get(), spread.get() * momentum.get(), cut.get()),
                centreX.get(),
                centreY.get(),
                spotX.get(),
                spotY.get(),
                slope.get(),
                convergence.get(),
                spreadX.get(),
                spreadY.get(),
                station.get(),
                fiducial.get().fromM,
                fiducial.get().toM,
                kaons.get()),
            intensity.get());
  }

  private record Upstream(double fromM, List<Element> elements) {
    UpstreamLine to(double stationZM) {
      return new UpstreamLine(fromM, stationZM, elements);
    }
  }

  private static Supplier<Upstream> upstream(Card card) {
    var from = card.get("from", quantity(LENGTH), "where kaons are followed from");
    var elements =
        card.get("elements", list(oneOf("an element", UpstreamReaders.ELEMENTS)), "in any order");
    return () -> new Upstream(from.get(), elements.get());
  }

  private static Supplier<Curve> spot(Card card) {
    var half = card.get("half-width", quantity(LENGTH).above(0), "where the spot ends");
    var shape =
        card.get("shape", number().above(0), "both parameters of the beta distribution of B");
    return () -> Beam.spot(half.get(), shape.get());
  }

  private record Fiducial(double fromM, double toM) {}

  private static Supplier<Fiducial> fiducial(Card card) {
    var from = card.get("from", quantity(LENGTH), "start");
    var to = card.get("to", quantity(LENGTH), "end");
    return () -> new Fiducial(from.get(), to.get());
  }

  private static Supplier<Curve> intensity(Card card) {
    var rates =
        card.get(
            "rates",
            table(
                new Table.Column("rateMHz", quantity(FREQUENCY).atLeast(0), "MHz"),
                new Table.Column("probability", fraction(), "")),
            "distribution of the rate over events, straight lines between the points");
    var below =
        card.get("below", quantity(FREQUENCY).above(0), "events of higher rates are left out");
    var scale = card.get("scale", number().above(0), "factor on all rates");
    return () -> {
      double[] rate = rates.get().column("rateMHz");
      double[] density = rates.get().column("probability");
      double highest = Math.min(below.get(), rate[rate.length - 1]);
      double factor = scale.get() * MHZ_PER_GHZ;
      return Curve.inverse(
          rate[0] * factor, highest * factor, x -> Points.between(rate, density, x / factor));
    };
  }

  private record Gtk(
      double efficiency, double momentum, double slope, double timeNs, double windowNs) {
    KaonResponse with(Curve intensityMHz) {
      return new KaonResponse(efficiency, momentum, slope, timeNs, windowNs, intensityMHz);
    }
  }

  private static Supplier<Gtk> gtk(Card card) {
    var efficiency =
        card.get("station-efficiency", fraction(), "probability of a hit in one station");
    var stations = card.get("stations", count(1, 10), "stations that must have a hit");
    var momentum = card.get("momentum-resolution", fraction(), "of one track");
    var slope =
        card.get("slope-resolution", quantity(ANGLE).atLeast(0), "of one track, each projection");
    var time =
        card.get(
            "time-resolution", quantity(TIME).atLeast(0), "against the kaon signal of the KTAG");
    var window =
        card.get("window", quantity(TIME).above(0), "length of time in which tracks are recorded");
    return () -> {
      double all = StrictMath.pow(efficiency.get(), stations.get());
      return new Gtk(all, momentum.get(), slope.get(), time.get(), window.get());
    };
  }

  private record Field(Table knots, double scale) {
    StrayField between(double fromM, double toM) {
      return new StrayField(fromM, toM, knots.column("zM"), scaled("bxT"), scaled("byT"));
    }

    private double[] scaled(String name) {
      double[] field = knots.column(name);
      for (int i = 0; i < field.length; i++) field[i] *= scale;
      return field;
    }
  }

  private static Supplier<Field> field(Card card) {
    var scale = card.get("scale", number(), "factor on the whole field, 0 switches it off");
    var knots =
        card.get(
            "knots",
            table(
                new Table.Column("zM", quantity(LENGTH), "m"),
                new Table.Column("bxT", quantity(MAGNETIC_FIELD), "T"),
                new Table.Column("byT", quantity(MAGNETIC_FIELD), "T")),
            "horizontal and vertical field along the axis, straight lines between the knots");
    return () -> new Field(knots.get(), scale.get());
  }

  private record Magnet(double zM, double kickGeV) {
    Spectrometer with(List<Plane> apertures, List<Plane> planes) {
      return new Spectrometer(
          before(apertures), before(planes), zM, kickGeV, after(apertures), after(planes));
    }

    private List<Plane> before(List<Plane> all) {
      return all.stream().filter(plane -> plane.z() <= (float) zM).toList();
    }

    private List<Plane> after(List<Plane> all) {
      return all.stream().filter(plane -> plane.z() > (float) zM).toList();
    }
  }

  private static Supplier<Magnet> magnet(Card card) {
    var z = card.get("z", quantity(LENGTH), "middle of the magnet");
    var kick =
        card.get("kick", quantity(ENERGY), "horizontal momentum given to a positive particle");
    return () -> new Magnet(z.get(), kick.get());
  }

  private record Quadrature(double constant, double growing) {}

  private static Supplier<MuonResponse> muon(Card card) {
    var momentum =
        card.get(
            "momentum-resolution",
            block(ApparatusReader::momentumResolution),
            "relative, terms in quadrature");
    var slope =
        card.get(
            "slope-resolution",
            block(ApparatusReader::slopeResolution),
            "before the magnet, each projection, terms in quadrature");
    var position =
        card.get(
            "position-resolution",
            quantity(LENGTH).atLeast(0),
            "at the first chamber, each coordinate");
    var ktag =
        card.get("ktag-time-resolution", quantity(TIME).atLeast(0), "kaon signal against muon");
    var muv3 =
        card.get("muv3-time-resolution", quantity(TIME).atLeast(0), "MUV3 signal against muon");
    var energy = card.get("lkr-energy", quantity(ENERGY).atLeast(0), "mean energy in the LKr");
    var spread =
        card.get(
            "lkr-energy-spread",
            quantity(ENERGY).atLeast(0),
            "standard deviation of the energy in the LKr");
    return () ->
        new MuonResponse(
            new TrackResolution(
                momentum.get().constant,
                momentum.get().growing,
                slope.get().constant,
                slope.get().growing,
                position.get()),
            ktag.get(),
            muv3.get(),
            energy.get(),
            spread.get());
  }

  private static Supplier<Quadrature> momentumResolution(Card card) {
    var constant = card.get("constant", fraction(), "at low momentum");
    var growing =
        card.get(
            "per-energy", quantity(FRACTION_PER_ENERGY).atLeast(0), "growth with the momentum");
    return () -> new Quadrature(constant.get(), growing.get());
  }

  private static Supplier<Quadrature> slopeResolution(Card card) {
    var constant = card.get("constant", quantity(ANGLE).atLeast(0), "at high momentum");
    var growing =
        card.get(
            "scattering",
            quantity(ANGLE_TIMES_MOMENTUM).atLeast(0),
            "growth with one over the momentum");
    return () -> new Quadrature(constant.get(), growing.get());
  }

  private record Line(List<Layer> layers, String detector, Tiles tiles) {
    MuonLine through(List<Plane> planes) {
      return MuonLine.through(layers, named(detector, planes, "the muon line ends in"), tiles);
    }
  }

  /// @param what it is to be
  private static Plane named(String name, List<Plane> planes, String what) {
    List<String> names = planes.stream().map(Plane::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(what + " \"" + name + "\": " + Spelling.hint(name, names));
    }
    return planes.get(names.indexOf(name));
  }

  private static Supplier<Line> muonLine(Card card) {
    var layers =
        card.get("layers", list(block(ApparatusReader::layer)), "material, along the beam");
    var detector = card.get("detector", text(), "the plane at the end, by its name");
    var tiles = card.get("tiles", block(ApparatusReader::tiles), "of the detector, square");
    return () -> new Line(layers.get(), detector.get(), tiles.get());
  }

  private static Supplier<Layer> layer(Card card) {
    var name = card.get("name", text(), "what messages call it");
    var from = card.get("from", quantity(LENGTH), "where it starts");
    var length = card.get("length", quantity(LENGTH).atLeast(0), "along the beam");
    var thickness = card.get("radiation-lengths", number().atLeast(0), "thickness");
    var loss = card.get("energy-loss", quantity(ENERGY).atLeast(0), "mean, of a muon");
    return () -> new Layer(name.get(), from.get(), length.get(), thickness.get(), loss.get());
  }

  private static Supplier<ClusterResponse> clusters(Card card) {
    var stochastic =
        card.get(
            "energy-resolution", fraction(), "at 1 GeV; falls with the square root of the energy");
    var noise = card.get("noise", quantity(ENERGY).atLeast(0), "at any energy");
    var constant = card.get("constant", fraction(), "in quadrature with both");
    var place =
        card.get(
            "place-resolution",
            quantity(LENGTH).atLeast(0),
            "of each coordinate at 1 GeV; falls with the square root of the energy");
    var least = card.get("place-constant", quantity(LENGTH).atLeast(0), "in quadrature with that");
    return () ->
        new ClusterResponse(
            stochastic.get(), noise.get(), constant.get(), place.get(), least.get());
  }

  private static Supplier<Tiles> tiles(Card card) {
    var side = quantity(LENGTH).above(0).map(Double::floatValue);
    var size = card.get("size", side, "side of a tile");
    var inner = card.get("inner-size", side, "side of a tile around the axis");
    var half = card.get("inner-half", side, "half of the side of the square that these fill");
    return () -> new Tiles(size.get(), inner.get(), half.get());
  }

  private record Veto(List<Conversion> conversions, List<CounterAndLoss> counters) {
    PhotonVeto photons(Spectrometer spectrometer) {
      List<Plane> planes =
          Stream.concat(spectrometer.planesBefore().stream(), spectrometer.planesAfter().stream())
              .toList();
      return new PhotonVeto(
          counters.stream().map(CounterAndLoss::counter).toList(),
          conversions.stream().map(it -> it.in(planes)).toList());
    }

    ChargedVeto charged(Spectrometer spectrometer, double segmentLoss) {
      Plane chamber = spectrometer.planesBefore().getFirst();
      Detector segment = new Detector(Signal.SEGMENT, chamber, segmentLoss);
      return new ChargedVeto(
          Stream.concat(
                  Stream.of(segment),
                  counters.stream()
                      .filter(it -> !it.counter.neutralOnly())
                      .map(it ->
                          new Detector(it.counter.signal(), it.counter.plane(), it.chargedLoss)))
              .toList());
    }
  }

  private record CounterAndLoss(Counter counter, double chargedLoss) {}

  private Supplier<Veto> photonVeto(Card card) {
    var conversions =
        card.get(
            "conversions",
            list(block(ApparatusReader::conversion)),
            "material in which photons convert");
    var counters =
        card.get(
            "counters",
            list(oneOf("a counter", counters())),
            "along the beam; the first that a photon strikes decides");
    return () -> new Veto(conversions.get(), counters.get());
  }

  private record Conversion(String name, double probability, double pairMissed) {
    Material in(List<Plane> planes) {
      return new Material(named(name, planes, "photons convert in"), probability, pairMissed);
    }
  }

  private static Supplier<Conversion> conversion(Card card) {
    var name = card.get("name", text(), "the plane that photons cross, by its name");
    var thickness = card.get("radiation-lengths", number().atLeast(0), "thickness");
    var missed =
        card.get(
            "pair-missed", fraction(), "probability that nothing but the counters sees a pair");
    return () -> {
      double not = StrictMath.exp(-CONVERSIONS_PER_RADIATION_LENGTH * thickness.get());
      return new Conversion(name.get(), 1 - not, missed.get());
    };
  }

  /// A counter is a plane of any shape with a few keys more.
  private Map<String, Reader<? extends CounterAndLoss>> counters() {
    return planes.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, plane -> card -> counter(plane.getValue(), card)));
  }

  private static Supplier<CounterAndLoss> counter(Reader<? extends Plane> shape, Card card) {
    var plane = shape.read(card);
    var signal = card.get("signal", choice(VETOES), "what it gives");
    var inefficiency =
        card.get(
            "inefficiency",
            table(
                new Table.Column("energyGeV", quantity(ENERGY).above(0), "GeV"),
                new Table.Column(
                    "probability", quantity(FRACTION).between(Double.MIN_NORMAL, 1), "")),
            "probability to miss a photon, straight lines of the logarithms between the points");
    var sigma =
        card.get(
            "inefficiency-sigma",
            quantity(FRACTION).atLeast(0),
            "relative uncertainty of the inefficiency");
    var blind =
        card.get(
            "blind-to-conversions",
            flag(),
            "whether the systematic variant misses converted photons");
    var charged =
        card.get(
            "charged-loss",
            fraction(),
            "probability to miss a charged particle; 100 % where none gets");
    return () ->
        new CounterAndLoss(
            new Counter(
                signal.get(),
                plane.get(),
                LogCurve.through(
                    inefficiency.get().column("energyGeV"),
                    inefficiency.get().column("probability")),
                sigma.get(),
                blind.get(),
                charged.get() == 1),
            charged.get());
  }
}
