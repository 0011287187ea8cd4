package org.lacuna.physics.exotic;

import static org.lacuna.physics.particle.BranchingFraction.MUON_NEUTRINO;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import org.lacuna.physics.decay.MissingMassSpectrum;

/// K⁺ → μ⁺νX with an invisible boson X.
///
/// `d²B/(ds dt) = B(μν) Σ|M|²/(C²g²) g² / (64π² m² Δ²)` with `s = (p_μ + p_X)²`, `t` the squared
/// missing mass, `Δ = m_K² − m²`; over s it is integrated in closed form. Normalised to the
/// measured K⁺ → μ⁺ν, so that f_K and V_us drop out. Leading order in g; no photons.
///
/// @param model how X couples
/// @param massGeV mass of X, above 0; at and above `m_K − m` every rate is 0
/// @param coupling g, of either sign
/// @cite Krnjaic2020
public record MuonNeutrinoBoson(BosonModel model, double massGeV, double coupling)
    implements MissingMassSpectrum {
  private static final double M = MUON.massGeV();
  private static final double M2 = M * M;
  private static final double K2 = KAON.massGeV() * KAON.massGeV();

  /// @throws IllegalArgumentException if the mass is not above 0 or the coupling not finite
  public MuonNeutrinoBoson {
    if (!(massGeV > 0 && massGeV < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "massGeV is " + massGeV + ": give a mass above 0 (all three models diverge at 0)");
    }
    if (!Double.isFinite(coupling)) {
      throw new IllegalArgumentException("coupling is " + coupling + ": give a finite number");
    }
  }

  @Override
  public double lowestGeV2() {
    return massGeV * massGeV;
  }

  @Override
  public double highestGeV2() {
    double highest = KAON.massGeV() - M;
    return highest * highest;
  }

  /// `d²B/(ds dt)` in GeV⁻⁴; 0 outside the Dalitz region.
  ///
  /// @param s squared mass of μ and X in GeV²
  /// @param t squared missing mass in GeV²
  public double density(double s, double t) {
    if (!isInside(t)) return 0;
    Range range = range(t);
    double aboveLow = s - M2 - range.low;
    if (aboveLow < 0 || aboveLow > range.width) return 0;
    return norm() * Math.max(0, spinSum(t).at(s - M2));
  }

  @Override
  public double density(double t) {
    if (!isInside(t)) return 0;
    Range range = range(t);
    // Next to the threshold, where a soft neutrino leaves nothing, rounding has the last word.
    return norm() * Math.max(0, spinSum(t).integral(range.low, range.width));
  }

  /// `Σ|M|²/(C²g²)`, `C = G_F V_us f_K/√2`.
  SpinSum spinSum(double t) {
    return model.spinSum(massGeV * massGeV, t);
  }

  private boolean isInside(double t) {
    return t > lowestGeV2() && t < highestGeV2();
  }

  private double norm() {
    double scale = 8 * Math.PI * M * (K2 - M2);
    return MUON_NEUTRINO * coupling * coupling / (scale * scale);
  }

  /// Where `D = s − m²` lies at fixed t.
  private record Range(double low, double width) {}

  /// From `D = m_X² + [(m_K² − t − m²)(t + m_X²) ∓ (t − m_X²)√λ]/2t` without its differences of
  /// nearly equal numbers.
  private Range range(double t) {
    double x2 = massGeV * massGeV;
    double sum = K2 - t - M2;
    double root =
        Math.sqrt(Math.max(0, (sum - 2 * M * Math.sqrt(t)) * (sum + 2 * M * Math.sqrt(t))));
    double half = (sum + root) / 2;
    return new Range(x2 + t * M2 / half + half * x2 / t, (t - x2) * root / t);
  }
}
