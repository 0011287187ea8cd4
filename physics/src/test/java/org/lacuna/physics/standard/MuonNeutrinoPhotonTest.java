package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.standard.PhotonEmission.INNER_BREMSSTRAHLUNG;
import static org.lacuna.physics.standard.PhotonEmission.INTERFERENCE_MINUS;
import static org.lacuna.physics.standard.PhotonEmission.INTERFERENCE_PLUS;
import static org.lacuna.physics.standard.PhotonEmission.STRUCTURE_MINUS;
import static org.lacuna.physics.standard.PhotonEmission.STRUCTURE_PLUS;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MuonNeutrinoPhotonTest {
  private static final double K = KAON.massGeV();
  private static final double R = MUON.massGeV() * MUON.massGeV() / (K * K);
  private static final MuonNeutrinoPhoton KLOE = new MuonNeutrinoPhoton(KaonFormFactors.KLOE);

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-3, 0.01, 0.1, 0.4, 0.8, 0.95})
  void innerBremsstrahlungHasTheClosedPhotonSpectrum(double x) {
    double a = x * x + 2 * (1 - x) * (1 - R);
    double d = -2 * x * R * (1 - R);
    double log = StrictMath.log((1 - x) / R);
    double closed = a * (x * log - x * (1 - R - x) / (1 - x)) + d * ((1 - x) / R - 1 - log);
    double norm = 0.6356 * ALPHA / (2 * Math.PI * (1 - R) * (1 - R) * x * x);
    assertThat(KLOE.withParts(INNER_BREMSSTRAHLUNG).withPhotonFrom(1e-9).photonSpectrum(x))
        .isCloseTo(norm * closed, withinPercentage(1e-7));
  }

  /// The form in (x, y) of the literature, at points where it does not cancel.
  @Test
  void agreesWithTheUsualVariables() {
    for (double[] point : new double[][] {{0.1, 1}, {0.3, 0.9}, {0.6, 0.6}, {0.8, 0.95}}) {
      double x = point[0];
      double y = point[1];
      double f1 = 1 - y + R;
      double f2 = x + y - 1 - R;
      assertThat(INNER_BREMSSTRAHLUNG.at(x, f2))
          .isCloseTo(
              f1 / (x * x * f2) * (x * x + 2 * (1 - x) * (1 - R) - 2 * x * R * (1 - R) / f2),
              withinPercentage(1e-9));
      assertThat(STRUCTURE_PLUS.at(x, f2))
          .isCloseTo(f2 * ((x + y - 1) * (1 - x) - R), withinPercentage(1e-9));
      assertThat(STRUCTURE_MINUS.at(x, f2))
          .isCloseTo(f1 * ((1 - x) * (1 - y) + R), withinPercentage(1e-9));
      assertThat(INTERFERENCE_PLUS.at(x, f2))
          .isCloseTo(f1 / (x * f2) * ((1 - x) * (1 - x - y) + R), withinPercentage(1e-9));
      assertThat(INTERFERENCE_MINUS.at(x, f2))
          .isCloseTo(f1 / (x * f2) * (x * x - (1 - x) * (1 - x - y) - R), withinPercentage(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.05, 0.1, 0.15})
  void theInfraredCutIsNotSeenAtLargeMissingMass(double t) {
    double density = KLOE.density(t);
    double above = KLOE.branchingFractionAbove(t);
    for (double cut : new double[] {1e-5, 5e-3, 0.01, 0.02, 0.03}) {
      assertThat(KLOE.withPhotonFrom(cut).density(t)).isCloseTo(density, withinPercentage(1e-10));
      assertThat(KLOE.withPhotonFrom(cut).branchingFractionAbove(t))
          .isCloseTo(above, withinPercentage(1e-10));
    }
    assertThat(KLOE.withPhotonFrom(0.15).branchingFractionAbove(0.03))
        .isLessThan(KLOE.branchingFractionAbove(0.03));
  }

  /// Two orders of integration: over t at fixed x and over x at fixed t.
  @Test
  void theSpectrumIntegratesToTheBranchingFraction() {
    double sum = 0;
    int steps = 4000;
    double width = (KLOE.highestGeV2() - 0.02) / steps;
    for (int i = 0; i < steps; i++) sum += width * KLOE.density(0.02 + (i + 0.5) * width);
    assertThat(sum).isCloseTo(KLOE.branchingFractionAbove(0.02), withinPercentage(1e-4));
  }

  /// 10⁶ points uniform in (x, v) of the bounding box, E_γ > 20 MeV; error 0.5 %, failing once in
  /// 10⁵ draws.
  @Test
  void theRateIsThatOfRandomPoints() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    MuonNeutrinoPhoton hard = KLOE.withPhotonFrom(0.02);
    double sum = 0;
    double squares = 0;
    int n = 1_000_000;
    for (int i = 0; i < n; i++) {
      double density = hard.density(random.nextDouble(), random.nextDouble());
      assertThat(density).as("seed %d, point %d", seed, i).isNotNegative();
      sum += density;
      squares += density * density;
    }
    double error = Math.sqrt(squares - sum * sum / n) / n;
    assertThat(sum / n).isCloseTo(hard.branchingFraction(), within(4.4 * error));
  }

  @Test
  void isZeroOutsideItsRange() {
    assertThat(KLOE.density(-0.01)).isZero();
    assertThat(KLOE.density(0.0)).isZero();
    assertThat(KLOE.density(KLOE.highestGeV2())).isZero();
    assertThat(KLOE.branchingFractionAbove(KLOE.highestGeV2())).isZero();
    assertThat(KLOE.photonSpectrum(1e-4)).isZero();
    assertThat(KLOE.photonSpectrum(1 - R)).isZero();
    assertThat(KLOE.density(0.5, 0.6)).isZero();
    assertThat(KLOE.density(0.5, 0.9 * R)).isZero();
    assertThat(KLOE.density(1e-4, 0.5e-4)).isZero();
    assertThat(KLOE.withPhotonFrom(0.3).branchingFraction()).isZero();
    assertThat(KLOE.withPhotonFrom(0.2).density(1e-3)).isPositive();
  }

  @Test
  void refusesAPhotonWithoutEnergy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KLOE.withPhotonFrom(0))
        .withMessageStartingWith("photonFromGeV is 0.0: give an energy above 0");
    assertThatIllegalArgumentException().isThrownBy(() -> KLOE.withPhotonFrom(Double.NaN));
  }

  /// Above 0.10 GeV²: 1.985·10⁻⁴, with O(p⁴) 2.016·10⁻⁴, with the sum of E787 2.02·10⁻⁴, with the
  /// difference of OKA (0.134) 1.79·10⁻⁴.
  @Test
  void theFormFactorsMoveTheTailAsStated() {
    KaonFormFactors oka = new KaonFormFactors(0.125, 0.134, KaonFormFactors.KLOE.sumSlope(), 0);
    assertThat(above(KaonFormFactors.KLOE)).isCloseTo(1.985e-4, within(0.0005e-4));
    assertThat(above(KaonFormFactors.CHPT)).isCloseTo(2.0155e-4, within(0.0005e-4));
    assertThat(above(KaonFormFactors.E787)).isCloseTo(2.02e-4, within(0.005e-4));
    assertThat(above(oka)).isCloseTo(1.79e-4, within(0.005e-4));
  }

  private static double above(KaonFormFactors formFactors) {
    return new MuonNeutrinoPhoton(formFactors).branchingFractionAbove(0.1);
  }

  /// E. g. Akiba 1985 measured (5.4 ± 0.3)·10⁻³ for p_μ < 231.5 MeV.
  @Test
  void theInterferenceIsDestructiveAsObserved() {
    assertThat(KLOE.withParts(INTERFERENCE_MINUS).branchingFraction()).isNegative();
    assertThat(KLOE.withParts(INTERFERENCE_PLUS).branchingFraction()).isPositive();
  }

  /// How far fixed order and summed soft photons agree, B over A.
  @ParameterizedTest
  @CsvSource({"0.001, 0.9936", "0.010, 0.9976"})
  void bothInfraredRecipesAgree(double photonFromGeV, double ratio) {
    MuonNeutrinoPhoton fixed = KLOE.withPhotonFrom(photonFromGeV);
    assertThat(fixed.withSoftPhotons().branchingFraction() / fixed.branchingFraction())
        .isCloseTo(ratio, within(1e-4));
    for (double t : new double[] {0.03, 0.06, 0.1, 0.14}) {
      assertThat(fixed.withSoftPhotons().density(t) / fixed.density(t))
          .isCloseTo(1, within(0.0035));
      assertThat(fixed.withSoftPhotons().branchingFractionAbove(t))
          .isCloseTo(fixed.branchingFractionAbove(t), withinPercentage(0.35));
    }
  }

  /// Softer than a small energy x: `x^b/N` of all decays, corrections being of order x.
  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-7, 1e-6})
  void withSoftPhotonsAllDecaysAreThere(double photonFromGeV) {
    MuonNeutrinoPhoton all = KLOE.withSoftPhotons().withPhotonFrom(photonFromGeV);
    double x = 2 * photonFromGeV / K;
    double softer = StrictMath.pow(x, SoftPhotons.EXPONENT) / new SoftPhotons(KLOE).norm();
    assertThat(all.branchingFraction() / 0.6356).isCloseTo(1 - softer, within(2e-6));
    assertThat(KLOE.withSoftPhotons().withSoftPhotons().branchingFraction())
        .isEqualTo(KLOE.withSoftPhotons().branchingFraction());
    assertThat(all.withParts(INNER_BREMSSTRAHLUNG, PhotonEmission.values()).density(0.1))
        .isEqualTo(all.density(0.1));
  }

  @Test
  void summedSoftPhotonsAreNormalised() {
    SoftPhotons soft = new SoftPhotons(KLOE);
    assertThat(soft.shape(0)).isEqualTo(1);
    assertThat(soft.shape(1e-8)).isCloseTo(1, within(1e-6));
    assertThat(soft.shape(1 - R)).isZero();
    double before = 1 + 1e-9;
    for (double x = 1e-6; x < 1 - R; x *= 1.3) {
      assertThat(soft.shape(x)).isLessThan(before);
      before = soft.shape(x);
    }
    double x = 0.3;
    assertThat(KLOE.withSoftPhotons().photonSpectrum(x))
        .isCloseTo(
            KLOE.photonSpectrum(x) * StrictMath.pow(x, SoftPhotons.EXPONENT) / soft.norm(),
            withinPercentage(1e-9));
  }
}
