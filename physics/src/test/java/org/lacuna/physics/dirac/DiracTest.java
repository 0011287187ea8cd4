package org.lacuna.physics.dirac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.physics.dirac.Dirac.GAMMA5;
import static org.lacuna.physics.dirac.Dirac.ONE;
import static org.lacuna.physics.dirac.Dirac.gamma;
import static org.lacuna.physics.dirac.Dirac.scaled;
import static org.lacuna.physics.dirac.Dirac.slash;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.kinematics.FourVector;

/// The algebra that the amplitudes are checked with is itself checked here.
class DiracTest {
  private static final double[] METRIC = {1, -1, -1, -1};

  @Test
  void gammaMatricesAnticommuteToTheMetric() {
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        FieldMatrix<Complex> anticommutator =
            gamma(a).multiply(gamma(b)).add(gamma(b).multiply(gamma(a)));
        assertEqual(anticommutator, scaled(a == b ? 2 * METRIC[a] : 0, ONE));
      }
    }
  }

  @Test
  void gammaFiveAnticommutesWithAllAndSquaresToOne() {
    for (int a = 0; a < 4; a++) {
      assertEqual(gamma(a).multiply(GAMMA5).add(GAMMA5.multiply(gamma(a))), scaled(0, ONE));
    }
    assertEqual(GAMMA5.multiply(GAMMA5), ONE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void spinorsSumToTheProjectors(double mass) {
    FourVector p = FourVector.ofMass(mass, 0.1, -0.2, 0.3);
    assertEqual(sum(Dirac.particle(p, mass)), slash(p).add(scaled(mass, ONE)));
    assertEqual(sum(Dirac.antiparticle(p, mass)), slash(p).subtract(scaled(mass, ONE)));
  }

  @Test
  void polarisationsSumToTheProjectorOrthogonalToTheMomentum() {
    double mass = 0.1;
    FourVector q = FourVector.ofMass(mass, 0.1, -0.2, 0.3);
    Complex[] momentum = Dirac.components(q);
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        Complex sum = Complex.ZERO;
        for (Complex[] e : Dirac.polarisations(q, mass)) {
          sum = sum.add(e[a].multiply(e[b].conjugate()));
        }
        double expected =
            momentum[a].multiply(momentum[b]).getReal() / (mass * mass) - (a == b ? METRIC[a] : 0);
        assertThat(sum.subtract(expected).norm()).isLessThan(1e-13);
      }
    }
  }

  private static FieldMatrix<Complex> sum(List<FieldMatrix<Complex>> spinors) {
    return spinors.stream()
        .map(spinor -> spinor.multiply(Dirac.bar(spinor)))
        .reduce(FieldMatrix::add)
        .orElseThrow();
  }

  private static void assertEqual(FieldMatrix<Complex> actual, FieldMatrix<Complex> expected) {
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(actual.getEntry(i, j).subtract(expected.getEntry(i, j)).norm())
            .as("%d, %d", i, j)
            .isLessThan(1e-15);
      }
    }
  }
}
