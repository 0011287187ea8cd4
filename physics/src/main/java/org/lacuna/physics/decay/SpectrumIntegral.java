package org.lacuna.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// The integral over a spectrum, by Gauss-Legendre in y with `t − low = (high − low)(1 − (1 −
/// y)²)⁴`: dense at the lower limit, where a light boson peaks, and smooth at the upper one, where
/// the density ends like a root.
final class SpectrumIntegral {
  private static final GaussIntegrator UNIT = new GaussIntegratorFactory().legendre(64, 0, 1);

  private SpectrumIntegral() {}

  static double of(MissingMassSpectrum spectrum, DoubleUnaryOperator weight, double thresholdGeV2) {
    double low = Math.max(thresholdGeV2, spectrum.lowestGeV2());
    double range = spectrum.highestGeV2() - low;
    if (!(range > 0)) return 0;
    return UNIT.integrate(y -> {
      double left = 1 - y;
      double square = 1 - left * left;
      double cube = square * square * square;
      double t = Math.fma(range, cube * square, low);
      return weight.applyAsDouble(t) * spectrum.density(t) * range * 8 * left * cube;
    });
  }
}
