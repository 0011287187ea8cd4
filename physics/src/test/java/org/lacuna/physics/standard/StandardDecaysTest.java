package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lacuna.physics.particle.Constants.ALPHA;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.NEUTRINO;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.physics.decay.PhaseSpace;

class StandardDecaysTest {
  static final List<ThreePions> THREE_PIONS = List.of(ThreePions.CHARGED, ThreePions.NEUTRAL);

  private static final double K = KAON.massGeV();

  @Test
  void twoBodyEnergiesAreMirrorImages() {
    TwoBodyDecay pion = new TwoBodyDecay(KAON, PION, PION_ZERO);
    TwoBodyDecay pionZero = new TwoBodyDecay(KAON, PION_ZERO, PION);
    double energy = Math.sqrt(75 * 75 + K * K);
    assertThat(pion.energyGeV() + pionZero.energyGeV()).isCloseTo(K, within(1e-15));
    assertThat(pion.momentumGeV()).isCloseTo(pionZero.momentumGeV(), within(1e-15));
    assertThat(pion.lowestEnergyGeV(75) + pionZero.highestEnergyGeV(75))
        .isCloseTo(energy, within(1e-12));
    assertThat(pion.lowestEnergyGeV(0)).isEqualTo(pion.highestEnergyGeV(0));
  }

  /// A muon from a pion in flight keeps 57 to 100 % of its energy.
  @Test
  void aMuonFromAPionIsFast() {
    TwoBodyDecay decay = new TwoBodyDecay(PION, MUON, NEUTRINO);
    assertThat(decay.momentumGeV()).isCloseTo(0.0297921, within(1e-7));
    assertThat(decay.lowestEnergyGeV(30) / 30).isCloseTo(0.573, within(1e-3));
    assertThat(decay.highestEnergyGeV(30) / 30).isCloseTo(1, within(1e-4));
  }

  /// Helicity: the rate goes with the square of the lepton mass, here 2.57·10⁻⁵ of the muon.
  @Test
  void theElectronIsSuppressedByItsHelicity() {
    double ratio =
        new LeptonNeutrino(ELECTRON).branchingFraction()
            / new LeptonNeutrino(MUON).branchingFraction();
    assertThat(ratio).isCloseTo(2.569e-5, withinPercentage(0.05));
  }

  /// `Φ₃ = ∫ds₁ds₃ / 128π³M²`.
  @ParameterizedTest
  @FieldSource("THREE_PIONS")
  void theDalitzPlotHasTheAreaOfPhaseSpace(ThreePions decay) {
    double even = decay.even().massGeV();
    double volume = PhaseSpace.volume(K, even, even, decay.odd().massGeV());
    double area = decay.integral((s3, s1) -> 1);
    assertThat(area / (128 * StrictMath.pow(Math.PI, 3) * K * K))
        .isCloseTo(volume, withinPercentage(1e-7));
  }

  @ParameterizedTest
  @FieldSource("THREE_PIONS")
  void threePionsAreSymmetricInTheTwoAlike(ThreePions decay) {
    double s3 = 0.1;
    double s1 = 0.09;
    double s2 = 3 * decay.centreGeV2() - s3 - s1;
    assertThat(decay.density(s3, s1)).isCloseTo(decay.density(s3, s2), within(1e-14));
    assertThat(decay.density(decay.centreGeV2(), decay.centreGeV2())).isCloseTo(1, within(1e-14));
    assertThat(decay.width(decay.lowestGeV2())).isZero();
    assertThat(decay.width(decay.highestGeV2())).isCloseTo(0, within(1e-8));
    assertThat(decay.oddEnergyGeV(decay.highestGeV2()))
        .isCloseTo(decay.odd().massGeV(), within(1e-15));
  }

  /// Massless: `Φₙ = M^{2n−4} / [2 (4π)^{2n−3} (n − 1)! (n − 2)!]`.
  @Test
  void phaseSpaceOfMasslessParticlesIsClosed() {
    double fourPi = 4 * Math.PI;
    assertThat(PhaseSpace.volume(1, 0, 0)).isCloseTo(1 / (2 * fourPi), withinPercentage(1e-10));
    assertThat(PhaseSpace.volume(1, 0, 0, 0))
        .isCloseTo(1 / (2 * StrictMath.pow(fourPi, 3) * 2), withinPercentage(1e-8));
    assertThat(PhaseSpace.volume(2, 0, 0, 0, 0))
        .isCloseTo(16 / (2 * StrictMath.pow(fourPi, 5) * 6 * 2), withinPercentage(1e-6));
    assertThat(PhaseSpace.volume(0.2, 0.1, 0.05, 0.05)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhaseSpace.volume(1, 0.1))
        .withMessageContaining("1 elements");
  }

