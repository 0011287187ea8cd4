package org.lacuna.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;

/// The integral over a spectrum, by Gauss-Legendre in y with `t = low + (high − low)(1 − (1 −
/// y)²)⁴`: dense at the lower limit, where a light boson peaks, and smooth at the upper one, where
/// the density ends like a root.
final class SpectrumIntegral {
  private static final GaussIntegrator UNIT = GaussLegendre.of(64, 0, 1);

  private SpectrumIntegral() {}

  static double of(MissingMassSpectrum spectrum, DoubleUnaryOperator weight, double thresholdGeV2) {
    double low = Math.max(thresholdGeV2, spectrum.lowestGeV2());
    double high = spectrum.highestGeV2();
    if (!(low < high)) return 0;
    return UNIT.integrate(y -> {
      double t = place(low, high, y);
      return weight.applyAsDouble(t) * spectrum.density(t) * slope(low, high, y);
    });
  }

  /// t of y, rising from `low` to `high`.
  static double place(double low, double high, double y) {
    double square = rising(y) * rising(y);
    return Math.fma(high - low, square * square, low);
  }

  private static double slope(double low, double high, double y) {
    double rising = rising(y);
    return (high - low) * 8 * rising * rising * rising * (1 - y);
  }

  private static double rising(double y) {
    return 1 - (1 - y) * (1 - y);
  }
}
