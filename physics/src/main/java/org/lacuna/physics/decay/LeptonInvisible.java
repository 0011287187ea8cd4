package org.lacuna.physics.decay;

import org.lacuna.core.function.Quantile;
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
    String name, double branchingFraction, Particle charged, Quantile massSquaredGeV2)
    implements DecayModel {

  /// A decay whose spectrum is a formula.
  ///
  /// @param name fixed name of the process, without a mass
  /// @param branchingFraction share of all K⁺ decays; signals, whose rate is sought, have 1
  /// @throws IllegalArgumentException if the spectrum is zero or its limits leave no room
  public static LeptonInvisible of(
      String name, double branchingFraction, Particle charged, MissingMassSpectrum spectrum) {
    double low = spectrum.lowestGeV2();
    double high = spectrum.highestGeV2();
    if (!(low >= 0 && low < high)) {
      throw new IllegalArgumentException(
          "the squared missing mass of "
              + name
              + " begins at "
              + low
              + " GeV²: give 0 to below "
              + high);
    }
    return new LeptonInvisible(
        name,
        branchingFraction,
        charged,
        Quantile.of(y -> SpectrumIntegral.place(low, high, y), spectrum::density));
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
