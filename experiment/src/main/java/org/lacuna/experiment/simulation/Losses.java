package org.lacuna.experiment.simulation;

import org.lacuna.core.random.Role;

/// What becomes of an event that an efficiency or a veto may lose.
public enum Losses {
  /// It carries the probability that it is not lost.
  WEIGHTED,
  /// That is drawn, and a lost event ends there.
  DRAWN,
  /// That is drawn, and a lost event goes on with the signals by which it is: the selection finds
  /// them. The events that are selected are those of [#DRAWN].
  RECORDED;

  /// Nature draws, all others carry weights.
  static Losses of(Role role) {
    return role == Role.NATURE ? DRAWN : WEIGHTED;
  }
}
