package org.lacuna.application.calculator;

import static java.util.Map.entry;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.Map;
import java.util.function.Function;
import org.lacuna.application.calculator.KaonDecay.Rate;
import org.lacuna.application.calculator.KaonDecay.Spectrum;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.LeptonHeavyNeutrino;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.MuonThreeNeutrinos;
import org.lacuna.physics.standard.PionPionZeroPhoton;
import org.lacuna.physics.standard.PionZeroLeptonNeutrino;

/// The processes of the calculator. A further one is one line.
final class Processes {
  static final Map<String, Function<ProcessOptions, KaonDecay>> BY_NAME =
      Map.ofEntries(
          entry("munu", with -> new Rate(BranchingFraction.MUON_NEUTRINO - photon(with))),
          entry("munugamma", with -> new Spectrum(muonNeutrinoPhoton(with))),
          entry("enu", with -> new Rate(BranchingFraction.ELECTRON_NEUTRINO)),
          entry("pipi0", with -> new Rate(BranchingFraction.PION_PION_ZERO)),
          entry(
              "pipi0gamma",
              with -> new Rate(PionPionZeroPhoton.branchingFraction(pionPhotonFromGeV(with)))),
          entry("pipipi", with -> new Rate(BranchingFraction.THREE_CHARGED_PIONS)),
          entry("pipi0pi0", with -> new Rate(BranchingFraction.PION_TWO_PION_ZEROS)),
          entry("pi0munu", with -> new Spectrum(PionZeroLeptonNeutrino.WITH_MUON)),
          entry("pi0enu", with -> new Spectrum(PionZeroLeptonNeutrino.WITH_ELECTRON)),
          entry("hnl", with -> new Rate(heavyNeutrino(with))),
          entry("munux", with -> new Spectrum(boson(with))),
          entry("munununu", with -> new Spectrum(with.spectrum(MuonThreeNeutrinos.SPECTRA).get())));

  private Processes() {}

  private static MuonNeutrinoPhoton muonNeutrinoPhoton(ProcessOptions with) {
    var fixedOrder = new MuonNeutrinoPhoton(with.formFactors(KaonFormFactors.SETS));
    return with.infrared(MuonNeutrinoPhoton.INFRARED)
        .apply(fixedOrder)
        .withPhotonFrom(with.photonFromGeV(MuonNeutrinoPhoton.highestPhotonGeV()));
  }

  private static double pionPhotonFromGeV(ProcessOptions with) {
    return with.photonFromGeV(PionPionZeroPhoton.highestX() * KAON.massGeV() / 2);
  }

  private static double photon(ProcessOptions with) {
    return muonNeutrinoPhoton(with).branchingFraction();
  }

  private static double heavyNeutrino(ProcessOptions with) {
    Particle lepton = with.lepton(RhoCommand.LEPTONS);
    double limitGeV = LeptonHeavyNeutrino.limitGeV(lepton);
    return new LeptonHeavyNeutrino(lepton, with.massGeV(limitGeV)).branchingFraction(with.mixing());
  }

  private static MuonNeutrinoBoson boson(ProcessOptions with) {
    double limitGeV = KAON.massGeV() - MUON.massGeV();
    return new MuonNeutrinoBoson(
        with.model(BosonModel.MODELS), with.massGeV(limitGeV), with.coupling());
  }
}
