package org.lacuna.physics.standard;

import java.util.Map;

/// Form factors of the photon that the kaon itself emits in K⁺ → ℓ⁺νγ, as the combinations that
/// interfere: `F_V ± F_A`, linear in the photon energy, `x = 2E_γ/m_K`.
///
/// Positive, in units where the amplitude is `G_F e V_us/(√2 m_K) ε*·{F_V ε(…) + F_A […]}`; other
/// papers differ by √2 and by sign, so compare the rate of SD⁺ before importing a set. Theory and
/// experiment disagree on `F_V − F_A` (0.05 against 0.13 to 0.21); above 0.10 GeV² of squared
/// missing mass that moves the rate by +2 % to −10 %.
///
/// @param sumAtEnd `F_V + F_A` at x = 1
/// @param differenceAtEnd `F_V − F_A` at x = 1
/// @param sumSlope rise of the sum from x = 1 to x = 0
/// @param differenceSlope rise of the difference from x = 1 to x = 0
/// @cite KLOE2009, Bijnens1993, E787Photon2000
public record KaonFormFactors(
    double sumAtEnd, double differenceAtEnd, double sumSlope, double differenceSlope) {

  /// Measured in K⁺ → e⁺νγ, the default: `F_V = 0.0885 [1 + 0.38 (1 − x)]`, `F_A = 0.0365`.
  public static final KaonFormFactors KLOE = of(0.0885, 0.38, 0.0365);

  /// Chiral perturbation theory to order p⁴: `F_V = 0.0945`, `F_A = 0.0425`.
  public static final KaonFormFactors CHPT = of(0.0945, 0, 0.0425);

  /// Measured in K⁺ → μ⁺νγ: `F_V + F_A = 0.165(7)(11)`; the difference is that of KLOE at x = 1,
  /// both without a slope.
  public static final KaonFormFactors E787 = new KaonFormFactors(0.165, KLOE.differenceAtEnd, 0, 0);

  /// The sets a user can ask for.
  public static final Map<String, KaonFormFactors> SETS =
      Map.of("kloe", KLOE, "chpt", CHPT, "e787", E787);

  private static KaonFormFactors of(double vector, double vectorSlope, double axial) {
    double slope = vector * vectorSlope;
    return new KaonFormFactors(vector + axial, vector - axial, slope, slope);
  }

  /// `F_V + F_A` at `x = 2E_γ/m_K`.
  public double sum(double x) {
    return sumAtEnd + sumSlope * (1 - x);
  }

  /// `F_V − F_A` at `x = 2E_γ/m_K`.
  public double difference(double x) {
    return differenceAtEnd + differenceSlope * (1 - x);
  }
}
