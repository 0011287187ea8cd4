package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.BranchingFraction.PION_TWO_PION_ZEROS;
import static org.lacuna.physics.particle.BranchingFraction.THREE_CHARGED_PIONS;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.particle.Particle;

/// K⁺ → 3π: the Dalitz density as a polynomial about the centre.
///
/// `ρ = 1 + g u + h u² + k v²`, `u = (s₃ − s₀)/m_π⁺²`, `v = (s₂ − s₁)/m_π⁺²`, `s_i = (P − p_i)²`,
/// `s₀ = (m_K² + Σm_i²)/3`; particle 3 is the odd pion. Flat in ds₁ ds₃ where ρ = 1. Left out are
/// the cusp of ππ rescattering at `m(π⁰π⁰) = 2m_π⁺` and Coulomb corrections.
///
/// @param odd the pion that differs from the other two
/// @param even one of the two alike
/// @param branchingFraction measured
/// @param g linear slope
/// @param h quadratic slope in u
/// @param k quadratic slope in v
/// @cite PDG2022, NA48Slopes2007
public record ThreePions(
    Particle odd, Particle even, double branchingFraction, double g, double h, double k) {

  /// K⁺ → π⁺π⁺π⁻; the odd pion is the π⁻.
  public static final ThreePions CHARGED =
      new ThreePions(PION, PION, THREE_CHARGED_PIONS, -0.21134, 0.0185, -0.00463);

  /// K⁺ → π⁺π⁰π⁰; the odd pion is the π⁺.
  public static final ThreePions NEUTRAL =
      new ThreePions(PION, PION_ZERO, PION_TWO_PION_ZEROS, 0.626, 0.052, 0.0054);

  private static final double K = KAON.massGeV();
  private static final double PION2 = PION.massGeV() * PION.massGeV();

  private static final GaussIntegrator UNIT = GaussLegendre.of(48, 0, 1);

  /// ρ, 1 at the centre of the Dalitz plot.
  ///
  /// @param s3GeV2 squared mass of the two even pions
  /// @param s1GeV2 squared mass of the odd and one even pion
  public double density(double s3GeV2, double s1GeV2) {
    double u = u(s3GeV2);
    double v = (3 * centreGeV2() - s3GeV2 - 2 * s1GeV2) / PION2;
    return 1 + u * (g + h * u) + k * v * v;
  }

  /// `u = (s₃ − s₀)/m_π⁺²`.
  public double u(double s3GeV2) {
    return (s3GeV2 - centreGeV2()) / PION2;
  }

  /// `s₀`, the mean of the three squared masses.
  public double centreGeV2() {
    return (K * K + square(odd.massGeV()) + 2 * square(even.massGeV())) / 3;
  }

  /// Energy of the odd pion in the kaon frame.
  public double oddEnergyGeV(double s3GeV2) {
    return (K * K + square(odd.massGeV()) - s3GeV2) / (2 * K);
  }

  /// Least s₃, `4m²` of the even pions.
  public double lowestGeV2() {
    return square(2 * even.massGeV());
  }

  /// Largest s₃, `(m_K − m_odd)²`.
  public double highestGeV2() {
    return square(K - odd.massGeV());
  }

  /// `∫ weight ds₁ ds₃` over the Dalitz plot; the density is not included.
  ///
  /// @param weight of (s₃, s₁) in GeV²
  public double integral(DoubleBinaryOperator weight) {
    double middle = (highestGeV2() + lowestGeV2()) / 2;
    double half = (highestGeV2() - lowestGeV2()) / 2;
    return UNIT.integrate(u -> {
      // The range of s₁ closes like a root at both ends of s₃: a cosine opens it.
      double angle = Math.PI * u;
      double s3 = middle - half * StrictMath.cos(angle);
      double width = width(s3);
      double low = (3 * centreGeV2() - s3 - width) / 2;
      return Math.PI
          * half
          * StrictMath.sin(angle)
          * width
          * UNIT.integrate(s -> weight.applyAsDouble(s3, low + width * s));
    });
  }

  /// How far s₁ reaches at fixed s₃, symmetric about `(3s₀ − s₃)/2`: `√(1 − 4m²/s₃) √λ(m_K², s₃,
  /// m_odd²)`.
  public double width(double s3GeV2) {
    double mass = Math.sqrt(s3GeV2);
    return 4
        * TwoBody.momentumGeV(mass, even.massGeV(), even.massGeV())
        * TwoBody.momentumGeV(K, mass, odd.massGeV())
        * K
        / mass;
  }

  private static double square(double x) {
    return x * x;
  }
}
