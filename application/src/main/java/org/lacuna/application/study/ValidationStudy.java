package org.lacuna.application.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.analysis.validation.Validation;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.run.SampleList;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.validation.ChosenKaons;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.Look;
import org.lacuna.experiment.validation.LostPhotons;
import org.lacuna.experiment.validation.SeenDecays;
import org.lacuna.experiment.validation.ThreePions;
import org.lacuna.experiment.validation.TwoClusters;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionZeroMode;
import org.lacuna.physics.standard.MuonThreeNeutrinos;
import org.lacuna.statistics.sideband.Interval;

/// Throws the samples of the validation: the default card, and the variants of it in
/// `cards/validation`.
final class ValidationStudy {
  static final String CARD = "na62-2016-2018";

  private static final double LIST_ALL = Double.NEGATIVE_INFINITY;
  private static final double LIST_NONE = Double.POSITIVE_INFINITY;

  /// Where the search for K⁺ → μ⁺ννν̄ begins.
  private static final double THRESHOLD_GEV2 = 0.1;

  /// A π⁺ of this momentum goes with a π⁰ whose photons are forward.
  private static final double PION_FROM_GEV = 15;

  private static final double PION_TO_GEV = 35;
  private static final String CALORIMETER = "LKr";

  private static final double CLUSTERS_APART_M = 0.2;
  private static final double CLUSTER_FROM_GEV = 3;

  private static final List<Double> MASSES_GEV = List.of(0.200, 0.250, 0.300, 0.350, 0.380, 0.384);
  private static final List<Double> SHORT_LIVED_GEV = List.of(0.200, 0.384);

  /// Masses thrown together: their lists of selected events are kept until all are done.
  private static final int MASSES_AT_A_TIME = 30;

  private static final List<Double> LIFETIMES_NS = List.of(50.0, 5.0, 1.0);

  private final Catalogue catalogue = Catalogue.with(List.of());
  private final Map<String, String> changes;
  private final RunCard card;
  private final SampleList samples;
  private final long events;

  /// @param changes of the cards
  /// @param events for each sample
  ValidationStudy(Map<String, String> changes, SampleList samples, long events) {
    this.changes = Map.copyOf(changes);
    this.samples = samples;
    this.events = events;
    card = read(CARD);
  }

  private RunCard read(String name) {
    return Cards.resolve(name, changes).read(catalogue.runCards());
  }

  /// The chain of a card for one process.
  static Simulation simulation(RunCard card, DecayModel model) {
    return simulation(card, card.simulation().apparatus(), model);
  }

  /// The same in another apparatus.
  static Simulation simulation(RunCard card, Apparatus apparatus, DecayModel model) {
    return Simulation.of(
        apparatus, card.reconstruction(), card.selection(), model, Role.SIMULATION, card.seed());
  }

  /// The processes that make up K⁺ → μ⁺ν.
  private List<Supplier<Sample>> muonNeutrino(RunCard card) {
    return card.simulation().processes().stream()
        .filter(model -> card.normalisation().processes().contains(model.name()))
        .map(model -> samples.select(simulation(card, model), events, LIST_NONE))
        .toList();
  }

  private static List<Sample> done(List<Supplier<Sample>> samples) {
    return samples.stream().map(Supplier::get).toList();
  }

  /// The look at the control sample of a card.
  static ThreePions threePions(RunCard card) {
    MatchKaon match =
        card.reconstruction().stream()
            .map(named -> named.step())
            .filter(MatchKaon.class::isInstance)
            .map(MatchKaon.class::cast)
            .findFirst()
            .orElseThrow();
    Apparatus apparatus = card.simulation().apparatus();
    Spectrometer tracker = tracker(card);
    double behindChambersM =
        tracker.planesAfter().stream()
            .filter(plane -> !(plane instanceof FourViews))
            .mapToDouble(Plane::z)
            .findFirst()
            .orElseThrow();
    return new ThreePions(
        simulation(card, new PionTriplet()),
        apparatus,
        tracker.before(behindChambersM),
        tracker,
        match);
  }

  /// What stands before the calorimeter: chambers and hodoscopes.
  private static Spectrometer tracker(RunCard card) {
    Spectrometer whole = card.simulation().apparatus().spectrometer();
    return whole.before(place(whole, CALORIMETER));
  }

  private static double place(Spectrometer spectrometer, String plane) {
    return spectrometer.planesAfter().stream()
        .filter(it -> it.name().equals(plane))
        .mapToDouble(Plane::z)
        .findFirst()
        .orElseThrow();
  }

  private Simulation signal(double massGeV) {
    return simulation(card, card.signal().apply(massGeV));
  }

  private Simulation threeNeutrinos() {
    MuonThreeNeutrinos decay = MuonThreeNeutrinos.standardModel();
    double share = decay.branchingFraction();
    return simulation(card, LeptonInvisible.of("munununu", share, Particle.MUON, decay));
  }

  private Look photons() {
    Apparatus apparatus = card.simulation().apparatus();
    return new LostPhotons(
        simulation(card, new PionPionZero(PionZeroMode.PHOTONS)),
        apparatus.photonVeto(),
        tracker(card),
        PION_FROM_GEV,
        PION_TO_GEV);
  }

