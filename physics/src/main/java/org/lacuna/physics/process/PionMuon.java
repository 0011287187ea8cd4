package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.NEUTRINO;
import static org.lacuna.physics.particle.Particle.PION;

import java.util.Arrays;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.standard.TwoBodyDecay;

/// π⁺ → μ⁺ν as columns, isotropic at rest.
///
/// Of an energy of the pion well above its mass the muon keeps 57 to 100 %, flat. Where the pion
/// decays is not said here: [org.lacuna.physics.particle.Particle#decayLengthM].
public final class PionMuon {
  private static final TwoBodyDecay DECAY = new TwoBodyDecay(PION, MUON, NEUTRINO);

  private PionMuon() {}

  /// Fills the muon in the rest frame of the pion.
  ///
  /// @param purpose of the random numbers, one for each pion
  public static void atRest(Truth truth, Draws draw, String purpose, FourVectors muon) {
    draw.uniforms(purpose, truth, muon.z, muon.x);
    Arrays.fill(muon.energy, 0, truth.n, (float) DECAY.energyGeV());
    float momentum = (float) DECAY.momentumGeV();
    for (int i = 0; i < truth.n; i++) {
      float cos = Math.fma(2f, muon.z[i], -1f);
      float halfTurns = Math.fma(2f, muon.x[i], -1f);
      float across = momentum * (float) Math.sqrt(Math.max(0f, 1f - cos * cos));
      muon.x[i] = across * FloatMath.cosPi(halfTurns);
      muon.y[i] = across * FloatMath.sinPi(halfTurns);
      muon.z[i] = momentum * cos;
    }
  }

  /// Fills the muon of a pion in flight.
  ///
  /// @param pion four-momenta in any frame
  /// @param muon receives the muon in the same frame; not the columns of the pion
  public static void inFlight(
      Truth truth, Draws draw, String purpose, FourVectors pion, FourVectors muon) {
    atRest(truth, draw, purpose, muon);
    muon.boost(pion, PION.massGeV(), truth.n);
  }
}
