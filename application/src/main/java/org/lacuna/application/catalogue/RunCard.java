package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.block;
import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.count;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.list;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.oneOf;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.DEVIATION;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.ENERGY_SQUARED;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Kind;
import org.lacuna.application.card.Reader;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Losses;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.HybridCls;
import org.lacuna.statistics.counting.Toys;
import org.lacuna.statistics.sideband.FitStatistic;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;

/// All that a run needs.
///
/// @param simulation what the analyst believes
/// @param nature what pseudo-data are made from
/// @param reconstruction steps in order, for both
/// @param selection cuts in order, for both
/// @param normalisation how kaon decays are counted
/// @param samples how many events are simulated
/// @param signal model for each mass in GeV
/// @param massesGeV hypotheses, rising
/// @param lifetimesNs of the signal, for which the acceptance is compared with that of a stable one
/// @param windows of a hypothesis, in GeV
/// @param background estimate from the sidebands
/// @param limit how limits are set
/// @param pseudoExperiments for the global significance of the largest excess, if it is wanted
/// @param thresholds the search for large missing masses, if there is one
/// @param delivery what the exposure leaves out
/// @param exposure kaon decays in the fiducial volume that nature produces, after delivery
/// @param fullExposure exposure of the paper, for expected limits
/// @param seed key of all random numbers
public record RunCard(
    String title,
    Setting simulation,
    Setting nature,
    List<Step.Named> reconstruction,
    Selection selection,
    Normalisation normalisation,
    Samples samples,
    DoubleFunction<? extends DecayModel> signal,
    List<Double> massesGeV,
    List<Double> lifetimesNs,
    PeakWindows windows,
    SidebandEstimator background,
    Limit limit,
    Optional<Long> pseudoExperiments,
    Optional<ThresholdCard> thresholds,
    Delivery delivery,
    double exposure,
    double fullExposure,
    long seed) {
  /// Squared missing masses above this are kept one by one; searches begin there.
  public static final double LISTED_ABOVE_GEV2 = 0.03;

  private static final double EV_PER_GEV = 1e9;

  /// One side of the comparison.
  ///
  /// @param losses what becomes of events that efficiencies and vetoes lose
  public record Setting(Apparatus apparatus, List<DecayModel> processes, Losses losses) {
    /// @throws IllegalArgumentException if two processes have one name, and so the same random
    ///   numbers
    public Setting {
      processes = List.copyOf(processes);
      Set<String> names = new HashSet<>();
      for (DecayModel process : processes) {
        if (names.add(process.name())) continue;
        throw new IllegalArgumentException(
            "processes: \"%s\" is there twice: one of a name, for it has the random numbers"
                .formatted(process.name()));
      }
    }
  }

  /// How kaon decays are counted.
  ///
  /// @param branchingFraction of the decays that are counted
  /// @param processes they are made of
  /// @param region of the squared missing mass, in GeV²
  public record Normalisation(Estimate branchingFraction, List<String> processes, Interval region) {
    public Normalisation {
      processes = List.copyOf(processes);
    }
  }

  /// How many decays are thrown for simulated samples.
  ///
  /// @param background for each process
  /// @param signal at a time, for each mass
  /// @param signalSelected selected decays after which that is enough
  /// @param signalMost for each mass in any case
  public record Samples(long background, int signal, int signalSelected, int signalMost) {}

  /// How limits are set.
  ///
  /// @param method with its confidence level
  /// @param prior what is made of an expected background and its uncertainty
  public record Limit(HybridCls method, Background.Density prior) {}

  /// What signal and normalisation have in common: it is never drawn.
  ///
  /// @param randomVeto probability that an event is lost to accidental signals
  public record Delivery(double downscaling, double triggerEfficiency, double randomVeto) {
    /// Decays that the beam delivers for each one that is counted in the exposure.
    public double decaysPerDecay() {
      return downscaling / (triggerEfficiency * (1 - randomVeto));
    }
  }

  private static final long MOST = 1 << 30;

  public RunCard {
    reconstruction = List.copyOf(reconstruction);
    massesGeV = List.copyOf(massesGeV);
    lifetimesNs = List.copyOf(lifetimesNs);
  }

  /// The type of these cards.
  public static CardType<RunCard> cards(Catalogue catalogue) {
    return new CardType<>("lacuna/run/1", card -> read(catalogue, card));
  }

  private static Supplier<RunCard> read(Catalogue catalogue, Card card) {
    var title = card.get("title", text(), "headline of the report");
    Reader<Setting> analyst = it -> setting(catalogue, it, () -> Losses.WEIGHTED);
    var simulation = card.get("simulation", block(analyst), "what the analyst believes");
    Reader<Setting> natural = it -> setting(catalogue, it, losses(it));
    var nature = card.get("nature", block(natural), "what pseudo-data are made from");
    var steps =
        card.get("reconstruction", list(oneOf("a step", named(catalogue.steps()))), "in order");
    var cuts = card.get("selection", list(oneOf("a cut", catalogue.cuts())), "in order");
    var samples = card.get("samples", block(RunCard::samples), "how much is simulated");
    var normalisation =
        card.get("normalisation", block(RunCard::normalisation), "how kaon decays are counted");
    Kind<DoubleFunction<? extends DecayModel>> signals = oneOf("a signal", catalogue.signals());
    var signal = card.get("signal", signals, "what is searched for");
    var masses =
        card.get("hypotheses", list(block(RunCard::masses)), "masses that are tried, rising");
    var lifetimes =
        card.get(
            "lifetimes",
            list(quantity(TIME).above(0)),
            "of a signal of two bodies: acceptance beside that of a stable one");
    var windows = card.get("windows", block(RunCard::windows), "around each hypothesis");
    var background =
        card.get("background", oneOf("a background", BACKGROUNDS), "under the signal window");
    var limit = card.get("limit", oneOf("a limit", LIMITS), "how limits are set");
    var toys =
        card.find(
            "pseudo-experiments",
            count(100, Toys.MOST),
            "for the global significance of the largest excess");
    var thresholds =
        card.find(
            "threshold-search",
            block(ThresholdCard::read),
            "for an excess of large missing masses, K+ -> mu+ nu X and K+ -> mu+ nu nu nubar");
    var delivery =
        card.get(
            "delivery",
            block(RunCard::delivery),
            "common to signal and normalisation, printed only");
    var exposure =
        card.get(
            "exposure",
            number().above(0),
            "kaon decays in the fiducial volume that pseudo-data hold");
    var full =
        card.get("full-exposure", number().above(0), "the same for expected limits and --full");
    var seed = card.get("seed", count(0, Long.MAX_VALUE), "key of all random numbers");
    return () -> {
      Apparatus believed = simulation.get().apparatus();
      return new RunCard(
          title.get(),
          simulation.get(),
          nature.get(),
          steps.get().stream().<Step.Named>map(step -> step.in(believed)).toList(),
          new Selection(cuts.get().stream().map(cut -> cut.in(believed)).toList()),
          normalisation.get(),
          samples.get(),
          signal.get(),
          rising(masses.get()),
          lifetimes.get(),
          windows.get(),
          background.get(),
          limit.get(),
          toys.get(),
          thresholds.get(),
          delivery.get(),
          exposure.get(),
          full.get(),
          seed.get());
    };
  }

  /// What may become of lost events in pseudo-data.
  private static final Map<String, Losses> VETO =
      Map.of("drawn", Losses.DRAWN, "recorded", Losses.RECORDED);

  private static Supplier<Losses> losses(Card card) {
    return card.get("veto", choice(VETO), "whether lost events end at once or go to the selection");
  }

  private static Supplier<Setting> setting(
      Catalogue catalogue, Card card, Supplier<Losses> losses) {
    var apparatus = card.get("apparatus", catalogue.apparatusCards(), "instrument and beam");
    Kind<DecayModel> process = oneOf("a process", catalogue.processes());
    var processes = card.get("processes", list(process), "decays of the kaon");
    return () -> new Setting(apparatus.get(), processes.get(), losses.get());
  }

  /// A step bears the name of its type.
  private static Map<String, Reader<? extends InApparatus<Step.Named>>> named(
      Map<String, Reader<? extends InApparatus<? extends Step>>> steps) {
    Map<String, Reader<? extends InApparatus<Step.Named>>> named = new HashMap<>();
    steps.forEach((type, reader) ->
        named.put(
            type,
            (Reader<InApparatus<Step.Named>>)
                card -> {
                  Supplier<? extends InApparatus<? extends Step>> step = reader.read(card);
                  return () -> {
                    InApparatus<? extends Step> made = step.get();
                    return apparatus -> new Step.Named(type, made.in(apparatus));
                  };
                }));
    return named;
  }

  private static Supplier<Normalisation> normalisation(Card card) {
    var share = card.get("branching-fraction", fraction(), "of the decays that are counted");
    var sigma = card.get("branching-fraction-sigma", fraction(), "its standard deviation");
    var processes = card.get("processes", list(text()), "they are made of");
    var from = card.get("from", quantity(ENERGY_SQUARED), "least squared missing mass");
    var to = card.get("to", quantity(ENERGY_SQUARED), "largest squared missing mass");
    return () ->
        new Normalisation(
            new Estimate(share.get(), sigma.get(), ""),
            processes.get(),
            new Interval(from.get(), to.get()));
  }

  private static Supplier<Samples> samples(Card card) {
    var background = card.get("background", count(1, Long.MAX_VALUE), "decays for each process");
    var signal = card.get("signal", count(1, MOST), "decays at a time, for each mass");
    var selected =
        card.get("signal-selected", count(1, MOST), "selected decays after which that is enough");
    var most = card.get("signal-most", count(1, MOST), "decays for each mass in any case");
    return () ->
        new Samples(
            background.get(),
            signal.get().intValue(),
            selected.get().intValue(),
            most.get().intValue());
  }

  static Supplier<List<Double>> masses(Card card) {
    var from = card.get("from", quantity(ENERGY).above(0), "first mass");
    var to = card.get("to", quantity(ENERGY).above(0), "last mass");
    var step = card.get("step", quantity(ENERGY).atLeast(1 / EV_PER_GEV), "from mass to mass");
    return () -> {
      long steps = Math.round((to.get() - from.get()) / step.get());
      if (steps < 0 || Math.abs(from.get() + steps * step.get() - to.get()) > 0.5 / EV_PER_GEV) {
        throw new IllegalArgumentException(
            "the steps do not end at \"to\": give a whole number of steps from \"from\" to it");
      }
      List<Double> masses = new ArrayList<>();
      // In whole eV, so that each mass is the number nearest to its decimal form.
      for (long i = 0; i <= steps; i++) {
        masses.add(Math.round((from.get() + i * step.get()) * EV_PER_GEV) / EV_PER_GEV);
      }
      return masses;
    };
  }

  static List<Double> rising(List<List<Double>> ranges) {
    List<Double> masses = ranges.stream().flatMap(List::stream).toList();
    for (int i = 1; i < masses.size(); i++) {
      if (masses.get(i) <= masses.get(i - 1)) {
        throw new IllegalArgumentException(
            "hypotheses: "
                + ENERGY.format(masses.get(i))
                + " comes after "
                + ENERGY.format(masses.get(i - 1))
                + ": give ranges that rise");
      }
    }
    return masses;
  }

  private static Supplier<PeakWindows> windows(Card card) {
    var signal =
        card.get("signal", quantity(DEVIATION).above(0), "half width of the signal window");
    var sideband = card.get("sideband", quantity(DEVIATION).above(0), "where the sidebands end");
    var bin = card.get("bin", quantity(DEVIATION).above(0), "width of a bin in the sidebands");
    var from = card.get("from", quantity(ENERGY).atLeast(0), "least missing mass that is used");
    var to = card.get("to", quantity(ENERGY).above(0), "largest missing mass that is used");
    return () ->
        new PeakWindows(
            signal.get(), sideband.get(), bin.get(), new Interval(from.get(), to.get()));
  }

  private static final Map<String, Reader<? extends SidebandEstimator>> BACKGROUNDS =
      Map.of("sideband-polynomial", RunCard::sidebandPolynomial);

  private static Supplier<SidebandEstimator> sidebandPolynomial(Card card) {
    var degree = card.get("degree", count(0, 6), "of the polynomial that gives the number");
    var other =
        card.get("alternative-degree", count(0, 6), "whose difference is the systematic error");
    return () ->
        new SidebandEstimator(
            degree.get().intValue(), other.get().intValue(), FitStatistic.POISSON);
  }

  private static final Map<String, Reader<? extends Limit>> LIMITS =
      Map.of("cls-hybrid", RunCard::hybridCls);

  private static Supplier<Limit> hybridCls(Card card) {
    var level = card.get("level", fraction(), "confidence level");
    var prior = card.get("prior", choice(Background.Density.BY_NAME), "density of the background");
    return () -> new Limit(new HybridCls(level.get()), prior.get());
  }

  private static Supplier<Delivery> delivery(Card card) {
    var downscaling = card.get("downscaling", number().atLeast(1), "of the trigger");
    var efficiency = card.get("trigger-efficiency", fraction(), "of the trigger");
    var veto = card.get("random-veto", fraction(), "events lost to accidental signals");
    return () -> new Delivery(downscaling.get(), efficiency.get(), veto.get());
  }
}