  private Look clusters() {
    Apparatus apparatus = card.simulation().apparatus();
    Plane calorimeter =
        apparatus.photonVeto().counters().stream()
            .map(PhotonVeto.Counter::plane)
            .filter(plane -> plane.name().equals(CALORIMETER))
            .findFirst()
            .orElseThrow();
    return new TwoClusters(
        simulation(card, new PionPionZero(PionZeroMode.PHOTONS)),
        apparatus,
        tracker(card),
        calorimeter,
        card.reconstruction().stream().map(Step.Named::step).toList(),
        CLUSTERS_APART_M,
        CLUSTER_FROM_GEV,
        PION_FROM_GEV,
        PION_TO_GEV);
  }

  /// Where vetoes may end: the calorimeter, and what stands last.
  private Map<String, Double> ends() {
    Spectrometer whole = card.simulation().apparatus().spectrometer();
    return Map.of(CALORIMETER, place(whole, CALORIMETER), lastPlane(), place(whole, lastPlane()));
  }

  private String lastPlane() {
    return card.simulation().apparatus().vetoEnd().name();
  }

  private double stepGeV(double massGeV) {
    List<Double> masses = card.massesGeV();
    int at = masses.indexOf(massGeV);
    return at == 0 ? masses.get(1) - massGeV : massGeV - masses.get(at - 1);
  }

  /// Width, acceptance and loss between the masses, at every mass of the card.
  ///
  /// @param events for each mass
  Map<Double, List<Quantity>> masses(long events) {
    Map<Double, List<Quantity>> rows = new LinkedHashMap<>();
    List<Double> masses = card.massesGeV();
    for (int from = 0; from < masses.size(); from += MASSES_AT_A_TIME) {
      int to = Math.min(masses.size(), from + MASSES_AT_A_TIME);
      Map<Double, Supplier<Sample>> signals = signals(masses.subList(from, to), events);
      samples.run();
      signals.forEach((massGeV, sample) -> rows.put(massGeV, signal(massGeV, sample.get())));
    }
    return rows;
  }

  private Map<Double, Supplier<Sample>> signals(List<Double> massesGeV, long events) {
    Map<Double, Supplier<Sample>> signals = new LinkedHashMap<>();
    for (double massGeV : massesGeV) {
      signals.put(massGeV, samples.select(signal(massGeV), events, LIST_ALL));
    }
    return signals;
  }

  private List<Quantity> signal(double massGeV, Sample sample) {
    return Validation.signal(massGeV, sample.result(), card.windows().signal(), stepGeV(massGeV));
  }

  /// Where events far from the peak come from.
  TailStudy.Found tails() {
    var tails = TailStudy.of(card, read("na62-upstream"), samples, events);
    samples.run();
    return tails.get();
  }

  /// Throws everything else.
  List<Quantity> run() {
    RunCard without = read("validation/without-gtk");
    RunCard twoBodyWithout = read("validation/kmu2-without-gtk");
    RunCard twoBody = read("validation/kmu2-gtk");
    var peak = muonNeutrino(card);
    var peakWithout = muonNeutrino(without);
    var peakVetoed = muonNeutrino(read("na62-recorded"));
    var muonWithout = muonNeutrino(twoBodyWithout);
    var muon = muonNeutrino(twoBody);
    Simulation munu = simulation(card, card.simulation().processes().getFirst());
    var kaons = samples.look(new ChosenKaons(munu), events);
    var pions = samples.look(threePions(card), events);
    var photons = samples.look(photons(), events);
    var clusters = samples.look(clusters(), events);
    var neutrinos = samples.select(threeNeutrinos(), events, LIST_NONE);
    Map<Double, Supplier<Sample>> signals = signals(MASSES_GEV, events);
    Map<Double, Supplier<Gathered>> decays = new LinkedHashMap<>();
    for (double massGeV : SHORT_LIVED_GEV) {
      Look look = new SeenDecays(signal(massGeV), massGeV, ends(), LIFETIMES_NS);
      decays.put(massGeV, samples.look(look, events));
    }
    samples.run();
    Estimate share = card.normalisation().branchingFraction();
    Interval region = card.normalisation().region();
    Interval wideRegion = twoBodyWithout.normalisation().region();
    List<Quantity> rows = new ArrayList<>(Validation.peak(done(peak), share, region));
    rows.add(Validation.gain(done(peak), done(peakWithout), region));
    rows.add(Validation.randomVeto(done(peakVetoed), done(peak), share, region));
    rows.add(Validation.withoutGtk(done(muonWithout), share, wideRegion));
    rows.add(Validation.withGtk(done(muon), share, twoBody.normalisation().region()));
    rows.addAll(Validation.wrongKaons(kaons.get()));
    rows.addAll(Validation.threePions(pions.get()));
    rows.addAll(Validation.twoClusters(clusters.get()));
    rows.addAll(Validation.threeNeutrinos(neutrinos.get().result(), THRESHOLD_GEV2));
    rows.addAll(Validation.lostPhotons(photons.get()));
    rows.add(Validation.decayRate(card.simulation().apparatus().beam()));
    signals.forEach((massGeV, sample) -> rows.addAll(signal(massGeV, sample.get())));
    decays.forEach((massGeV, seen) -> {
      rows.addAll(Validation.lifetimes(massGeV, seen.get(), lastPlane(), "", LIFETIMES_NS));
      rows.addAll(
          Validation.lifetimes(massGeV, seen.get(), CALORIMETER, "." + CALORIMETER, LIFETIMES_NS));
    });
    return rows;
  }
}
