package org.lacuna.physics.decay;

import java.util.function.DoubleUnaryOperator;

/// Spectrum of the squared missing mass `t = (P_K − p_ℓ)²` of a decay K⁺ → ℓ⁺ + invisible.
///
/// A kaon has no spin, so its decay is isotropic at rest and t alone says what can be seen of such
/// a decay. Whoever gives the limits and the density gets rates, means and a sampler.
public interface MissingMassSpectrum {
  /// Lower limit of t in GeV².
  double lowestGeV2();

  /// Upper limit of t in GeV², `(m_K − m_ℓ)²`.
  double highestGeV2();

  /// `dB/dt` in GeV⁻²; 0 outside the limits.
  double density(double missingMassSquaredGeV2);

  /// Branching fraction B, the integral of the density.
  default double branchingFraction() {
    return integral(t -> 1, lowestGeV2());
  }

  /// Branching fraction with t above a threshold in GeV².
  default double branchingFractionAbove(double thresholdGeV2) {
    return integral(t -> 1, thresholdGeV2);
  }

  /// Share of the decays with t above a threshold in GeV²; NaN if there is no decay at all.
  default double fractionAbove(double thresholdGeV2) {
    return branchingFractionAbove(thresholdGeV2) / branchingFraction();
  }

  /// Mean of `√t` in GeV; NaN if there is no decay at all.
  default double meanMissingMassGeV() {
    return integral(Math::sqrt, lowestGeV2()) / branchingFraction();
  }

  /// `∫ f(t) dB` from a threshold in GeV² to the end of the spectrum.
  default double integral(DoubleUnaryOperator weight, double thresholdGeV2) {
    return SpectrumIntegral.of(this, weight, thresholdGeV2);
  }
}
