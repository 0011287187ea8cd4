package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.List;
import java.util.Locale;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.ThreeBodies;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.PionZeroLeptonNeutrino;

/// K⁺ → π⁰ℓ⁺ν; the π⁰ decays at once. Density in [PionZeroLeptonNeutrino].
public final class LeptonPionZero implements DecayModel {
  private final PionZeroLeptonNeutrino formula;
  private final PionZeroMode mode;
  private final ThreeBodies bodies;

  /// @param formula with the lepton
  /// @param boundGeV3 above the largest density
  /// @param mode how the π⁰ decays
  private LeptonPionZero(PionZeroLeptonNeutrino formula, double boundGeV3, PionZeroMode mode) {
    this.formula = formula;
    this.mode = mode;
    bodies =
        new ThreeBodies(
            formula.lepton().massGeV(), PION_ZERO.massGeV(), 0, density(formula, boundGeV3));
  }

  /// K⁺ → π⁰e⁺ν: a quarter of the proposals is kept.
  public static LeptonPionZero electron(PionZeroMode mode) {
    return new LeptonPionZero(PionZeroLeptonNeutrino.WITH_ELECTRON, 0.01290, mode);
  }

  /// K⁺ → π⁰μ⁺ν: a third of the proposals is kept.
  public static LeptonPionZero muon(PionZeroMode mode) {
    return new LeptonPionZero(PionZeroLeptonNeutrino.WITH_MUON, 0.01200, mode);
  }

  @Override
  public String name() {
    String lepton = formula.lepton() == Particle.MUON ? "mu" : "e";
    return String.format(Locale.ROOT, "pi0%snu%s", lepton, mode.suffix());
  }

  @Override
  public double branchingFraction() {
    return formula.branchingFraction() * mode.fraction();
  }

  @Override
  public Particle charged() {
    return formula.lepton();
  }

  @Override
  public int photons() {
    return mode.photons();
  }

  @Override
  public List<Particle> companions() {
    return mode.companions();
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    bodies.decay(truth, draw, mode.pion(truth));
    mode.decay(truth, draw);
  }

  /// ρ of lepton energy u and pion energy v.
  private static Proposal density(PionZeroLeptonNeutrino formula, double boundGeV3) {
    double kaon2 = KAON.massGeV() * KAON.massGeV();
    double zero2 = PION_ZERO.massGeV() * PION_ZERO.massGeV();
    double pion2 = PION.massGeV() * PION.massGeV();
    double scale = 1 / Math.sqrt(boundGeV3);
    double fall = scale * (kaon2 - zero2) / pion2;
    float kaon = (float) KAON.massGeV();
    float m2 = (float) (formula.lepton().massGeV() * formula.lepton().massGeV());
    float top = (float) formula.highestPionGeV();
    float z0 = (float) ((kaon2 + zero2) / pion2);
    float z1 = (float) (-2 * KAON.massGeV() / pion2);
    float plus0 = (float) scale;
    float plus1 = (float) (scale * PionZeroLeptonNeutrino.LAMBDA_PLUS);
    float plus2 = (float) (scale * PionZeroLeptonNeutrino.LAMBDA_PLUS_CURVATURE / 2);
    float minus0 =
        (float) (fall * (PionZeroLeptonNeutrino.LAMBDA_ZERO - PionZeroLeptonNeutrino.LAMBDA_PLUS));
    float minus1 = (float) (-fall * PionZeroLeptonNeutrino.LAMBDA_PLUS_CURVATURE / 2);
    return (u, v, weight, work, i) -> {
      float z = Math.fma(z1, v[i], z0);
      float plus = Math.fma(z, Math.fma(z, plus2, plus1), plus0);
      float minus = Math.fma(z, minus1, minus0);
      float neutrino = kaon - v[i] - u[i];
      float left = top - v[i];
      float a = kaon * (2f * u[i] * neutrino - kaon * left) + m2 * (0.25f * left - neutrino);
      float b = m2 * (neutrino - 0.5f * left);
      float c = m2 * 0.25f * left;
      float lower = minus * Math.fma(plus, b, minus * c);
      weight[i] *= Math.fma(plus * plus, a, lower);
    };
  }
}
