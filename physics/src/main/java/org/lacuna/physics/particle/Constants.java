package org.lacuna.physics.particle;

/// Constants of nature.
///
/// @cite PDG2022, CODATA2018, FLAG2021
public final class Constants {
  /// c, exact; everywhere else c = 1.
  public static final double SPEED_OF_LIGHT_M_PER_NS = 0.299792458;

  /// ħ, which turns a width into a rate: `τ = ħ/Γ`.
  public static final double HBAR_GEV_NS = 6.582119569e-16;

  /// Fermi's constant: ±6·10⁻¹² GeV⁻².
  public static final double FERMI_PER_GEV2 = 1.1663788e-5;

  /// Fine-structure constant at q² = 0.
  public static final double ALPHA = 1 / 137.035999084;

  /// sin²θ_W in the MS-bar scheme at the mass of the Z: ±0.00004.
  public static final double SIN2_WEINBERG = 0.23122;

  /// |V_us|: ±0.0008.
  public static final double V_US = 0.2243;

  /// |V_ud|: ±0.00031.
  public static final double V_UD = 0.97373;

  /// Decay constant of the K⁺, `⟨0|s̄γᵅγ₅u|K⁺⟩ = i f_K Pᵅ`: ±0.3 MeV.
  public static final double KAON_DECAY_CONSTANT_GEV = 0.1557;

  /// Decay constant of the π⁺ in the same normalisation: ±0.8 MeV.
  public static final double PION_DECAY_CONSTANT_GEV = 0.1302;

  private Constants() {}
}
