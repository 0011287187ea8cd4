package org.lacuna.physics.decay;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;
import org.hipparchus.util.Pair;

/// Quadrature of smooth functions.
///
/// The factory of Hipparchus is passed by: it works out constants to forty digits, a seventh of a
/// second at every start, for rules that are not needed here.
public final class GaussLegendre {
  private GaussLegendre() {}

  /// The rule `∫ₗʰ f ≈ Σ wₖ f(xₖ)`, exact for polynomials up to the degree `2 points − 1`.
  ///
  /// @param points at least 1
  public static GaussIntegrator of(int points, double low, double high) {
    Pair<double[], double[]> rule = new LegendreRuleFactory().getRule(points);
    double half = (high - low) / 2;
    double[] place = rule.getFirst().clone();
    double[] weight = rule.getSecond().clone();
    for (int k = 0; k < points; k++) {
      place[k] = low + half * (1 + place[k]);
      weight[k] *= half;
    }
    return new GaussIntegrator(place, weight);
  }
}
