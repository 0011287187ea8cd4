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
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
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

  private static final GaussIntegrator UNIT = GaussLegendre.of(48, 0, 1);

  private static double unit(double massGeV) {
    double m2 = massGeV * massGeV;
    return square(FERMI_PER_GEV2 * m2) * massGeV / (192 * Math.PI * Math.PI * Math.PI);
  }

  private static double pionUnit(double massGeV) {
    return square(FERMI_PER_GEV2 * PION_DECAY_CONSTANT_GEV * massGeV) * massGeV / (16 * Math.PI);
  }

  /// `N → νℓ⁺ℓ⁻ = G₀ |U|² (C₁ I + 4C₂ J)`, I as in [#chargedCurrent] with both leptons alike, `J =
  /// 6x² ∫ (1 − z)² √(1 − 4x²/z) dz` for z from 4x² to 1. Both have closed forms with a logarithm,
  /// which cancel to less than nothing within 3 keV of the threshold of a muon pair.
  ///
  /// @param same mixing with the flavour of the pair (neutral and charged current)
  /// @param other mixing with the other flavours (neutral current only)
  private static double neutrinoPair(double massGeV, Particle lepton, double same, double other) {
    double x = lepton.massGeV() / massGeV;
    double range = (1 - 2 * x) * (1 + 2 * x);
    if (!(range > 0)) return 0;
    double first = chargedCurrent(massGeV, lepton, lepton);
    double integral =
        UNIT.integrate(u -> {
          // Dense at the lower end, where the root opens.
          double above = range * u * u * u * u;
          double root = Math.sqrt(above / (4 * x * x + above));
          return 4 * u * u * u * range * square(range - above) * root;
        });
    double second = unit(massGeV) * 6 * x * x * integral;
    double s = SIN2_WEINBERG;
    double bySame = (1 + 4 * s + 8 * s * s) / 4 * first + 2 * s * (2 * s + 1) * second;
    double byOther = (1 - 4 * s + 8 * s * s) / 4 * first + 2 * s * (2 * s - 1) * second;
    return same * bySame + other * byOther;
  }

  /// `G₀ I`, `I = 12 ∫ dz/z (z − b²)² (1 + a² − z) √λ(1, z, a²)` for z from b² to (1 − a)²; a and b
  /// are the masses of the lepton that mixes and of the other one over m_N.
  private static double chargedCurrent(double massGeV, Particle mixing, Particle other) {
    double a = mixing.massGeV() / massGeV;
    double b = other.massGeV() / massGeV;
    if (!(a + b < 1)) return 0;
    double low = b * b;
    double range = (1 - a - b) * (1 - a + b);
    double integral =
        UNIT.integrate(u -> {
          // Squared towards both ends: λ closes like a root, and a light lepton has its 1/z.
          double rest = 1 - u * u;
          double above = range * rest * rest;
          double z = low + above;
          double root = u * Math.sqrt(range * (1 + rest) * ((1 + a) * (1 + a) - z));
          return 4 * u * rest * range / z * above * above * (1 + a * a - z) * root;
        });
    return 12 * unit(massGeV) * integral;
  }

  /// `G_F² f_π² V_ud² m_N³/16π · [(1 − x_ℓ²)² − x_π²(1 + x_ℓ²)] √λ(1, x_ℓ², x_π²)`.
  private static double chargedPion(double massGeV, Particle lepton) {
    if (!(massGeV > lepton.massGeV() + PION.massGeV())) return 0;
    double l2 = square(lepton.massGeV() / massGeV);
    double pi2 = square(PION.massGeV() / massGeV);
    double root = 2 * TwoBody.momentumGeV(massGeV, lepton.massGeV(), PION.massGeV()) / massGeV;
    return pionUnit(massGeV) * V_UD * V_UD * (square(1 - l2) - pi2 * (1 + l2)) * root;
  }

  private static double square(double x) {
    return x * x;
  }
}
