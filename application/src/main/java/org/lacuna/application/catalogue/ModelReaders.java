package org.lacuna.application.catalogue;

import static java.util.Map.entry;
import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.ENERGY_SQUARED;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.Table;
import org.lacuna.experiment.beam.KaonInteraction;
import org.lacuna.experiment.beam.UpstreamDecay;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.ShortLived;
import org.lacuna.physics.decay.TabulatedSpectrum;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.LeptonHeavyNeutrino;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.LeptonPionZero;
import org.lacuna.physics.process.MuonPhoton;
import org.lacuna.physics.process.PionBremsstrahlung;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionTwoPionZeros;
import org.lacuna.physics.process.PionZeroMode;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.MuonThreeNeutrinos;

/// The decays: processes of fixed rate, and signals of many masses.
final class ModelReaders {
  static final Map<String, Reader<? extends DecayModel>> PROCESSES =
      Map.ofEntries(
          entry("munu", ModelReaders::muonNeutrino),
          entry("upstream-munu", ModelReaders::upstreamMuonNeutrino),
          entry("gtk3-inelastic", ModelReaders::kaonInteraction),
          entry("munugamma", ModelReaders::muonNeutrinoPhoton),
          entry("enu", card -> ModelReaders::electronNeutrino),
          entry("pipi0", card -> () -> new PionPionZero(PionZeroMode.PHOTONS)),
          entry("pipi0dalitz", card -> () -> new PionPionZero(PionZeroMode.PAIR)),
          entry("pipi0gamma", card -> PionBremsstrahlung::new),
          entry("pipipi", card -> PionTriplet::new),
          entry("pipi0pi0", card -> PionTwoPionZeros::new),
          entry("pi0munu", card -> () -> LeptonPionZero.muon(PionZeroMode.PHOTONS)),
          entry("pi0munudalitz", card -> () -> LeptonPionZero.muon(PionZeroMode.PAIR)),
          entry("pi0enu", card -> () -> LeptonPionZero.electron(PionZeroMode.PHOTONS)),
          entry("pi0enudalitz", card -> () -> LeptonPionZero.electron(PionZeroMode.PAIR)),
          entry("munununu", ModelReaders::muonThreeNeutrinos),
          entry("invisible", ModelReaders::muonInvisible),
          entry("hnl", ModelReaders::heavyNeutrinoOfMass),
          entry("munux", ModelReaders::muonNeutrinoBosonOfMass));

  /// A signal is a model for each mass in GeV.
  static final Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> SIGNALS =
      Map.of(
          "hnl", ModelReaders::heavyNeutrino,
          "munux", ModelReaders::muonNeutrinoBoson);

  private static Supplier<LeptonNeutral> muonNeutrino(Card card) {
    var share = branchingFraction(card);
    return () -> new LeptonNeutral("munu", share.get(), Particle.MUON, 0);
  }

  private static Supplier<UpstreamDecay> upstreamMuonNeutrino(Card card) {
    var decay = muonNeutrino(card);
    var ratio =
        card.get(
            "per-fiducial-decay",
            number().above(0),
            "kaons that decay upstream for each one in the fiducial volume");
    return () -> new UpstreamDecay(decay.get(), ratio.get());
  }

  private static Supplier<KaonInteraction> kaonInteraction(Card card) {
    var probability = card.get("probability", fraction(), "that a kaon interacts in GTK3");
    var ratio =
        card.get(
            "per-fiducial-decay",
            number().above(0),
            "kaons that cross GTK3 for each decay in the fiducial volume");
    var transverse =
        card.get("transverse-momentum", quantity(ENERGY).above(0), "of the leading pi+, rms");
    var products = card.get("products", number().atLeast(0), "other charged products on average");
    var strike = card.get("in-chanti", fraction(), "share of them that strikes CHANTI");
    var efficiency = card.get("chanti-efficiency", fraction(), "for one of them");
    return () ->
        new KaonInteraction(
            probability.get() * ratio.get(),
            transverse.get(),
            products.get(),
            strike.get() * efficiency.get());
  }

  private static LeptonNeutral electronNeutrino() {
    return new LeptonNeutral("enu", BranchingFraction.ELECTRON_NEUTRINO, Particle.ELECTRON, 0);
  }

  private static final Map<String, Function<MuonNeutrinoPhoton, MuonPhoton>> PHOTONS =
      Map.of(
          "natural", MuonPhoton::natural,
          "weighted", MuonPhoton::weighted,
          "forced", MuonPhoton::forced);

  private static Supplier<MuonPhoton> muonNeutrinoPhoton(Card card) {
    var factors = card.get("form-factors", choice(KaonFormFactors.SETS), "structure of the kaon");
    var infrared =
        card.get("infrared", choice(MuonNeutrinoPhoton.INFRARED), "recipe for soft photons");
    var photons =
        card.get(
            "photons",
            choice(PHOTONS),
            "as in nature; or with flat logarithms and weights, all or only hard ones");
    return () -> {
      MuonNeutrinoPhoton formula = new MuonNeutrinoPhoton(factors.get());
      return photons.get().apply(infrared.get().apply(formula));
    };
  }

