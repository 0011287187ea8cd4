package org.lacuna.physics.decay;

import org.lacuna.core.function.FloatMath;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// A decay of the kaon into three bodies with a density in the Dalitz plot.
///
/// The energies of the first body, which flies along z, and of the second are drawn uniformly in
/// the box that holds the plot, and accepted inside it with the density. A model gives the density
/// alone.
public final class ThreeBodies {
  private static final float KAON = (float) Particle.KAON.massGeV();

  /// Below this momentum the direction of the second body is not resolved in single precision.
  private static final float LEAST_MOMENTUM_GEV = 1e-6f;

  private final double firstGeV;
  private final double secondGeV;
  private final double thirdGeV;
  private final AcceptReject.Proposal[] proposal;

  /// @param firstGeV mass of the charged body along z
  /// @param secondGeV mass of the second body
  /// @param thirdGeV mass of the third body
  /// @param density multiplies `weight[i]` by the density over its bound, as a formula of the
  ///   energies `u[i]` and `v[i]` of the first and second body
  public ThreeBodies(
      double firstGeV, double secondGeV, double thirdGeV, AcceptReject.Proposal... density) {
    this.firstGeV = firstGeV;
    this.secondGeV = secondGeV;
    this.thirdGeV = thirdGeV;
    proposal = new AcceptReject.Proposal[density.length + 2];
    proposal[0] = box();
    proposal[1] = inside();
    System.arraycopy(density, 0, proposal, 2, density.length);
  }

  /// Fills the charged daughter and the second body; what they leave is the third one.
  ///
  /// @param second receives the second body
  public void decay(Truth truth, Draws draw, FourVectors second) {
    AcceptReject.sample(truth, draw, "Dalitz plot", truth.charged.energy, second.energy, proposal);
    float[] azimuth = truth.scratch[0];
    draw.uniforms("azimuth", truth, azimuth);
    along(truth.charged, second, truth.n);
    across(second, azimuth, truth.n);
  }

  private AcceptReject.Proposal box() {
    float first = (float) firstGeV;
    float second = (float) secondGeV;
    float firstRange = (float) (highest(firstGeV, secondGeV + thirdGeV) - firstGeV);
    float secondRange = (float) (highest(secondGeV, firstGeV + thirdGeV) - secondGeV);
    return (u, v, weight, work, i) -> {
      u[i] = Math.fma(u[i], firstRange, first);
      v[i] = Math.fma(v[i], secondRange, second);
    };
  }

  /// `|2sE₂ − (m_K − E₁)(s + m₂² − m₃²)| < p₁√λ(s, m₂², m₃²)`, s the squared mass of the last two.
  private AcceptReject.Proposal inside() {
    float first2 = (float) (firstGeV * firstGeV);
    float sum2 = (float) (KAON * KAON + firstGeV * firstGeV);
    float difference = (float) (secondGeV * secondGeV - thirdGeV * thirdGeV);
    float low = (float) ((secondGeV + thirdGeV) * (secondGeV + thirdGeV));
    float high = (float) ((secondGeV - thirdGeV) * (secondGeV - thirdGeV));
    return (u, v, weight, work, i) -> {
      float s = Math.fma(-2 * KAON, u[i], sum2);
      float off = 2f * s * v[i] - (KAON - u[i]) * (s + difference);
      float momentum2 = Math.fma(u[i], u[i], -first2);
      weight[i] = FloatMath.step(momentum2 * (s - low) * (s - high) - off * off);
    };
  }

  private void along(FourVectors first, FourVectors second, int n) {
    float m1 = (float) firstGeV;
    float m2 = (float) secondGeV;
    float third2 = (float) (thirdGeV * thirdGeV);
    for (int i = 0; i < n; i++) {
      float e1 = first.energy[i];
      float e2 = second.energy[i];
      float e3 = KAON - e1 - e2;
      float first2 = (e1 - m1) * (e1 + m1);
      float second2 = (e2 - m2) * (e2 + m2);
      float p1 = (float) Math.sqrt(Math.max(0f, first2));
      float p2 = (float) Math.sqrt(Math.max(0f, second2));
      float product = 0.5f * (e3 * e3 - third2 - first2 - second2);
      first.z[i] = p1;
      second.z[i] = FloatMath.clip(product / Math.max(LEAST_MOMENTUM_GEV, p1), -p2, p2);
      second.x[i] = (float) Math.sqrt(Math.max(0f, second2 - second.z[i] * second.z[i]));
    }
  }

  /// Turns what flies across z, in x, to an azimuth.
  static void across(FourVectors v, float[] azimuth, int n) {
    for (int i = 0; i < n; i++) {
      float halfTurns = Math.fma(2f, azimuth[i], -1f);
      float across = v.x[i];
      v.x[i] = across * FloatMath.cosPi(halfTurns);
      v.y[i] = across * FloatMath.sinPi(halfTurns);
    }
  }

  private static double highest(double massGeV, double othersGeV) {
    return TwoBody.energyGeV(Particle.KAON.massGeV(), massGeV, othersGeV);
  }
}
