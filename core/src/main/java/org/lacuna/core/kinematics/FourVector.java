package org.lacuna.core.kinematics;

/// A four-momentum `(E, p)` with metric (+, −, −, −) and c = 1.
///
/// @param energyGeV time component
/// @param xGeV momentum along x
/// @param yGeV momentum along y
/// @param zGeV momentum along z
public record FourVector(double energyGeV, double xGeV, double yGeV, double zGeV) {

  /// The on-shell vector of a particle of known mass, `E = √(m² + p²)`.
  public static FourVector ofMass(double massGeV, double xGeV, double yGeV, double zGeV) {
    double momentumSquared = xGeV * xGeV + yGeV * yGeV + zGeV * zGeV;
    return new FourVector(Math.sqrt(massGeV * massGeV + momentumSquared), xGeV, yGeV, zGeV);
  }

  public FourVector plus(FourVector other) {
    return new FourVector(
        energyGeV + other.energyGeV, xGeV + other.xGeV, yGeV + other.yGeV, zGeV + other.zGeV);
  }

  public FourVector minus(FourVector other) {
    return plus(other.times(-1));
  }

  public FourVector times(double factor) {
    return new FourVector(factor * energyGeV, factor * xGeV, factor * yGeV, factor * zGeV);
  }

  /// The invariant product `E₁E₂ − p₁·p₂` in GeV².
  public double dot(FourVector other) {
    return energyGeV * other.energyGeV - spatialProduct(other);
  }

  /// `E² − p²`, negative for a space-like vector.
  ///
  /// Loses digits for a fast particle, where both terms are large: relative to the true m² about
  /// `10⁻¹⁶ (E/m)²`. Form the square from quantities at rest where that matters.
  public double massSquaredGeV2() {
    double momentum = momentumGeV();
    return (energyGeV - momentum) * (energyGeV + momentum);
  }

  /// Length of the three-momentum.
  public double momentumGeV() {
    return Math.sqrt(spatialProduct(this));
  }

  /// This vector, given in the rest frame of `parent`, seen from the frame where `parent` is given:
  /// `E' = (E·E_P + p·P)/M`, `p' = p + P (E + E')/(E_P + M)`.
  ///
  /// @param massGeV mass M of the parent, above 0; asked for because the difference `E_P² − P²`
  ///   would lose it (five digits for a kaon of 75 GeV)
  public FourVector fromRestFrameOf(FourVector parent, double massGeV) {
    double boosted = (energyGeV * parent.energyGeV + spatialProduct(parent)) / massGeV;
    double share = (energyGeV + boosted) / (parent.energyGeV + massGeV);
    return new FourVector(
        boosted,
        Math.fma(share, parent.xGeV, xGeV),
        Math.fma(share, parent.yGeV, yGeV),
        Math.fma(share, parent.zGeV, zGeV));
  }

  /// This vector seen from the rest frame of `parent`: the inverse of [#fromRestFrameOf].
  ///
  /// @param massGeV mass of the parent, above 0
  public FourVector toRestFrameOf(FourVector parent, double massGeV) {
    return fromRestFrameOf(
        new FourVector(parent.energyGeV, -parent.xGeV, -parent.yGeV, -parent.zGeV), massGeV);
  }

  private double spatialProduct(FourVector other) {
    return xGeV * other.xGeV + yGeV * other.yGeV + zGeV * other.zGeV;
  }
}