  private static final Map<String, Particle> LEPTONS =
      Map.of("muon", Particle.MUON, "electron", Particle.ELECTRON);

  private static Supplier<DoubleFunction<DecayModel>> heavyNeutrino(Card card) {
    var lepton = card.get("lepton", choice(LEPTONS), "charged lepton");
    var lifetime = lifetime(card);
    return () ->
        massGeV ->
            living(
                new LeptonNeutral("hnl", 1, lepton.get(), allowed(massGeV, lepton.get())),
                lifetime.get());
  }

  private static Supplier<DecayModel> heavyNeutrinoOfMass(Card card) {
    var lepton = card.get("lepton", choice(LEPTONS), "charged lepton");
    var mass = card.get("mass", quantity(ENERGY).atLeast(0), "of the heavy neutral lepton");
    var mixing = card.get("mixing", fraction(), "squared, with the neutrino of the lepton");
    var lifetime = lifetime(card);
    return () -> {
      double massGeV = allowed(mass.get(), lepton.get());
      double rate = new LeptonHeavyNeutrino(lepton.get(), massGeV).branchingFraction(mixing.get());
      return living(new LeptonNeutral("hnl", rate, lepton.get(), massGeV), lifetime.get());
    };
  }

  private static Supplier<Optional<Double>> lifetime(Card card) {
    return card.find(
        "lifetime",
        quantity(TIME).above(0),
        "mean proper lifetime; without it the particle is stable, with it decays before the last"
            + " plane lose the event");
  }

  private static DecayModel living(LeptonNeutral stable, Optional<Double> lifetimeNs) {
    return lifetimeNs.<DecayModel>map(ns -> new ShortLived(stable, ns)).orElse(stable);
  }

  /// The rate is that of the Standard Model, whatever the spectrum.
  private static Supplier<LeptonInvisible> muonThreeNeutrinos(Card card) {
    var chosen = card.get("spectrum", choice(MuonThreeNeutrinos.SPECTRA), "of the missing mass");
    return () -> threeNeutrinos(chosen.get().get());
  }

  static LeptonInvisible threeNeutrinos(MuonThreeNeutrinos decay) {
    return LeptonInvisible.of("munununu", decay.branchingFraction(), Particle.MUON, decay);
  }

  /// Whatever is not seen, by a table of its squared mass.
  private static Supplier<LeptonInvisible> muonInvisible(Card card) {
    var share = branchingFraction(card);
    var points =
        card.get(
            "spectrum",
            table(
                new Table.Column("squaredMassGeV2", quantity(ENERGY_SQUARED).atLeast(0), "GeV^2"),
                new Table.Column("density", number().atLeast(0), "")),
            "of the squared missing mass, straight lines between the points, in any unit");
    return () -> {
      Table table = points.get();
      var spectrum =
          new TabulatedSpectrum(
              share.get(),
              listed(table.column("squaredMassGeV2")),
              listed(table.column("density")));
      allowed(Math.sqrt(spectrum.highestGeV2()), Particle.MUON);
      return LeptonInvisible.of("invisible", share.get(), Particle.MUON, spectrum);
    };
  }

  private static List<Double> listed(double[] column) {
    return DoubleStream.of(column).boxed().toList();
  }

  private static Supplier<DoubleFunction<LeptonInvisible>> muonNeutrinoBoson(Card card) {
    var model = card.get("model", choice(BosonModel.MODELS), "how the boson couples");
    return () -> massGeV -> boson(model.get(), massGeV);
  }

  /// A signal, whose rate is sought.
  static LeptonInvisible boson(BosonModel model, double massGeV) {
    var decay = new MuonNeutrinoBoson(model, allowed(massGeV, Particle.MUON), 1);
    return LeptonInvisible.of("munux", 1, Particle.MUON, decay);
  }

  private static Supplier<LeptonInvisible> muonNeutrinoBosonOfMass(Card card) {
    var model = card.get("model", choice(BosonModel.MODELS), "how the boson couples");
    var mass = card.get("mass", quantity(ENERGY).above(0), "of the boson");
    var coupling = card.get("coupling", number().above(0), "g, to the muon");
    return () -> {
      double massGeV = allowed(mass.get(), Particle.MUON);
      var decay = new MuonNeutrinoBoson(model.get(), massGeV, coupling.get());
      return LeptonInvisible.of("munux", decay.branchingFraction(), Particle.MUON, decay);
    };
  }

  /// A mass that a kaon can make beside a lepton.
  private static double allowed(double massGeV, Particle lepton) {
    double limitGeV = Particle.KAON.massGeV() - lepton.massGeV();
    if (massGeV < limitGeV) return massGeV;
    throw new IllegalArgumentException(
        "the mass is %s: give less than %s, the mass of the kaon less that of the %s"
            .formatted(
                ENERGY.format(massGeV),
                ENERGY.format(limitGeV),
                lepton.name().toLowerCase(Locale.ROOT)));
  }

  private static Supplier<Double> branchingFraction(Card card) {
    return card.get("branching-fraction", fraction(), "share of all kaon decays");
  }

  private ModelReaders() {}
}
