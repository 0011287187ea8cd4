package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import org.lacuna.physics.decay.GaussLegendre;

/// π⁰ → e⁺e⁻γ, relative to π⁰ → γγ.
///
/// `d²Γ/(Γ_γγ dx dη) = α/4π · (1 − x)³/x · (1 + η² + ρ/x)(1 + a x)²` with `x = m_ee²/m_π⁰²`, `ρ =
/// 4m_e²/m_π⁰²` and `η = β cos θ`, `β = √(1 − ρ/x)`: θ is the angle of the positron in the frame of
/// the pair against the flight of the pair. Left out are radiative corrections.
///
/// @cite KrollWada1955, PDG2022
public final class PionZeroDalitzPair {
  /// Slope a of the form factor: ±0.0031.
  public static final double SLOPE = 0.0335;

  /// Least x.
  public static final double LOWEST = ratioSquared();

  private PionZeroDalitzPair() {}

  /// `d²Γ/(Γ_γγ dx dη)` for x from ρ to 1 and `|η| ≤ β(x)`.
  public static double density(double x, double eta) {
    return ALPHA / (4 * Math.PI) * shape(x) * (1 + eta * eta + LOWEST / x);
  }

  /// `dΓ/(Γ_γγ dx)`, integrated over η; 0 outside ρ < x < 1.
  public static double spectrum(double x) {
    if (!(x > LOWEST && x < 1)) return 0;
    double beta = Math.sqrt(1 - LOWEST / x);
    return 2 * ALPHA / (3 * Math.PI) * shape(x) * beta * (1 + LOWEST / (2 * x));
  }

  /// `Γ(e⁺e⁻γ)/Γ(γγ)`: 0.011877, where 0.01188 is measured.
  public static double ratio() {
    double range = -StrictMath.log(LOWEST);
    return range
        * GaussLegendre.of(48, 0, 1)
            .integrate(u -> {
              // Squared from the lower end, where β rises like a root.
              double x = LOWEST * StrictMath.exp(range * u * u);
              return 2 * u * x * spectrum(x);
            });
  }

  private static double shape(double x) {
    double left = 1 - x;
    double factor = 1 + SLOPE * x;
    return left * left * left / x * factor * factor;
  }

  private static double ratioSquared() {
    double ratio = 2 * ELECTRON.massGeV() / PION_ZERO.massGeV();
    return ratio * ratio;
  }
}
