package org.lacuna.statistics.evidence;

import org.lacuna.statistics.function.Normal;

/// A p-value and the same in standard deviations, `p = 1 − Φ(z)`.
///
/// @param pValue probability of so many or more without a signal
/// @param sigma `z`; −∞ if nothing was counted, +∞ if nothing could have been
public record Significance(double pValue, double sigma) {

  /// From the logarithms of both tails, of which the smaller is exact.
  ///
  /// @param below `ln(1 − p)`
  /// @param above `ln p`
  static Significance ofTails(double below, double above) {
    return below < above
        ? new Significance(-StrictMath.expm1(below), Normal.quantile(below))
        : new Significance(StrictMath.exp(above), -Normal.quantile(above));
  }
}
