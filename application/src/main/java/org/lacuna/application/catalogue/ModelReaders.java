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

/// The decays: processes of fixed rate, and signals of many masses.
final class ModelReaders {
  static final Map<String, Reader<? extends DecayModel>> PROCESSES =
      Map.of("munu", ModelReaders::muonNeutrino);

  /// A signal is a model for each mass in GeV.
  static final Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> SIGNALS =
      Map.of("hnl", ModelReaders::heavyNeutrino);

  private static Supplier<LeptonNeutral> muonNeutrino(Card card) {
    var share = branchingFraction(card);
    return () -> new LeptonNeutral("munu", share.get(), Particle.MUON, 0);
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
