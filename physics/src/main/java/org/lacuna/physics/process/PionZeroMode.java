package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.ELECTRON;

import java.util.List;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.decay.TwoPhotons;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Particle;

/// How the π⁰ of a process decays.
///
/// The samples with two photons stand for all π⁰; those with a pair show what that leaves out, and
/// are never added to them.
public enum PionZeroMode {
  /// π⁰ → γγ.
  PHOTONS("", 1, 2, List.of()) {
    @Override
    void decay(Truth truth, Draws draw) {
      FourVectors pion = pion(truth);
      TwoPhotons.decay(truth, draw, "photons", pion, truth.photon[0], pion);
    }

    @Override
    FourVectors pion(Truth truth) {
      return truth.photon[1];
    }
  },

  /// π⁰ → e⁺e⁻γ.
  PAIR("dalitz", BranchingFraction.PION_ZERO_TO_DALITZ_PAIR, 1, List.of(ELECTRON, ELECTRON)) {
    @Override
    void decay(Truth truth, Draws draw) {
      FourVectors pion = pion(truth);
      DalitzPair.decay(truth, draw, pion, truth.companion[0], pion, truth.photon[0]);
    }

    @Override
    FourVectors pion(Truth truth) {
      return truth.companion[1];
    }
  };

  private final String suffix;
  private final double fraction;
  private final int photons;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Particle> companions;

  PionZeroMode(String suffix, double fraction, int photons, List<Particle> companions) {
    this.suffix = suffix;
    this.fraction = fraction;
    this.photons = photons;
    this.companions = companions;
  }

  /// What the name of a process gets appended.
  String suffix() {
    return suffix;
  }

  /// Share of the π⁰ that the sample stands for.
  double fraction() {
    return fraction;
  }

  int photons() {
    return photons;
  }

  List<Particle> companions() {
    return companions;
  }

  /// Where the π⁰ waits for its decay: the columns that its last daughter gets.
  abstract FourVectors pion(Truth truth);

  /// Replaces the π⁰ by its daughters.
  abstract void decay(Truth truth, Draws draw);
}
