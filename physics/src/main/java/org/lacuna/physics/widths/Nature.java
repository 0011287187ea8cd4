package org.lacuna.physics.widths;

/// Whether a heavy neutral lepton is its own antiparticle.
public enum Nature {
  /// It is not: lepton number is conserved.
  DIRAC,
  /// It is: each final state comes with its conjugate, and every width doubles.
  MAJORANA
}
