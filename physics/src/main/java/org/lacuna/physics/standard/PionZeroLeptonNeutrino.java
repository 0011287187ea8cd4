package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.BranchingFraction.PION_ZERO_ELECTRON_NEUTRINO;
import static org.lacuna.physics.particle.BranchingFraction.PION_ZERO_MUON_NEUTRINO;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.physics.particle.Particle;

/// K⁺ → π⁰ℓ⁺ν: the Dalitz density with a quadratic f₊ and a linear f₀.
///
/// `Σ|M|² = 8 G_F² V_us² f₊(0)² m_K ρ(E_π, E_ℓ)`, `ρ = f₊² [A + Bξ + Cξ²]`, `ξ = (f₀/f₊ − 1)(m_K² −
/// m_π⁰²)/q²`, `q² = m_K² + m_π⁰² − 2m_K E_π`, and with `E' = E_π^max − E_π`: `A = m_K(2E_ℓE_ν −
/// m_K E') + m_ℓ²(E'/4 − E_ν)`, `B = m_ℓ²(E_ν − E'/2)`, `C = m_ℓ²E'/4`. Left out are radiation and
/// electromagnetic corrections (the rate is the measured one). The missing mass is that of all that
/// accompanies the lepton, the π⁰ included.
///
/// @param lepton e or μ
/// @param branchingFraction measured
/// @cite FlaviaNet2010, PDG2022
public record PionZeroLeptonNeutrino(Particle lepton, double branchingFraction)
    implements MissingMassSpectrum {

  /// Slopes of `f₊ = 1 + λ'₊z + λ''₊z²/2` and `f₀ = 1 + λ₀z` in `z = q²/m_π⁺²`.
  public static final double LAMBDA_PLUS = 0.0251;

  public static final double LAMBDA_PLUS_CURVATURE = 0.0016;
  public static final double LAMBDA_ZERO = 0.0160;

  /// K⁺ → π⁰e⁺ν.
  public static final PionZeroLeptonNeutrino WITH_ELECTRON =
      new PionZeroLeptonNeutrino(ELECTRON, PION_ZERO_ELECTRON_NEUTRINO);

  /// K⁺ → π⁰μ⁺ν.
  public static final PionZeroLeptonNeutrino WITH_MUON =
      new PionZeroLeptonNeutrino(MUON, PION_ZERO_MUON_NEUTRINO);

  private static final double K = KAON.massGeV();
  private static final double P = PION_ZERO.massGeV();
  private static final double PION2 = PION.massGeV() * PION.massGeV();

  private static final GaussIntegrator UNIT = GaussLegendre.of(48, 0, 1);

  /// ρ in GeV³; only meaningful inside the Dalitz plot.
  ///
  /// @param pionGeV energy of the π⁰ in the kaon frame
  /// @param leptonGeV energy of the lepton in the kaon frame
  public double density(double pionGeV, double leptonGeV) {
    double m2 = lepton.massGeV() * lepton.massGeV();
    double z = leptonNeutrinoSquaredGeV2(pionGeV) / PION2;
    double plus = 1 + z * (LAMBDA_PLUS + z * LAMBDA_PLUS_CURVATURE / 2);
    // ξ f₊, without the difference that would be lost where q² is small.
    double minus =
        (K * K - P * P) / PION2 * (LAMBDA_ZERO - LAMBDA_PLUS - z * LAMBDA_PLUS_CURVATURE / 2);
    double neutrino = K - pionGeV - leptonGeV;
    double left = highestPionGeV() - pionGeV;
    double a = K * (2 * leptonGeV * neutrino - K * left) + m2 * (left / 4 - neutrino);
    double b = m2 * (neutrino - left / 2);
    double c = m2 * left / 4;
    return plus * (plus * a + minus * b) + minus * minus * c;
  }

  /// `∫ weight · ρ dE_π dE_ℓ` over the Dalitz plot.
  ///
  /// @param weight of (E_π, E_ℓ) in GeV
  public double integral(DoubleBinaryOperator weight) {
    double m2 = lepton.massGeV() * lepton.massGeV();
    double range = (K - P) * (K - P) - m2;
    return UNIT.integrate(u -> {
      // Dense at q² = m_ℓ², where the density changes on the scale of m_e²; smooth at the other
      // end, where the range of E_ℓ closes like a root.
      double left = 1 - u;
      double square = 1 - left * left;
      double cube = square * square * square;
      double q2 = m2 + range * cube * square;
      double pion = (K * K + P * P - q2) / (2 * K);
      double low = lowestLeptonGeV(pion);
      double width = highestLeptonGeV(pion) - low;
      double overLepton =
          UNIT.integrate(s -> {
            double leptonGeV = low + width * s;
            return weight.applyAsDouble(pion, leptonGeV) * density(pion, leptonGeV);
          });
      return range * 8 * left * cube / (2 * K) * width * overLepton;
    });
  }

  /// The integral of the rate over phase space in the usual normalisation, `Γ = G_F² m_K⁵/(384π³)
  /// |V_us f₊(0)|² I`: `I = 48 m_K⁻⁵ ∫ρ dE_π dE_ℓ`.
  public double phaseSpaceIntegral() {
    return 48 * integral((pion, lepton) -> 1) / (K * K * K * K * K);
  }

  /// Least energy of the lepton at fixed E_π: `[(m_K − E_π)(q² + m_ℓ²) − p_π (q² − m_ℓ²)]/2q²`.
  public double lowestLeptonGeV(double pionGeV) {
    return leptonGeV(pionGeV, -1);
  }

  /// Largest energy of the lepton at fixed E_π, with the other sign.
  public double highestLeptonGeV(double pionGeV) {
    return leptonGeV(pionGeV, 1);
  }

  private double leptonGeV(double pionGeV, int direction) {
    double m2 = lepton.massGeV() * lepton.massGeV();
    double q2 = leptonNeutrinoSquaredGeV2(pionGeV);
    double along = direction * momentum(pionGeV, P);
    return ((K - pionGeV) * (q2 + m2) + along * (q2 - m2)) / (2 * q2);
  }

  /// Largest energy of the π⁰ in the kaon frame.
  public double highestPionGeV() {
    return TwoBody.energyGeV(K, P, lepton.massGeV());
  }

  /// Largest energy of the lepton in the kaon frame.
  public double highestLeptonGeV() {
    return TwoBody.energyGeV(K, lepton.massGeV(), P);
  }

  @Override
  public double lowestGeV2() {
    return P * P;
  }

  @Override
  public double highestGeV2() {
    return (K - lepton.massGeV()) * (K - lepton.massGeV());
  }

  @Override
  public double density(double missingMassSquaredGeV2) {
    double t = missingMassSquaredGeV2;
    if (!(t > lowestGeV2() && t < highestGeV2())) return 0;
    double m = lepton.massGeV();
    double leptonGeV = (K * K + m * m - t) / (2 * K);
    double centre = (K - leptonGeV) * (t + P * P) / (2 * t);
    double width = momentum(leptonGeV, m) * (t - P * P) / t;
    double overPion = width * UNIT.integrate(s -> density(centre + width * (s - 0.5), leptonGeV));
    return branchingFraction * overPion / (2 * K * integral((pion, lepton) -> 1));
  }

  private static double leptonNeutrinoSquaredGeV2(double pionGeV) {
    return K * K + P * P - 2 * K * pionGeV;
  }

  private static double momentum(double energyGeV, double massGeV) {
    return Math.sqrt(Math.max(0, (energyGeV - massGeV) * (energyGeV + massGeV)));
  }
}
