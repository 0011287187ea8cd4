package org.lacuna.statistics.sideband;

import java.util.List;

/// A signal window and the bins beside it, in units of the resolution.
///
/// @param window where the signal would be
/// @param bins rising, without overlap among themselves or with the window; gaps are allowed
public record Sidebands(Interval window, List<Interval> bins) {

  /// @throws IllegalArgumentException if bins are out of order, overlap, or reach into the window
  public Sidebands {
    bins = List.copyOf(bins);
    double before = Double.NEGATIVE_INFINITY;
    for (Interval bin : bins) {
      if (bin.low() < before) {
        throw new IllegalArgumentException(
            bin + " begins before " + before + ": the bins must rise without overlap; sort them");
      }
      if (bin.low() < window.high() && bin.high() > window.low()) {
        throw new IllegalArgumentException(
            bin
                + " reaches into the signal window "
                + window
                + ": a bin must lie on one side; leave it out or move the window to its edge");
      }
      before = bin.high();
    }
  }

  boolean hasBothSides() {
    return !bins.isEmpty()
        && bins.getFirst().high() <= window.low()
        && bins.getLast().low() >= window.high();
  }
}
