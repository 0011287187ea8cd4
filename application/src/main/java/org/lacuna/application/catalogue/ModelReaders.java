package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.fraction;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.LeptonPionZero;
import org.lacuna.physics.process.MuonPhoton;
import org.lacuna.physics.process.PionZeroMode;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonThreeNeutrinos;

/// The decays: processes of fixed rate, and signals of many masses.
final class ModelReaders {
  static final Map<String, Reader<? extends DecayModel>> PROCESSES =
      Map.of(
          "munu", ModelReaders::muonNeutrino,
          "munugamma", ModelReaders::muonNeutrinoPhoton,
          "pi0munu", card -> () -> LeptonPionZero.muon(PionZeroMode.PHOTONS),
          "munununu", ModelReaders::muonThreeNeutrinos);

  /// A signal is a model for each mass in GeV.
  static final Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> SIGNALS =
      Map.of(
          "hnl", ModelReaders::heavyNeutrino,
          "munux", ModelReaders::muonNeutrinoBoson);

  private static Supplier<LeptonNeutral> muonNeutrino(Card card) {
    var share = branchingFraction(card);
    return () -> new LeptonNeutral("munu", share.get(), Particle.MUON, 0);
  }

  private static Supplier<MuonPhoton> muonNeutrinoPhoton(Card card) {
    var factors = card.get("form-factors", choice(KaonFormFactors.SETS), "structure of the kaon");
    var weighted =
        card.get(
            "photons",
            choice(Map.of("natural", false, "weighted", true)),
            "as in nature, or with flat logarithms and weights");
    return () ->
        weighted.get() ? MuonPhoton.weighted(factors.get()) : MuonPhoton.natural(factors.get());
  }

  private static Supplier<DoubleFunction<LeptonNeutral>> heavyNeutrino(Card card) {
    var lepton = card.get("lepton", choice(Map.of("muon", Particle.MUON)), "charged lepton");
    return () -> massGeV -> new LeptonNeutral("hnl", 1, lepton.get(), massGeV);
  }

  /// The rate is that of the Standard Model, whatever the spectrum.
  private static Supplier<LeptonInvisible> muonThreeNeutrinos(Card card) {
    var chosen = card.get("spectrum", choice(MuonThreeNeutrinos.SPECTRA), "of the missing mass");
    return () -> {
      MuonThreeNeutrinos decay = chosen.get().get();
      return LeptonInvisible.of("munununu", decay.branchingFraction(), Particle.MUON, decay);
    };
  }

  private static Supplier<DoubleFunction<LeptonInvisible>> muonNeutrinoBoson(Card card) {
    var model = card.get("model", choice(BosonModel.MODELS), "how the boson couples");
    return () ->
        massGeV ->
            LeptonInvisible.of(
                "munux", 1, Particle.MUON, new MuonNeutrinoBoson(model.get(), massGeV, 1));
  }

  private static Supplier<Double> branchingFraction(Card card) {
    return card.get("branching-fraction", fraction(), "share of all kaon decays");
  }

  private ModelReaders() {}
}
