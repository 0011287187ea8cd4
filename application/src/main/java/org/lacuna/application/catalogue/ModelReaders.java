package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.fraction;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.LeptonPionZero;
import org.lacuna.physics.process.MuonPhoton;
import org.lacuna.physics.process.PionZeroMode;
import org.lacuna.physics.standard.KaonFormFactors;

/// The decays: processes of fixed rate, and signals of many masses.
final class ModelReaders {
  static final Map<String, Reader<? extends DecayModel>> PROCESSES =
      Map.of(
          "munu", ModelReaders::muonNeutrino,
          "munugamma", ModelReaders::muonNeutrinoPhoton,
          "pi0munu", card -> () -> LeptonPionZero.muon(PionZeroMode.PHOTONS));

  /// A signal is a model for each mass in GeV.
  static final Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> SIGNALS =
      Map.of("hnl", ModelReaders::heavyNeutrino);

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

  private static Supplier<Double> branchingFraction(Card card) {
    return card.get("branching-fraction", fraction(), "share of all kaon decays");
  }

  private ModelReaders() {}
}
