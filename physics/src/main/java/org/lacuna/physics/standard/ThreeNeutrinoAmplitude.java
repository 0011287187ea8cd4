package org.lacuna.physics.standard;

import static org.lacuna.physics.particle.Constants.SIN2_WEINBERG;
import static org.lacuna.physics.particle.Particle.MUON;

import org.hipparchus.complex.Complex;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.particle.Particle;

/// Amplitude of K⁺ → μ⁺(p) ν_μ(p₁) ν_ℓ(p₂) ν̄_ℓ(p₃) in the Standard Model at leading order of
/// chiral perturbation theory.
///
/// With `Eₐ = ū(p₂)γₐP_Lv(p₃)`, `q = p₂ + p₃`, `D = (p + q)² − m²`, `t = (p₁ + q)²`, `s = sin²θ_W`,
/// `w = k²/(k² − m_ℓ²)` of the second lepton, `k = P − p₂`, and m the muon mass, the amplitude is
/// `√2 G_F V_us f_K · 4G_F/√2 · A` with
///
/// ```text
/// A = α ū(p₁) E̸ P_L v(p) + m ū(p₁) {a + b E̸ q̸} P_R v(p)
/// α = w − 1 − m²/2D,   b = 1/2t + s/D
/// a = p₁·E/t − 2s p·E/D + (1 − 2s) P·E/(q² − 2P·q)
/// ```
///
/// It holds the Z from the neutrino, the muon and the kaon, their contact term and the second W.
/// Left out: diagrams with a WWZ vertex, smaller by (m_K/M_W)²; radiative and higher chiral orders.
///
/// All neutrinos are left-handed, so each is one spinor of two components (ξ₁, ξ₂, η) and every
/// product one bracket `⟨ab⟩ = a↑b↓ − a↓b↑`.
///
/// @param lepton flavour ℓ of the neutrino pair: electron, muon or tau
/// @cite GorbunovMitrofanov2016
public record ThreeNeutrinoAmplitude(Particle lepton) {
  private static final double M = MUON.massGeV();
  private static final double M2 = M * M;

  /// @throws IllegalArgumentException if there is no neutrino of that name
  public ThreeNeutrinoAmplitude {
    switch (lepton) {
      case ELECTRON, MUON, TAU -> {}
      default ->
          throw new IllegalArgumentException(
              "lepton is " + lepton + ": give ELECTRON, MUON or TAU");
    }
  }

  /// `Σ|A|²` over the spins of the muon, dimensionless; two neutrinos of one flavour are
  /// antisymmetrised and counted once.
  ///
  /// @param p muon
  /// @param p1 neutrino of the muon
  /// @param p2 neutrino of the pair
  /// @param p3 antineutrino
  public double spinSum(FourVector p, FourVector p1, FourVector p2, FourVector p3) {
    Spinor first = Spinor.of(p1);
    Spinor second = Spinor.of(p2);
    Spinor anti = Spinor.of(p3);
    Rows direct = rows(p, p1, first, p2, second, p3, anti);
    if (lepton != MUON) return direct.spinSum(p);
    return direct.minus(rows(p, p2, second, p1, first, p3, anti)).spinSum(p) / 2;
  }

  private Rows rows(
      FourVector p,
      FourVector p1,
      Spinor first,
      FourVector p2,
      Spinor second,
      FourVector p3,
      Spinor anti) {
    FourVector q = p2.plus(p3);
    double qSquared = 2 * p2.dot(p3);
    double t = 2 * p1.dot(q) + qSquared;
    double d = 2 * p.dot(q) + qSquared;
    double alpha = secondLepton(p.plus(p1).plus(p3)) - 1 - M2 / (2 * d);
    double kaonPole = -2 * p.plus(p1).dot(q) - qSquared;

    Complex firstSecond = first.bracket(second).conjugate();
    Complex muonCurrent = second.sandwich(p, anti);
    Complex firstCurrent = firstSecond.multiply(first.bracket(anti));
    Complex kaonCurrent = muonCurrent.add(firstCurrent);
    Complex a =
        firstCurrent
            .multiply(1 / t)
            .add(muonCurrent.multiply(-2 * SIN2_WEINBERG / d))
            .add(kaonCurrent.multiply((1 - 2 * SIN2_WEINBERG) / kaonPole));
    Complex b = firstSecond.multiply(second.bracket(anti)).multiply(1 / t + 2 * SIN2_WEINBERG / d);
    return new Rows(
        anti.turned().times(firstSecond.multiply(2 * alpha)),
        first.conjugate().times(a).plus(second.conjugate().times(b)));
  }

  private double secondLepton(FourVector k) {
    double square = k.dot(k);
    return square / (square - lepton.massGeV() * lepton.massGeV());
  }

  /// Left-handed spinor of a massless particle, or a row made from some.
  private record Spinor(Complex up, Complex down) {

    /// `ξξ† = p·σ = E − p·σ⃗`, whichever component is the larger one taken real.
    static Spinor of(FourVector p) {
      Complex transverse = new Complex(-p.xGeV(), p.yGeV());
      double large = Math.sqrt(p.energyGeV() + Math.abs(p.zGeV()));
      return p.zGeV() > 0
          ? new Spinor(transverse.divide(large), new Complex(large))
          : new Spinor(new Complex(large), transverse.conjugate().divide(large));
    }

    Complex bracket(Spinor other) {
      return up.multiply(other.down).subtract(down.multiply(other.up));
    }

    /// `ξ†(p·σ̄)η`, the vector current along p.
    Complex sandwich(FourVector p, Spinor other) {
      Complex transverse = new Complex(p.xGeV(), p.yGeV());
      Complex above =
          other
              .up
              .multiply(p.energyGeV() + p.zGeV())
              .add(other.down.multiply(transverse.conjugate()));
      Complex below =
          other.up.multiply(transverse).add(other.down.multiply(p.energyGeV() - p.zGeV()));
      return up.conjugate().multiply(above).add(down.conjugate().multiply(below));
    }

    /// The row `r` with `r·ξ = ⟨ξη⟩`.
    Spinor turned() {
      return new Spinor(down, up.negate());
    }

    Spinor conjugate() {
      return new Spinor(up.conjugate(), down.conjugate());
    }

    Spinor times(Complex factor) {
      return new Spinor(up.multiply(factor), down.multiply(factor));
    }

    Spinor plus(Spinor other) {
      return new Spinor(up.add(other.up), down.add(other.down));
    }
  }

  /// What multiplies the two halves of the muon spinor: `A = left·v_L + m right·v_R`.
  private record Rows(Spinor left, Spinor right) {

    Rows minus(Rows other) {
      Complex minusOne = Complex.ONE.negate();
      return new Rows(
          left.plus(other.left.times(minusOne)), right.plus(other.right.times(minusOne)));
    }

    /// From `Σv_Lv_L† = p·σ`, `Σv_Rv_R† = p·σ̄`, `Σv_Lv_R† = −m`.
    double spinSum(FourVector p) {
      Spinor leftColumn = left.conjugate();
      Spinor rightColumn = right.conjugate();
      FourVector mirrored = new FourVector(p.energyGeV(), -p.xGeV(), -p.yGeV(), -p.zGeV());
      double crossed =
          left.up.multiply(rightColumn.up).add(left.down.multiply(rightColumn.down)).getReal();
      return leftColumn.sandwich(mirrored, leftColumn).getReal()
          + M2 * (rightColumn.sandwich(p, rightColumn).getReal() - 2 * crossed);
    }
  }
}
