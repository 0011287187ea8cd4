package org.lacuna.experiment.response;

import java.util.List;
import org.lacuna.core.function.Curve;
import org.lacuna.physics.decay.Truth;

/// Probability that a muon is found and accepted by detectors whose answer is not simulated signal
/// by signal.
///
/// Each factor is a named function of the momentum. Their product is tabulated once.
public final class Efficiency {
  private static final double HIGHEST_GEV = 80;

  private final Curve product;

  /// One factor.
  ///
  /// @param name what is found
  /// @param ofMomentumGeV probability, 0 to 1
  public record Factor(String name, java.util.function.DoubleUnaryOperator ofMomentumGeV) {}

  public Efficiency(List<Factor> factors) {
    product = new Curve(0, HIGHEST_GEV, p -> at(factors, p));
  }

  private static double at(List<Factor> factors, double momentumGeV) {
    double product = 1;
    for (Factor factor : factors) {
      double probability = factor.ofMomentumGeV.applyAsDouble(momentumGeV);
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "the efficiency '"
                + factor.name
                + "' is "
                + probability
                + " at "
                + momentumGeV
                + " GeV; a probability is 0 to 1");
      }
      product *= probability;
    }
    return product;
  }

  /// Multiplies one variant of the weights.
  public void weigh(Truth truth, float[] weight) {
    float[] efficiency = truth.scratch[0];
    product.at(truth.chargedRay.momentum, efficiency, truth.n);
    for (int i = 0; i < truth.n; i++) weight[i] *= efficiency[i];
  }
}
