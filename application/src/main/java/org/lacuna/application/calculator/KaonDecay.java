package org.lacuna.application.calculator;

import org.lacuna.physics.decay.MissingMassSpectrum;

/// What the calculator knows of a decay of the kaon.
sealed interface KaonDecay {
  /// Share of all K⁺ decays.
  double branchingFraction();

  /// A decay of which only the rate is of interest.
  record Rate(double branchingFraction) implements KaonDecay {}

  /// A decay with a spectrum of the squared missing mass.
  record Spectrum(MissingMassSpectrum of) implements KaonDecay {
    @Override
    public double branchingFraction() {
      return of.branchingFraction();
    }
  }
}
