package org.lacuna.physics.particle;

import static org.lacuna.physics.particle.Constants.SPEED_OF_LIGHT_M_PER_NS;

/// The particles of kaon decays; masses and lifetimes from the 2022 Review.
///
/// Later listings move m_K to 493.677(13) MeV and τ_K to 12.379(21) ns, below 2·10⁻⁴ in every
/// result.
///
/// @cite PDG2022
public enum Particle {
  /// K⁺: ±0.016 MeV, ±0.020 ns.
  KAON(0.493677, 12.380),
  /// π⁺: ±0.18 keV, ±0.005 ns.
  PION(0.13957039, 26.033),
  /// π⁰: ±0.5 keV, ±1.3·10⁻⁹ ns.
  PION_ZERO(0.1349768, 8.43e-8),
  /// μ⁺: ±2.3 eV, ±2.2 ps.
  MUON(0.1056583755, 2196.9811),
  /// e⁺.
  ELECTRON(0.51099895e-3, Double.POSITIVE_INFINITY),
  /// τ⁺: ±0.12 MeV.
  TAU(1.77686, 2.903e-4),
  /// Any neutrino of the Standard Model, taken as massless.
  NEUTRINO(0, Double.POSITIVE_INFINITY),
  /// γ.
  PHOTON(0, Double.POSITIVE_INFINITY);

  private final double massGeV;
  private final double lifetimeNs;

  Particle(double massGeV, double lifetimeNs) {
    this.massGeV = massGeV;
    this.lifetimeNs = lifetimeNs;
  }

  public double massGeV() {
    return massGeV;
  }

  /// Mean lifetime at rest; infinite if the particle is stable.
  public double lifetimeNs() {
    return lifetimeNs;
  }

  /// Mean path before the decay, `βγcτ = p cτ/m`; infinite if the particle is stable.
  ///
  /// @param momentumGeV above 0
  public double decayLengthM(double momentumGeV) {
    return momentumGeV / massGeV * SPEED_OF_LIGHT_M_PER_NS * lifetimeNs;
  }
}
