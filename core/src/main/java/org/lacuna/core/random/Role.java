package org.lacuna.core.random;

import java.util.Locale;

/// What random numbers are drawn for. Numbers of different roles are independent of each other.
public enum Role {
  /// Pseudo-data, as nature would give them.
  NATURE,
  /// What the analyst believes, for acceptances and backgrounds.
  SIMULATION,
  /// Pseudo-experiments of the statistics.
  TOYS,
  /// Studies of the program itself.
  STUDY;

  /// The key that, with a seed, selects the random numbers of a process in this role.
  ///
  /// @param process its fixed name, without a mass
  public long key(String process) {
    return Address.hash(name().toLowerCase(Locale.ROOT) + "/" + process);
  }
}
