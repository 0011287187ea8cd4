package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;

import org.lacuna.physics.decay.AcceptReject.Proposal;
import org.lacuna.physics.standard.ThreePions;

/// The Dalitz density of [ThreePions] as a formula: the odd variable and the even one are linear in
/// the energies u and v of the first two pions.
final class ThreePionDensity {
  private static final double PER_ENERGY = 2 * KAON.massGeV() / (PION.massGeV() * PION.massGeV());

  private ThreePionDensity() {}

  /// Where the first pion is the odd one.
  static Proposal oddFirst(ThreePions formula, double bound) {
    return density(formula, bound, 1, 0);
  }

  /// Where the second pion is the odd one.
  static Proposal oddSecond(ThreePions formula, double bound) {
    return density(formula, bound, 0, 1);
  }

  private static Proposal density(ThreePions formula, double bound, int first, int second) {
    double odd = formula.odd().massGeV();
    float odd0 = (float) formula.u(KAON.massGeV() * KAON.massGeV() + odd * odd);
    float oddU = (float) (-PER_ENERGY * first);
    float oddV = (float) (-PER_ENERGY * second);
    float even0 = (float) (-PER_ENERGY * KAON.massGeV());
    float evenU = (float) (PER_ENERGY * (1 + second));
    float evenV = (float) (PER_ENERGY * (1 + first));
    float scale = (float) (1 / bound);
    float g = (float) (formula.g() / bound);
    float h = (float) (formula.h() / bound);
    float k = (float) (formula.k() / bound);
    return (u, v, weight, work, i) -> {
      float fromCentre = Math.fma(oddU, u[i], Math.fma(oddV, v[i], odd0));
      float difference = Math.fma(evenU, u[i], Math.fma(evenV, v[i], even0));
      float even = Math.fma(difference * difference, k, scale);
      weight[i] *= Math.fma(fromCentre, Math.fma(fromCentre, h, g), even);
    };
  }
}
