package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.WITH_ELECTRON;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.WITH_MUON;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.core.kinematics.TwoBody;

class PionZeroLeptonNeutrinoTest {
  static final List<PionZeroLeptonNeutrino> DECAYS = List.of(WITH_ELECTRON, WITH_MUON);

  private static final double K = KAON.massGeV();
  private static final double P = PION_ZERO.massGeV();

  /// The rate integrated over the lepton in closed form, `∫ dq² λ^{3/2} (1 − m²/q²)² (1 + m²/2q²)
  /// [f₊² + 3m²(m_K² − m_π²)² f₀² / ((2q² + m²) λ)] / m_K⁸`.
  @ParameterizedTest
  @FieldSource("DECAYS")
  void thePhaseSpaceIntegralHasTheClosedForm(PionZeroLeptonNeutrino decay) {
    double m2 = decay.lepton().massGeV() * decay.lepton().massGeV();
    double high = (K - P) * (K - P);
    int steps = 200_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      // The cube makes the points dense at m², where the electron needs it.
      double u = (i + 0.5) / steps;
      double q2 = m2 + (high - m2) * u * u * u;
      double lambda = TwoBody.kallen(K * K, P * P, q2);
      double z = q2 / (PION.massGeV() * PION.massGeV());
      double plus = 1 + z * (0.0251 + z * 0.0016 / 2);
      double zero = 1 + 0.0160 * z;
      double difference = K * K - P * P;
      double scalar = 3 * m2 * difference * difference * zero * zero / ((2 * q2 + m2) * lambda);
      sum +=
          3
              * u
              * u
              * (high - m2)
              / steps
              * Math.sqrt(lambda)
              * lambda
              * (1 - m2 / q2)
              * (1 - m2 / q2)
              * (1 + m2 / (2 * q2))
              * (plus * plus + scalar);
    }
    double closed = sum / StrictMath.pow(K, 8);
    assertThat(decay.phaseSpaceIntegral()).isCloseTo(closed, withinPercentage(1e-4));
  }

  @ParameterizedTest
  @FieldSource("DECAYS")
  void theMissingMassSpectrumIntegratesToTheMeasuredRate(PionZeroLeptonNeutrino decay) {
    assertThat(decay.branchingFractionAbove(decay.lowestGeV2()))
        .isCloseTo(decay.branchingFraction(), withinPercentage(1e-4));
    double mean =
        decay.integral((pion, lepton) -> K * K - 2 * K * lepton)
            / decay.integral((pion, lepton) -> 1);
    double m2 = decay.lepton().massGeV() * decay.lepton().massGeV();
    assertThat(decay.integral(t -> t, 0) / decay.branchingFraction())
        .isCloseTo(mean + m2, withinPercentage(1e-4));
  }

  @ParameterizedTest
  @FieldSource("DECAYS")
  void theDensityIsNowhereNegative(PionZeroLeptonNeutrino decay) {
    decay.integral((pion, lepton) -> {
      assertThat(decay.density(pion, lepton))
          .as("at E_pi %s, E_l %s", pion, lepton)
          .isGreaterThan(-1e-12);
      return 1;
    });
  }

  /// Angular momentum: at rest the π⁰ leaves nothing to point to, the lepton has one energy.
  @ParameterizedTest
  @FieldSource("DECAYS")
  void theRangeOfTheLeptonClosesAtTheEnds(PionZeroLeptonNeutrino decay) {
    assertThat(decay.highestLeptonGeV(P)).isCloseTo(decay.lowestLeptonGeV(P), within(1e-12));
    double end = decay.highestPionGeV() - 1e-12;
    assertThat(decay.highestLeptonGeV(end)).isCloseTo(decay.lowestLeptonGeV(end), within(2e-6));
    double most = 0;
    for (double pion = P; pion < decay.highestPionGeV(); pion += 1e-5) {
      most = Math.max(most, decay.highestLeptonGeV(pion));
    }
    assertThat(most).isCloseTo(decay.highestLeptonGeV(), within(1e-6));
  }

  @ParameterizedTest
  @FieldSource("DECAYS")
  void isZeroOutsideItsRange(PionZeroLeptonNeutrino decay) {
    assertThat(decay.density(decay.lowestGeV2())).isZero();
    assertThat(decay.density(decay.highestGeV2())).isZero();
    assertThat(decay.density(0.05)).isPositive();
  }

  /// `|V_us f₊(0)| = 0.2165` with the short-distance correction 1.0232, isospin breaking 1.054 and
  /// the electromagnetic ones gives the measured rates, 5.07 and 3.35 %.
  @Test
  void theRatesFollowFromTheCouplingConstants() {
    double muonOverElectron = WITH_MUON.phaseSpaceIntegral() / WITH_ELECTRON.phaseSpaceIntegral();
    assertThat(muonOverElectron)
        .isCloseTo(
            WITH_MUON.branchingFraction() / WITH_ELECTRON.branchingFraction(), within(0.008));
  }

  /// Of K⁺ → π⁰μ⁺ν 99.1 % have a squared missing mass above 0.03 GeV², 39.1 % above 0.10 GeV².
  @Test
  void mostOfItLiesWhereOneSearches() {
    assertThat(WITH_MUON.fractionAbove(0.03)).isCloseTo(0.991, within(5e-4));
    assertThat(WITH_MUON.fractionAbove(0.1)).isCloseTo(0.391, within(5e-4));
  }
}
