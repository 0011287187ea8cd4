package org.lacuna.experiment.response;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lacuna.core.function.Curve;
import org.lacuna.physics.decay.Truth;

/// Probability that a muon is found and accepted by detectors whose answer is not simulated signal
/// by signal.
///
/// Each factor is a named function of the momentum. Their product is tabulated once.
public final class Efficiency {
  private static final double HIGHEST_GEV = 80;

  private final List<Factor> factors;
  private final Curve product;

  /// One factor.
  ///
  /// @param name what is found
  /// @param shows how it shows in an event that it is not
  /// @param ofMomentumGeV probability, 0 to 1
  public record Factor(String name, Shares shows, DoubleUnaryOperator ofMomentumGeV) {}

  public Efficiency(List<Factor> factors) {
    this.factors = List.copyOf(factors);
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

  /// Tells which factors have lost an event of a momentum, and so how it shows.
  int signals(double momentumGeV, Chance chance) {
    double[] found = new double[factors.size()];
    for (int k = 0; k < found.length; k++) {
      found[k] = factors.get(k).ofMomentumGeV.applyAsDouble(momentumGeV);
    }
    int lost = chance.atLeastOne(found, found.length);
    int signals = 0;
    for (int k = 0; k < found.length; k++) {
      if ((lost & 1 << k) != 0) signals |= factors.get(k).shows.draw(chance);
    }
    return signals;
  }

  /// Tells how the losses of these efficiencies show.
  public Fate.Witness witness(Truth truth) {
    return (row, chance) -> signals(truth.chargedRay.momentum[row], chance);
  }
}
