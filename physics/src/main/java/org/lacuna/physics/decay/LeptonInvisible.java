package org.lacuna.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// `K⁺ → ℓ⁺ + anything that is not seen`, with a given spectrum of its squared mass t.
///
/// Only `dB/dt` matters: `t` is drawn from it and the decay to the lepton and a system of mass `√t`
/// is isotropic.
///
/// @param name fixed name of the process
/// @param branchingFraction share of all K⁺ decays
/// @param charged the lepton
/// @param massSquaredGeV2 turns a uniform number into t
public record LeptonInvisible(
    String name, double branchingFraction, Particle charged, Curve massSquaredGeV2)
    implements DecayModel {

  /// A model with a spectrum that is given as a formula.
  ///
  /// @param lowGeV2 lower end of t, at least 0
  /// @param spectrum `dB/dt` in any normalisation, up to `(m_K − m_ℓ)²`
  public static LeptonInvisible of(
      String name,
      double branchingFraction,
      Particle charged,
      double lowGeV2,
      DoubleUnaryOperator spectrum) {
    double highGeV = Particle.KAON.massGeV() - charged.massGeV();
    return new LeptonInvisible(
        name, branchingFraction, charged, Curve.inverse(lowGeV2, highGeV * highGeV, spectrum));
  }

  @Override
  public void decay(Truth truth, Draws draw) {
    double kaonGeV = Particle.KAON.massGeV();
    float leptonSquared = (float) (charged.massGeV() * charged.massGeV());
    float sum = (float) (kaonGeV * kaonGeV) + leptonSquared;
    float perTwiceKaon = (float) (1 / (2 * kaonGeV));
    float[] t = truth.scratch[0];
    float[] energy = truth.charged.energy;
    float[] along = truth.charged.z;
    draw.uniforms("missing mass", truth, t);
    massSquaredGeV2.at(t, t, truth.n);
    for (int i = 0; i < truth.n; i++) {
      float e = (sum - t[i]) * perTwiceKaon;
      energy[i] = e;
      along[i] = (float) Math.sqrt(Math.max(0f, e * e - leptonSquared));
    }
  }
}
