package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.Constants.KAON_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

/// The five parts of the rate of K⁺ → μ⁺νγ, by where the photon comes from.
///
/// Each is a function of `x = 2 P·k/m_K²`, twice the photon energy over the kaon mass, and `v = 2
/// p·k/m_K²`, the product of muon and photon; `w = x − v` is the squared missing mass over m_K². At
/// fixed x, v runs from `v₀ = r x/(1 − x)` to x, `r = (m_μ/m_K)²`. The usual `y = 2E_μ/m_K` is `1 +
/// r − w`. In these variables no term cancels another near an edge.
///
/// @cite Bijnens1993
public enum PhotonEmission {
  /// Inner bremsstrahlung, off the kaon and the muon; diverges as the photon gets soft.
  INNER_BREMSSTRAHLUNG {
    @Override
    public double at(double x, double v) {
      double w = x - v;
      return w / (x * x * v) * (x * x + 2 * (1 - x) * (1 - R) * (v - lowest(x)) / v);
    }

    @Override
    double strength(double sum, double difference) {
      return 1;
    }
  },

  /// SD⁺: emission by the structure of the kaon, photon of positive helicity.
  STRUCTURE_PLUS {
    @Override
    public double at(double x, double v) {
      return v * (1 - x) * (v - lowest(x));
    }

    @Override
    double strength(double sum, double difference) {
      return STRUCTURE * sum * sum;
    }
  },

  /// SD⁻: the same for negative helicity.
  STRUCTURE_MINUS {
    @Override
    public double at(double x, double v) {
      double w = x - v;
      return w * ((1 - x) * w + R * x);
    }

    @Override
    double strength(double sum, double difference) {
      return STRUCTURE * difference * difference;
    }
  },

  /// INT⁺: interference of inner bremsstrahlung with SD⁺, constructive in the rate.
  INTERFERENCE_PLUS {
    @Override
    public double at(double x, double v) {
      return -(x - v) * (1 - x) * (v - lowest(x)) / (x * v);
    }

    @Override
    double strength(double sum, double difference) {
      return INTERFERENCE * sum;
    }
  },

  /// INT⁻: interference with SD⁻, destructive, as observed.
  ///
  /// @cite ISTRA2011, OKA2019
  INTERFERENCE_MINUS {
    @Override
    public double at(double x, double v) {
      return (x - v) * (x * x + (1 - x) * (v - lowest(x))) / (x * v);
    }

    @Override
    double strength(double sum, double difference) {
      return INTERFERENCE * difference;
    }
  };

  private static final double R =
      MUON.massGeV() * MUON.massGeV() / (KAON.massGeV() * KAON.massGeV());
  private static final double RATIO = KAON.massGeV() / KAON_DECAY_CONSTANT_GEV;

  /// What multiplies `(F_V ± F_A)²` in the structure parts.
  public static final double STRUCTURE = RATIO * RATIO / (4 * R);

  /// What multiplies `F_V ± F_A` in the interference parts.
  public static final double INTERFERENCE = -RATIO;

  /// The kinematic function f(x, v) of this part, without form factors.
  public abstract double at(double x, double v);

  /// What multiplies the function in the rate.
  ///
  /// @param sum `F_V + F_A`
  /// @param difference `F_V − F_A`
  abstract double strength(double sum, double difference);

  /// `v₀(x) = r x/(1 − x)`, the least v at fixed x.
  public static double lowest(double x) {
    return R * x / (1 - x);
  }
}