  /// Soft photons: `dB/d ln x` tends to `B (2α/π) [ln((1 + β)/(1 − β))/2β − 1]`, β the velocity of
  /// the pion.
  @Test
  void bremsstrahlungOfThePionHasTheSoftLimit() {
    TwoBodyDecay decay = new TwoBodyDecay(KAON, PION, PION_ZERO);
    double beta = decay.momentumGeV() / decay.energyGeV();
    double slope = 2 * ALPHA / Math.PI * (StrictMath.log((1 + beta) / (1 - beta)) / (2 * beta) - 1);
    double soft =
        PionPionZeroPhoton.branchingFraction(1e-8) - PionPionZeroPhoton.branchingFraction(1e-7);
    assertThat(soft).isCloseTo(0.2067 * slope * StrictMath.log(10), withinPercentage(0.01));
  }

  /// 10⁶ points uniform in (x, v), E_γ > 10 MeV and 55 < T_π < 90 MeV; fails once in 10⁵ draws.
  @Test
  void bremsstrahlungOfThePionIsThatOfRandomPoints() {
    SplittableRandom random = new SplittableRandom(5);
    double hard = 0;
    double hardSquares = 0;
    double slow = 0;
    double slowSquares = 0;
    int n = 1_000_000;
    double highest = PionPionZeroPhoton.highestX();
    double top = PionPionZeroPhoton.highestV(highest / 2) * 2;
    for (int i = 0; i < n; i++) {
      double x = highest * random.nextDouble();
      double v = top * random.nextDouble();
      if (v < PionPionZeroPhoton.lowestV(x) || v > PionPionZeroPhoton.highestV(x)) continue;
      double density = highest * top * PionPionZeroPhoton.density(x, v);
      assertThat(density).isNotNegative();
      double energy = x * K / 2;
      double ratio = PION.massGeV() / K;
      double zeroRatio = PION_ZERO.massGeV() / K;
      double kinetic = K * (1 + ratio * ratio - zeroRatio * zeroRatio + v - x) / 2 - PION.massGeV();
      if (energy > 0.01) {
        hard += density;
        hardSquares += density * density;
      }
      if (kinetic > 0.055 && kinetic < 0.09) {
        slow += density;
        slowSquares += density * density;
      }
    }
    assertThat(hard / n)
        .isCloseTo(
            PionPionZeroPhoton.branchingFraction(0.01), within(4.4 * Math.sqrt(hardSquares) / n));
    assertThat(slow / n)
        .isCloseTo(
            PionPionZeroPhoton.branchingFraction(0.055, 0.09),
            within(4.4 * Math.sqrt(slowSquares) / n));
  }

  @Test
  void bremsstrahlungOfThePionEndsWhereThePhotonTakesAll() {
    double highest = PionPionZeroPhoton.highestX();
    assertThat(PionPionZeroPhoton.lowestV(highest))
        .isCloseTo(PionPionZeroPhoton.highestV(highest), within(1e-7));
    assertThat(PionPionZeroPhoton.branchingFraction(highest * K / 2)).isZero();
    assertThat(PionPionZeroPhoton.branchingFraction(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {6e-5, 1e-3, 0.1, 0.9})
  void thePairsOfThePionZeroIntegrateToTheirSpectrum(double x) {
    double beta = Math.sqrt(1 - PionZeroDalitzPair.LOWEST / x);
    int steps = 20_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double eta = beta * (2 * (i + 0.5) / steps - 1);
      sum += 2 * beta / steps * PionZeroDalitzPair.density(x, eta);
    }
    assertThat(PionZeroDalitzPair.spectrum(x)).isCloseTo(sum, withinPercentage(1e-5));
  }

  @Test
  void thePairsOfThePionZeroHaveTheirLimits() {
    assertThat(PionZeroDalitzPair.spectrum(PionZeroDalitzPair.LOWEST)).isZero();
    assertThat(PionZeroDalitzPair.spectrum(1)).isZero();
    assertThat(PionZeroDalitzPair.ratio()).isCloseTo(1.174 / 98.823, withinPercentage(0.1));
  }

  /// Michel: mean energy 7/10 of the largest, mean cosine P/9.
  @Test
  void aMuonDecaysAsMichelSaid() {
    double total = 0;
    double energy = 0;
    double cosine = 0;
    int steps = 500;
    for (int i = 0; i < steps; i++) {
      for (int j = 0; j < steps; j++) {
        double z = (i + 0.5) / steps;
        double c = 2 * (j + 0.5) / steps - 1;
        double density = 2.0 / (steps * steps) * MuonDecay.density(z, c, 0.5);
        assertThat(density).isNotNegative();
        total += density;
        energy += z * density;
        cosine += c * density;
      }
    }
    assertThat(total).isCloseTo(1, within(1e-5));
    assertThat(energy).isCloseTo(0.7, within(1e-5));
    assertThat(cosine).isCloseTo(0.5 / 9, within(1e-5));
    assertThat(MuonDecay.density(1, -1, 1)).isZero();
    assertThat(MuonDecay.density(-0.1, 0, 0)).isZero();
    assertThat(MuonDecay.density(1.1, 0, 0)).isZero();
  }
}
