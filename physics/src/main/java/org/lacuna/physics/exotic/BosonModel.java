package org.lacuna.physics.exotic;

import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.Map;

/// How the boson X of K⁺ → μ⁺νX couples: its spin-summed amplitude and its share in the magnetic
/// moment of the muon.
///
/// In every model X is radiated by the leptons, never by the kaon. Momenta are p (μ⁺), k (ν) and q
/// (X); `D = (p + q)² − m²`, `t = (k + q)²`, `Δ = m_K² − m²`, m the mass of the muon. A further
/// model is one constant, if its amplitude has no other powers of D; any other is a
/// [org.lacuna.physics.decay.MissingMassSpectrum] of its own.
///
/// @cite Krnjaic2020
public enum BosonModel {
  /// Scalar, `g X μ̄μ`. The coupling flips the chirality, so nothing suppresses the rate.
  SCALAR {
    @Override
    SpinSum spinSum(double x2, double t) {
      return new SpinSum(
              M2 * (4 * M2 - x2) * DELTA,
              M2 * (4 * DELTA - 4 * M2 + 2 * x2 - t),
              DELTA + x2 - t - 4 * M2,
              -1)
          .times(4);
    }

    @Override
    double numerator(double z) {
      return (1 + z) / 2;
    }
  },

  /// Gauge boson of L_μ − L_τ, `g X_a (μ̄γᵃμ + ν̄_μγᵃP_Lν_μ − …)`. Its current is conserved, so the
  /// rate is proportional to m².
  VECTOR {
    @Override
    SpinSum spinSum(double x2, double t) {
      return new SpinSum(
              -DELTA * (x2 + 2 * M2),
              t - 2 * DELTA + 2 * (DELTA * DELTA + M2 * x2) / t,
              2 - 2 * DELTA / t - DELTA * x2 / (t * t),
              1 / t)
          .times(8 * M2);
    }

    @Override
    double numerator(double z) {
      return z;
    }
  },

  /// Vector that couples to the muon alone, `g X_a μ̄γᵃμ`. Its current is not conserved: the
  /// longitudinal X is not suppressed and makes the rate grow like 1/m_X².
  VECTOR_MUON_ONLY {
    @Override
    SpinSum spinSum(double x2, double t) {
      return new SpinSum(
              -2 * M2 * (2 * M2 + x2) * DELTA,
              2 * M2 * (2 * M2 - t - 2 * DELTA + 2 * x2),
              DELTA + 2 * x2 - 2 * t + 3 * M2 + M2 * (DELTA + t) / x2,
              -2 + (t - M2) / x2)
          .times(4);
    }

    @Override
    double numerator(double z) {
      return z;
    }
  };

  /// The models by the names that commands and cards use.
  public static final Map<String, BosonModel> MODELS =
      Map.of("scalar", SCALAR, "vector", VECTOR, "vector-muon-only", VECTOR_MUON_ONLY);

  /// Measured minus predicted `a_μ = (g − 2)/2` as of 2021, ±0.59·10⁻⁹.
  ///
  /// @cite MuonGMinus2021
  public static final double MUON_ANOMALY = 2.51e-9;

  private static final double M2 = MUON.massGeV() * MUON.massGeV();
  private static final double DELTA = KAON.massGeV() * KAON.massGeV() - M2;

  /// `Σ|M|²/(C²g²)` as a function of D, with `C = G_F V_us f_K/√2`.
  ///
  /// @param x2 squared mass of X in GeV², above 0
  /// @param t squared missing mass in GeV²
  abstract SpinSum spinSum(double x2, double t);

  /// n(z) in [#muonAnomaly].
  abstract double numerator(double z);

  /// What X adds to `a_μ = (g − 2)/2` at one loop: `a_μ = g²/4π² ∫₀¹ (1 − z)² n(z) / [(1 − z)² + z
  /// m_X²/m²] dz`, `n = (1 + z)/2` for a scalar and `n = z` for a vector.
  ///
  /// @param massGeV mass of X, above 0
  /// @param coupling g
  public double muonAnomaly(double massGeV, double coupling) {
    double ratio = massGeV * massGeV / M2;
    // With z = 1/(1 + e⁻ᵛ) the integrand is smooth and falls exponentially on both sides, whatever
    // the ratio: a plain sum over v is exact to the last digits.
    double sum = 0;
    for (int i = -160; i <= 160; i++) {
      double z = 1 / (1 + StrictMath.exp(-i / 4.0));
      double left = 1 / (1 + StrictMath.exp(i / 4.0)); // 1 − z
      sum += left * left * numerator(z) / (left * left + z * ratio) * z * left / 4;
    }
    return coupling * coupling * sum / (4 * Math.PI * Math.PI);
  }

  /// The coupling g at which X adds a given amount to `a_μ`.
  ///
  /// @param massGeV as in [#muonAnomaly]
  /// @param anomaly such as [#MUON_ANOMALY], 0 or above
  public double couplingOfAnomaly(double massGeV, double anomaly) {
    return Math.sqrt(anomaly / muonAnomaly(massGeV, 1));
  }
}
