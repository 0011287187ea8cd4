package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.physics.standard.MuonThreeNeutrinos;

class TabulatedSpectrumTest {
  private static final TabulatedSpectrum TENT =
      new TabulatedSpectrum(0.01, List.of(0.02, 0.06, 0.14), List.of(0.0, 3.0, 1.0));

  /// The area of the two pieces is 0.06 and 0.16 of any unit.
  @Test
  void isStraightBetweenThePointsAndZeroOutside() {
    double scale = 0.01 / 0.22;
    assertThat(TENT.density(0.02)).isZero();
    assertThat(TENT.density(0.04)).isCloseTo(1.5 * scale, within(1e-15));
    assertThat(TENT.density(0.06)).isCloseTo(3 * scale, within(1e-15));
    assertThat(TENT.density(0.1)).isCloseTo(2 * scale, within(1e-15));
    assertThat(TENT.density(0.14)).isCloseTo(scale, within(1e-15));
    assertThat(TENT.density(0.0199)).isZero();
    assertThat(TENT.density(0.1401)).isZero();
    assertThat(TENT.lowestGeV2()).isEqualTo(0.02);
    assertThat(TENT.highestGeV2()).isEqualTo(0.14);
  }

  /// A corner costs Gauss-Legendre some 10⁻⁴.
  @Test
  void itsIntegralIsTheBranchingFraction() {
    assertThat(TENT.branchingFraction()).isEqualTo(0.01);
    assertThat(TENT.branchingFractionAbove(0.02)).isCloseTo(0.01, within(1e-5));
    assertThat(TENT.branchingFractionAbove(0.06)).isCloseTo(0.01 * 0.16 / 0.22, within(1e-9));
  }

  @Test
  void followsAFormulaThatWasTabulated() {
    MuonThreeNeutrinos formula = MuonThreeNeutrinos.standardModel();
    List<Double> t = new ArrayList<>();
    List<Double> density = new ArrayList<>();
    for (int k = 0; k <= 200; k++) {
      t.add(formula.highestGeV2() * k / 200);
      density.add(formula.density(t.getLast()));
    }
    TabulatedSpectrum table = new TabulatedSpectrum(formula.branchingFraction(), t, density);
    for (double at : new double[] {0.013, 0.0507, 0.1, 0.14}) {
      assertThat(table.density(at) / formula.density(at)).isCloseTo(1, within(1e-3));
    }
    assertThat(table.meanMissingMassGeV()).isCloseTo(formula.meanMissingMassGeV(), within(1e-4));
  }

  @Test
  void refusesWhatIsNoSpectrum() {
    refuses(0, List.of(0.0, 0.1), List.of(1.0, 1.0), "branchingFraction = 0");
    refuses(1, List.of(0.0), List.of(1.0), "at least 2");
    refuses(1, List.of(0.0, 0.1), List.of(1.0), "2 squared masses and 1 densities");
    refuses(1, List.of(-0.1, 0.1), List.of(1.0, 1.0), "squared mass -0.1 GeV²");
    refuses(1, List.of(0.1, 0.1), List.of(1.0, 1.0), "must rise");
    refuses(1, List.of(0.0, Double.POSITIVE_INFINITY), List.of(1.0, 1.0), "Infinity");
    refuses(1, List.of(0.0, 0.1), List.of(1.0, -1.0), "density -1.0 at 0.1 GeV²");
    refuses(1, List.of(0.0, 0.1), List.of(Double.NaN, 1.0), "density NaN");
    refuses(1, List.of(0.0, 0.1), List.of(0.0, 0.0), "0 everywhere");
  }

  private static void refuses(
      double fraction, List<Double> squared, List<Double> density, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TabulatedSpectrum(fraction, squared, density))
        .withMessageContaining(message);
  }
}
