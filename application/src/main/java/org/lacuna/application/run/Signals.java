package org.lacuna.application.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.analysis.acceptance.ThresholdSignal;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.search.ThresholdSearch;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.catalogue.ThresholdCard;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.Look;
import org.lacuna.experiment.validation.SeenDecays;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;

/// The signals of a run, of all masses: work to be done, and what came of it.
final class Signals {
  /// Decays for each mass with which the loss by a finite lifetime is found, to half a percent.
  private static final int LIFETIME_EVENTS = 1 << 14;

  private static final double MEV_PER_GEV = 1e3;

  private final RunCard card;
  private final Run.Settings settings;
  private final List<Work> work = new ArrayList<>();
  private final Supplier<List<HnlSignal>> hnl;
  private final List<Gathered> decays;
  private final Optional<Supplier<ThresholdSearch>> thresholds;

  Signals(RunCard card, Run.Settings settings) {
    this.card = card;
    this.settings = settings;
    List<Double> masses = card.massesGeV();
    List<Simulation> chains = chains(card.signal(), masses);
    double window = card.windows().signal();
    hnl = made(chains, (k, sample) -> HnlSignal.of(masses.get(k), sample, window));
    decays = masses.stream().map(_ -> new Gathered()).toList();
    if (!lifetimesNs().isEmpty()) lookForDecays(chains);
    thresholds = card.thresholds().map(this::thresholdSearch);
  }

  /// What is to be done before anything below is asked.
  List<Work> work() {
    return work;
  }

  /// Widths and acceptances of the peaks, by rising mass.
  List<HnlSignal> hnl() {
    return hnl.get();
  }

  /// What finite lifetimes do to the acceptance.
  List<HnlSearch.Lifetime> lifetimes() {
    List<HnlSearch.Lifetime> lifetimes = new ArrayList<>();
    for (double lifetimeNs : lifetimesNs()) {
      List<HnlSearch.AcceptanceRatio> ratios = new ArrayList<>();
      for (int k = 0; k < decays.size(); k++) {
        String name = SeenDecays.name(vetoEnd().name(), lifetimeNs);
        double loss = decays.get(k).ratioOf(name).estimate().value();
        ratios.add(new HnlSearch.AcceptanceRatio(card.massesGeV().get(k) * MEV_PER_GEV, 1 / loss));
      }
      lifetimes.add(new HnlSearch.Lifetime(lifetimeNs, ratios));
    }
    return lifetimes;
  }

  /// The search above thresholds with its signals, if the card has one.
  Optional<ThresholdSearch> thresholdSearch() {
    return thresholds.map(Supplier::get);
  }

  private Supplier<ThresholdSearch> thresholdSearch(ThresholdCard search) {
    var scalar = aboveThresholds(search, search.scalar(), search.massesGeV());
    var vector = aboveThresholds(search, search.vector(), search.massesGeV());
    var neutrinos = aboveThresholds(search, _ -> search.threeNeutrinos(), List.of(0.0));
    return () ->
        new ThresholdSearch(
            search.candidatesGeV2(),
            search.raisedFromGeV(),
            scalar.get(),
            vector.get(),
            neutrinos.get().getFirst(),
            card.limit().method(),
            card.limit().prior());
  }

  private Supplier<List<ThresholdSignal>> aboveThresholds(
      ThresholdCard search, DoubleFunction<? extends DecayModel> model, List<Double> massesGeV) {
    return made(
        chains(model, massesGeV),
        (k, sample) -> ThresholdSignal.of(massesGeV.get(k), sample, search.candidatesGeV2()));
  }

  /// One chain for each mass, rehearsed at the first one.
  private List<Simulation> chains(
      DoubleFunction<? extends DecayModel> model, List<Double> massesGeV) {
    RunCard.Setting believed = card.simulation();
    Simulation rehearsed =
        Run.simulation(
            card, believed, model.apply(massesGeV.getFirst()), Role.SIMULATION, settings);
    return massesGeV.stream()
        .map(massGeV ->
            Simulation.sameChain(
                rehearsed, believed.apparatus(), card.reconstruction(), model.apply(massGeV)))
        .toList();
  }

  /// What is kept of the sample of one mass.
  private interface Kept<T> {
    T of(int mass, Result sample);
  }

  /// Throws a sample for each mass.
  private <T> Supplier<List<T>> made(List<Simulation> chains, Kept<T> kept) {
    List<Optional<T>> found = new ArrayList<>();
    for (int k = 0; k < chains.size(); k++) {
      int mass = k;
      found.add(Optional.empty());
      Consumer<Result> take = sample -> found.set(mass, Optional.of(kept.of(mass, sample)));
      work.add(new SignalWork(chains.get(k), card.samples(), settings.rows(), take));
    }
    return () -> found.stream().map(Optional::orElseThrow).toList();
  }

  private void lookForDecays(List<Simulation> chains) {
    Map<String, Double> end = Map.of(vetoEnd().name(), (double) vetoEnd().z());
    for (int k = 0; k < chains.size(); k++) {
      Look look = new SeenDecays(chains.get(k), card.massesGeV().get(k), end, lifetimesNs());
      work.addAll(Glance.of(look, LIFETIME_EVENTS, decays.get(k)));
    }
  }

  /// The lifetimes that are asked for; none where the signal is not one stable particle beside the
  /// muon.
  private List<Double> lifetimesNs() {
    DecayModel lightest = card.signal().apply(card.massesGeV().getFirst());
    return lightest instanceof LeptonNeutral ? card.lifetimesNs() : List.of();
  }

  private Plane vetoEnd() {
    return card.simulation().apparatus().vetoEnd();
  }
}
