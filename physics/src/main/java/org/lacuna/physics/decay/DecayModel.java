package org.lacuna.physics.decay;

import java.util.List;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// One way in which a K⁺ decays. A new decay is one class with this interface and one line in the
/// table of models.
///
/// The kaon has no spin, so the orientation of the decay is drawn later and alike for all models:
/// here the charged daughter flies along z of the rest frame of the kaon.
public interface DecayModel {
  /// Fixed name; the random numbers depend on it, so it holds no mass.
  String name();

  /// Share of all K⁺ decays that these events stand for: rates are this times the mean weight.
  double branchingFraction();

  /// The charged daughter that may be taken for the muon.
  Particle charged();

  /// How many daughters of this decay may be taken for the muon: `charged` is one of them, the
  /// others are companions that are no different.
  default int candidates() {
    return 1;
  }

  /// Number of photons, those of neutral pions included.
  default int photons() {
    return 0;
  }

  /// Further charged daughters, positive and negative in turn.
  default List<Particle> companions() {
    return List.of();
  }

  /// Fills the daughters in the rest frame of the kaon. Transverse components of the charged
  /// daughter are zero already; every other column is left over from the block before. A model that
  /// does not throw its own density multiplies the weights.
  ///
  /// @param truth receives the four-momenta of `charged`, `photon` and `companion`
  /// @param draw random numbers of these rows
  void decay(Truth truth, Draws draw);
}
