package org.lacuna.physics.exotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.physics.particle.Particle;

class LeptonHeavyNeutrinoTest {
  @ParameterizedTest
  @EnumSource(names = {"ELECTRON", "MUON"})
  void masslessItIsANeutrino(Particle lepton) {
    assertThat(new LeptonHeavyNeutrino(lepton, 0).rho()).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRON", "MUON"})
  void isClosedAtAndBeyondTheLimit(Particle lepton) {
    double limit = LeptonHeavyNeutrino.limitGeV(lepton);
    assertThat(new LeptonHeavyNeutrino(lepton, limit).rho()).isZero();
    assertThat(new LeptonHeavyNeutrino(lepton, limit + 1e-12).rho()).isZero();
    assertThat(new LeptonHeavyNeutrino(lepton, 3).rho()).isZero();
    assertThat(new LeptonHeavyNeutrino(lepton, limit - 1e-9).rho()).isPositive();
  }

  /// Near the limit the rate is that of an S wave, proportional to the momentum: half the distance
  /// from the limit, 1/√2 of the rate.
  @Test
  void opensLikeTheMomentum() {
    double limit = LeptonHeavyNeutrino.limitGeV(MUON);
    double near = new LeptonHeavyNeutrino(MUON, limit - 1e-7).rho();
    double nearer = new LeptonHeavyNeutrino(MUON, limit - 0.5e-7).rho();
    assertThat(nearer / near).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  /// [NA62Invisible2021] quotes 4.13 at 263 MeV.
  @Test
  void hasItsMaximumWhereThePaperSays() {
    double atPeak = new LeptonHeavyNeutrino(MUON, 0.263).rho();
    assertThat(atPeak).isCloseTo(4.13, within(0.005));
    assertThat(new LeptonHeavyNeutrino(MUON, 0.262).rho()).isLessThan(atPeak);
    assertThat(new LeptonHeavyNeutrino(MUON, 0.264).rho()).isLessThan(atPeak);
  }

  @Test
  void liftsTheSuppressionOfTheElectron() {
    assertThat(new LeptonHeavyNeutrino(ELECTRON, 0.285).rho())
        .isCloseTo(1.383e5, withinPercentage(0.05));
  }

  /// The sum over spins of the two-body amplitude is `2 C² [m_K²(a + b) − m_K²(a − b)²] m_K²`, so ρ
  /// is that times p, relative to b = 0.
  @ParameterizedTest
  @EnumSource(names = {"ELECTRON", "MUON"})
  void followsFromTheAmplitude(Particle lepton) {
    for (double mass = 0.01; mass < LeptonHeavyNeutrino.limitGeV(lepton); mass += 0.01) {
      var heavy = new LeptonHeavyNeutrino(lepton, mass);
      var massless = new LeptonHeavyNeutrino(lepton, 0);
      double expected =
          amplitudeSquared(heavy)
              * heavy.momentumGeV()
              / (amplitudeSquared(massless) * massless.momentumGeV());
      assertThat(heavy.rho()).isCloseTo(expected, withinPercentage(1e-8));
    }
  }

  /// `P̸` between the spinors gives `m_N ū v + m_ℓ ū γ₅ v`-like terms: `Σ = 4[(m_ℓ² + m_N²) p·k + 2
  /// m_ℓ² m_N²]` with `p·k = (m_K² − m_ℓ² − m_N²)/2`, up to a constant.
  private static double amplitudeSquared(LeptonHeavyNeutrino decay) {
    double l2 = decay.lepton().massGeV() * decay.lepton().massGeV();
    double n2 = decay.massGeV() * decay.massGeV();
    double product = (KAON.massGeV() * KAON.massGeV() - l2 - n2) / 2;
    return (l2 + n2) * product + 2 * l2 * n2;
  }

  @Test
  void itsRateIsLinearInTheMixing() {
    var decay = new LeptonHeavyNeutrino(MUON, 0.263);
    assertThat(decay.branchingFraction(1e-8))
        .isCloseTo(0.6356 * 4.12611290234 * 1e-8, withinPercentage(1e-8));
    assertThat(new LeptonHeavyNeutrino(ELECTRON, 0).branchingFraction(1))
        .isCloseTo(1.582e-5, withinPercentage(1e-8));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeptonHeavyNeutrino(Particle.TAU, 0))
        .withMessageContaining("lepton is TAU");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeptonHeavyNeutrino(MUON, -0.1))
        .withMessage("massGeV is -0.1: give 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeptonHeavyNeutrino(MUON, Double.NaN));
  }
}
