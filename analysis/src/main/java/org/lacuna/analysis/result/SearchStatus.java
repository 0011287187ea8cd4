package org.lacuna.analysis.result;

import java.util.Locale;

/// How the search for one hypothesis ended; in files `ok`, `constrained` and so on.
public enum SearchStatus {
  /// As intended.
  OK,
  /// Too few events for the free sideband fit: its shape was constrained. There is a limit.
  CONSTRAINED,
  /// Too few sideband bins for any fit: no background, no limit.
  INSUFFICIENT_SIDEBAND,
  /// A fit or a limit did not converge: no limit.
  NO_CONVERGENCE,
  /// This run did not search for it.
  NOT_COMPUTED;

  /// Whether background and limits were computed.
  public boolean hasLimit() {
    return this == OK || this == CONSTRAINED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
