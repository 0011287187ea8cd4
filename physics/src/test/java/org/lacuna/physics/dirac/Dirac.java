package org.lacuna.physics.dirac;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.lacuna.core.kinematics.FourVector;

/// Dirac matrices and spinors. Spinors are 4 × 1 matrices; a list of spinors is one per spin state.
public final class Dirac {
  private static final Complex O = Complex.ZERO;
  private static final Complex P = Complex.ONE;
  private static final Complex M = Complex.ONE.negate();
  private static final Complex I = Complex.I;
  private static final Complex J = Complex.I.negate();

  private static final List<FieldMatrix<Complex>> GAMMA =
      List.of(
          matrix(new Complex[][] {{P, O, O, O}, {O, P, O, O}, {O, O, M, O}, {O, O, O, M}}),
          matrix(new Complex[][] {{O, O, O, P}, {O, O, P, O}, {O, M, O, O}, {M, O, O, O}}),
          matrix(new Complex[][] {{O, O, O, J}, {O, O, I, O}, {O, I, O, O}, {J, O, O, O}}),
          matrix(new Complex[][] {{O, O, P, O}, {O, O, O, M}, {M, O, O, O}, {O, P, O, O}}));

  /// `1`, to be scaled with masses.
  public static final FieldMatrix<Complex> ONE =
      MatrixUtils.createFieldIdentityMatrix(ComplexField.getInstance(), 4);

  /// `γ₅ = iγ⁰γ¹γ²γ³`.
  public static final FieldMatrix<Complex> GAMMA5 =
      product(gamma(0), gamma(1), gamma(2), gamma(3)).scalarMultiply(I);

  /// `P_L = (1 − γ₅)/2`.
  public static final FieldMatrix<Complex> LEFT = scaled(0.5, ONE.subtract(GAMMA5));

  /// `P_R = (1 + γ₅)/2`.
  public static final FieldMatrix<Complex> RIGHT = scaled(0.5, ONE.add(GAMMA5));

  private Dirac() {}

  /// `γᵃ` with upper index a.
  public static FieldMatrix<Complex> gamma(int a) {
    return GAMMA.get(a);
  }

  /// `γ·p` of a momentum.
  public static FieldMatrix<Complex> slash(FourVector p) {
    return slash(components(p));
  }

  /// `γ·e` of a complex vector with upper components, such as a current or a polarisation.
  public static FieldMatrix<Complex> slash(Complex[] e) {
    return gamma(0)
        .scalarMultiply(e[0])
        .subtract(gamma(1).scalarMultiply(e[1]))
        .subtract(gamma(2).scalarMultiply(e[2]))
        .subtract(gamma(3).scalarMultiply(e[3]));
  }

  /// `p·e`.
  public static Complex dot(FourVector p, Complex[] e) {
    Complex[] q = components(p);
    return q[0].multiply(e[0])
        .subtract(q[1].multiply(e[1]))
        .subtract(q[2].multiply(e[2]))
        .subtract(q[3].multiply(e[3]));
  }

  public static Complex[] components(FourVector p) {
    return new Complex[] {real(p.energyGeV()), real(p.xGeV()), real(p.yGeV()), real(p.zGeV())};
  }

  /// Both spinors `u(p)` with `Σ u ū = γ·p + m`.
  public static List<FieldMatrix<Complex>> particle(FourVector p, double massGeV) {
    return states(slash(p).add(scaled(massGeV, ONE)), p, massGeV, 0);
  }

  /// Both spinors `v(p)` with `Σ v v̄ = γ·p − m`.
  public static List<FieldMatrix<Complex>> antiparticle(FourVector p, double massGeV) {
    return states(scaled(massGeV, ONE).subtract(slash(p)), p, massGeV, 2);
  }

  /// The projector acts on the spinors at rest, the unit vectors from `first` on.
  private static List<FieldMatrix<Complex>> states(
      FieldMatrix<Complex> projector, FourVector p, double massGeV, int first) {
    double norm = 1 / Math.sqrt(p.energyGeV() + massGeV);
    return IntStream.of(first, first + 1)
        .mapToObj(column -> scaled(norm, projector.getColumnMatrix(column)))
        .toList();
  }

  /// The three polarisations of a massive vector, upper components, `Σ εᵃεᵇ* = −gᵃᵇ + qᵃqᵇ/m²`.
  public static List<Complex[]> polarisations(FourVector q, double massGeV) {
    return Stream.of(
            new FourVector(0, 1, 0, 0), new FourVector(0, 0, 1, 0), new FourVector(0, 0, 0, 1))
        .map(axis -> components(axis.fromRestFrameOf(q, massGeV)))
        .toList();
  }

  /// The two polarisations of a photon that have no time component.
  public static List<FourVector> transverse(FourVector k) {
    FourVector helper =
        Math.abs(k.zGeV()) < 0.9 * k.energyGeV()
            ? new FourVector(0, 0, 0, 1)
            : new FourVector(0, 1, 0, 0);
    FourVector first = cross(k, helper);
    first = first.times(1 / first.momentumGeV());
    return List.of(first, cross(first, k).times(1 / k.energyGeV()));
  }

  /// `(0, a × b)`.
  public static FourVector cross(FourVector a, FourVector b) {
    return new FourVector(
        0,
        a.yGeV() * b.zGeV() - a.zGeV() * b.yGeV(),
        a.zGeV() * b.xGeV() - a.xGeV() * b.zGeV(),
        a.xGeV() * b.yGeV() - a.yGeV() * b.xGeV());
  }

  /// `ψ̄ = ψ†γ⁰`.
  public static FieldMatrix<Complex> bar(FieldMatrix<Complex> spinor) {
    Complex[][] row = new Complex[1][4];
    for (int i = 0; i < 4; i++) row[0][i] = spinor.getEntry(i, 0).conjugate();
    return matrix(row).multiply(gamma(0));
  }

  /// The number `ψ̄ M … χ`.
  @SafeVarargs
  public static Complex chain(
      FieldMatrix<Complex> psi, FieldMatrix<Complex> chi, FieldMatrix<Complex>... between) {
    FieldMatrix<Complex> row = bar(psi);
    for (FieldMatrix<Complex> factor : between) row = row.multiply(factor);
    return row.multiply(chi).getEntry(0, 0);
  }

  /// The current `ψ̄ γᵃ M χ`, upper components.
  public static Complex[] current(
      FieldMatrix<Complex> psi, FieldMatrix<Complex> chi, FieldMatrix<Complex> vertex) {
    return IntStream.range(0, 4)
        .mapToObj(a -> chain(psi, chi, gamma(a), vertex))
        .toArray(Complex[]::new);
  }

  @SafeVarargs
  public static FieldMatrix<Complex> product(
      FieldMatrix<Complex> first, FieldMatrix<Complex>... others) {
    FieldMatrix<Complex> product = first;
    for (FieldMatrix<Complex> factor : others) product = product.multiply(factor);
    return product;
  }

  public static FieldMatrix<Complex> scaled(double factor, FieldMatrix<Complex> matrix) {
    return matrix.scalarMultiply(real(factor));
  }

  private static Complex real(double value) {
    return new Complex(value);
  }

  private static FieldMatrix<Complex> matrix(Complex[][] entries) {
    return MatrixUtils.createFieldMatrix(entries);
  }
}
