package org.lacuna.physics.widths;

import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Constants.FERMI_PER_GEV2;
import static org.lacuna.physics.particle.Constants.PION_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Constants.SIN2_WEINBERG;
import static org.lacuna.physics.particle.Constants.V_UD;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.Locale;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.particle.Particle;

/// The final states of a heavy neutral lepton N lighter than the kaon, each with its width.
///
/// Charges are those of a Dirac N; neutrinos of all flavours that N mixes with are summed. `G₀ =
/// G_F² m_N⁵/192π³`, `s = sin²θ_W`, `x = m/m_N`. Left out is N → ℓππ, which is suppressed near its
/// threshold. A further final state is one constant.
///
/// @cite Bondarenko2018, PalWolfenstein1982
public enum Channel {
  /// N → ννν̄: `G₀ Σ|U|²`, the only invisible one.
  NUNUNU {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.sum() * unit(massGeV);
    }
  },

  /// N → νγ through a loop: `9α G_F² m_N⁵/(512π⁴) Σ|U|²`.
  NU_GAMMA {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.sum() * unit(massGeV) * 27 * ALPHA / (8 * Math.PI);
    }
  },

  /// N → νe⁺e⁻.
  NU_E_E {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return neutrinoPair(massGeV, ELECTRON, mixing.electron(), mixing.muon() + mixing.tau());
    }
  },

  /// N → νμ⁺μ⁻.
  NU_MU_MU {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return neutrinoPair(massGeV, MUON, mixing.muon(), mixing.electron() + mixing.tau());
    }
  },

  /// N → e⁻μ⁺ν, through the mixing with the electron neutrino.
  E_MU_NU {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.electron() * chargedCurrent(massGeV, ELECTRON, MUON);
    }
  },

  /// N → μ⁻e⁺ν, through the mixing with the muon neutrino.
  MU_E_NU {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.muon() * chargedCurrent(massGeV, MUON, ELECTRON);
    }
  },

  /// N → νπ⁰: `G_F² f_π² m_N³/32π · (1 − x_π⁰²)² Σ|U|²`.
  NU_PI0 {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      double x2 = square(PION_ZERO.massGeV() / massGeV);
      return x2 < 1 ? mixing.sum() * pionUnit(massGeV) / 2 * square(1 - x2) : 0;
    }
  },

  /// N → e⁻π⁺.
  E_PI {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.electron() * chargedPion(massGeV, ELECTRON);
    }
  },

  /// N → μ⁻π⁺.
  MU_PI {
    @Override
    double diracWidthGeV(double massGeV, Mixing mixing) {
      return mixing.muon() * chargedPion(massGeV, MUON);
    }
  };

  /// Partial width of a Dirac N, 0 at and below threshold.
  abstract double diracWidthGeV(double massGeV, Mixing mixing);

  /// The name in results, such as `nu_e_e`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double unit(double massGeV) {
    double m2 = massGeV * massGeV;
    return square(FERMI_PER_GEV2 * m2) * massGeV / (192 * Math.PI * Math.PI * Math.PI);
  }

  private static double pionUnit(double massGeV) {
    return square(FERMI_PER_GEV2 * PION_DECAY_CONSTANT_GEV * massGeV) * massGeV / (16 * Math.PI);
  }

  /// `N → νℓ⁺ℓ⁻ = G₀ |U|² {C₁ [(1 − 14x² − 2x⁴ − 12x⁶)β + 12x⁴(x⁴ − 1)L]` `+ 4C₂ [x²(2 + 10x² −
  /// 12x⁴)β + 6x⁴(1 − 2x² + 2x⁴)L]}`, `β = √(1 − 4x²)`, `L = ln{4x⁶/[(1 − 3x² + (1 − x²)β) x² (1 +
  /// β)]}`: the textbook logarithm without its cancellation at small x.
  ///
  /// @param same mixing with the flavour of the pair (neutral and charged current)
  /// @param other mixing with the other flavours (neutral current only)
  private static double neutrinoPair(double massGeV, Particle lepton, double same, double other) {
    double x2 = square(lepton.massGeV() / massGeV);
    if (!(4 * x2 < 1)) return 0;
    double x4 = x2 * x2;
    double beta = Math.sqrt(1 - 4 * x2);
    double log = StrictMath.log(4 * x4 / ((1 - 3 * x2 + (1 - x2) * beta) * (1 + beta)));
    double first = (1 - 14 * x2 - 2 * x4 - 12 * x4 * x2) * beta + 12 * x4 * (x4 - 1) * log;
    double second = x2 * (2 + 10 * x2 - 12 * x4) * beta + 6 * x4 * (1 - 2 * x2 + 2 * x4) * log;
    double s = SIN2_WEINBERG;
    double bySame = (1 + 4 * s + 8 * s * s) / 4 * first + 2 * s * (2 * s + 1) * second;
    double byOther = (1 - 4 * s + 8 * s * s) / 4 * first + 2 * s * (2 * s - 1) * second;
    return unit(massGeV) * (same * bySame + other * byOther);
  }

  /// `G₀ I`, `I = 12 ∫ dz/z (z − b²)² (1 + a² − z) √λ(1, z, a²)` for z from b² to (1 − a)²; a and b
  /// are the masses of the lepton that mixes and of the other one over m_N.
  private static double chargedCurrent(double massGeV, Particle mixing, Particle other) {
    double a = mixing.massGeV() / massGeV;
    double b = other.massGeV() / massGeV;
    if (!(a + b < 1)) return 0;
    double low = b * b;
    double range = (1 - a) * (1 - a) - low;
    double integral =
        GaussLegendre.of(48, 0, 1)
            .integrate(u -> {
              // Squared towards the upper end, where λ closes like a root.
              double z = low + range * (1 - u * u);
              double root = 2 * TwoBody.momentumGeV(1, a, Math.sqrt(z));
              return 2 * u * range / z * square(z - low) * (1 + a * a - z) * root;
            });
    return 12 * unit(massGeV) * integral;
  }

  /// `G_F² f_π² V_ud² m_N³/16π · [(1 − x_ℓ²)² − x_π²(1 + x_ℓ²)] √λ(1, x_ℓ², x_π²)`.
  private static double chargedPion(double massGeV, Particle lepton) {
    double l2 = square(lepton.massGeV() / massGeV);
    double pi2 = square(PION.massGeV() / massGeV);
    double root = 2 * TwoBody.momentumGeV(massGeV, lepton.massGeV(), PION.massGeV()) / massGeV;
    return pionUnit(massGeV) * V_UD * V_UD * (square(1 - l2) - pi2 * (1 + l2)) * root;
  }

  private static double square(double x) {
    return x * x;
  }
}
