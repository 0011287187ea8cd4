package org.lacuna.statistics.sideband;

import java.util.ArrayList;
import java.util.List;

/// How windows are laid around a peak hypothesis at `centre` with resolution σ, in `t = (x -
/// centre)/σ`.
///
/// The signal window is `[-signal, signal)`; bins of width `bin` fill `[-sideband, -signal)` and
/// `[signal, sideband)`. A bin counts only where both its edges lie in `range`, to 1e-9 σ: near an
/// end of the range a sideband is shorter, in whole bins.
///
/// @param signal half width of the signal window in σ, positive
/// @param sideband outer edge of the sidebands in σ, a whole number of bins beyond `signal`
/// @param bin width of a bin in σ, positive
/// @param range where the observable is defined, in its own unit
public record PeakWindows(double signal, double sideband, double bin, Interval range) {
  private static final double EDGE_TOLERANCE = 1e-9;

  /// @throws IllegalArgumentException if a length is not positive or the bins do not fill the
  ///   sidebands
  public PeakWindows {
    requirePositive("signal", signal);
    requirePositive("bin", bin);
    requirePositive("sideband", sideband);
    double bins = (sideband - signal) / bin;
    if (bins < 1 - EDGE_TOLERANCE || Math.abs(bins - Math.rint(bins)) > EDGE_TOLERANCE * bins) {
      throw new IllegalArgumentException(
          "sideband = "
              + sideband
              + " σ: a whole number of bins of "
              + bin
              + " σ must fit between "
              + signal
              + " σ and it; they are "
              + bins);
    }
  }

  /// The signal window around a hypothesis, in the unit of the observable.
  ///
  /// @param centre of the hypothesis, inside the range
  /// @param sigma resolution there, positive
  /// @throws IllegalArgumentException if `centre` lies outside the range or `sigma` is not positive
  public Interval signalAt(double centre, double sigma) {
    requireHypothesis(centre, sigma);
    return window().around(centre, sigma);
  }

  /// The signal window and the usable bins around a hypothesis, in units of its σ.
  ///
  /// @param centre of the hypothesis, inside the range
  /// @param sigma resolution there, positive
  /// @throws IllegalArgumentException if `centre` lies outside the range or `sigma` is not positive
  public Sidebands sidebandsAt(double centre, double sigma) {
    requireHypothesis(centre, sigma);
    double lowest = (range.low() - centre) / sigma - EDGE_TOLERANCE;
    double highest = (range.high() - centre) / sigma + EDGE_TOLERANCE;
    int bins = (int) Math.rint((sideband - signal) / bin);
    List<Interval> usable = new ArrayList<>(2 * bins);
    for (int k = bins; k > 0; k--) {
      Interval left = new Interval(-edge(k), -edge(k - 1));
      if (left.low() >= lowest) usable.add(left);
    }
    for (int k = 0; k < bins; k++) {
      Interval right = new Interval(edge(k), edge(k + 1));
      if (right.high() <= highest) usable.add(right);
    }
    return new Sidebands(window(), usable);
  }

  private Interval window() {
    return new Interval(-signal, signal);
  }

  private double edge(int k) {
    return signal + k * bin;
  }

  private void requireHypothesis(double centre, double sigma) {
    if (!(centre >= range.low() && centre <= range.high())) {
      throw new IllegalArgumentException(
          "centre = " + centre + ": the hypothesis must lie in the range " + range);
    }
    requirePositive("sigma", sigma);
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " = " + value + ": must be positive and finite");
    }
  }
}
