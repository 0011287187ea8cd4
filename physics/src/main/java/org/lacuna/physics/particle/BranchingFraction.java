package org.lacuna.physics.particle;

/// Measured branching fractions of the K⁺, the π⁰ and the π⁺, each with the standard uncertainty of
/// its last digits.
///
/// The first six of the K⁺ sum to 0.99995.
///
/// @cite PDG2022
public final class BranchingFraction {
  /// K⁺ → μ⁺ν, photons of any energy included: 0.6356(11). Two-body decays to a muon are normalised
  /// to this, never to `f_K V_us` (tree level gives 0.6231; electroweak corrections are the rest).
  public static final double MUON_NEUTRINO = 0.6356;

  /// K⁺ → π⁺π⁰: 0.2067(8).
  public static final double PION_PION_ZERO = 0.2067;

  /// K⁺ → π⁺π⁺π⁻: 0.05583(24).
  public static final double THREE_CHARGED_PIONS = 0.05583;

  /// K⁺ → π⁰e⁺ν: 0.0507(4).
  public static final double PION_ZERO_ELECTRON_NEUTRINO = 0.0507;

  /// K⁺ → π⁰μ⁺ν: 0.03352(33).
  public static final double PION_ZERO_MUON_NEUTRINO = 0.03352;

  /// K⁺ → π⁺π⁰π⁰: 0.01760(23).
  public static final double PION_TWO_PION_ZEROS = 0.01760;

  /// K⁺ → e⁺ν: 1.582(7)·10⁻⁵.
  public static final double ELECTRON_NEUTRINO = 1.582e-5;

  /// K⁺ → π⁰π⁰e⁺ν: 2.55(4)·10⁻⁵.
  public static final double TWO_PION_ZEROS_ELECTRON_NEUTRINO = 2.55e-5;

  /// K⁺ → π⁺π⁻e⁺ν: 4.247(24)·10⁻⁵.
  public static final double PION_PAIR_ELECTRON_NEUTRINO = 4.247e-5;

  /// K⁺ → π⁺π⁻μ⁺ν: 1.4(9)·10⁻⁵.
  public static final double PION_PAIR_MUON_NEUTRINO = 1.4e-5;

  /// K⁺ → π⁺π⁰γ, direct emission, 55 < T_π < 90 MeV: 6.0(4)·10⁻⁶.
  public static final double PION_PION_ZERO_PHOTON_DIRECT = 6.0e-6;

  /// π⁰ → γγ: 0.98823(34).
  public static final double PION_ZERO_TO_PHOTONS = 0.98823;

  /// π⁰ → e⁺e⁻γ: 0.01174(35).
  public static final double PION_ZERO_TO_DALITZ_PAIR = 0.01174;

  /// π⁺ → μ⁺ν: 0.999877.
  public static final double PION_TO_MUON = 0.999877;

  private BranchingFraction() {}
}
