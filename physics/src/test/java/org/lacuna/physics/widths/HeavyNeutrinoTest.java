package org.lacuna.physics.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lacuna.physics.particle.Constants.FERMI_PER_GEV2;
import static org.lacuna.physics.particle.Constants.SIN2_WEINBERG;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.physics.particle.Particle;

class HeavyNeutrinoTest {
  private static final Mixing EQUAL = new Mixing(1, 1, 1);

  @ParameterizedTest
  @EnumSource
  void aMajoranaParticleHasTwiceEveryWidth(Channel channel) {
    double dirac = new HeavyNeutrino(0.35, EQUAL, Nature.DIRAC).widthGeV(channel);
    assertThat(dirac).isPositive();
    assertThat(new HeavyNeutrino(0.35, EQUAL, Nature.MAJORANA).widthGeV(channel))
        .isEqualTo(2 * dirac);
  }

  @ParameterizedTest
  @EnumSource
  void aChannelOpensAtTheSumOfTheMasses(Channel channel) {
    double threshold =
        switch (channel) {
          case NUNUNU, NU_GAMMA -> 0;
          case NU_E_E -> 2 * ELECTRON.massGeV();
          case NU_MU_MU -> 2 * MUON.massGeV();
          case E_MU_NU, MU_E_NU -> ELECTRON.massGeV() + MUON.massGeV();
          case NU_PI0 -> PION_ZERO.massGeV();
          case E_PI -> ELECTRON.massGeV() + PION.massGeV();
          case MU_PI -> MUON.massGeV() + PION.massGeV();
        };
    if (threshold > 0) {
      assertThat(new HeavyNeutrino(threshold, EQUAL, Nature.DIRAC).widthGeV(channel)).isZero();
      // Not -0, which results would show.
      assertThat(1 / new HeavyNeutrino(0.9 * threshold, EQUAL, Nature.DIRAC).widthGeV(channel))
          .isEqualTo(Double.POSITIVE_INFINITY);
    }
    assertThat(new HeavyNeutrino(1.01 * threshold + 1e-4, EQUAL, Nature.DIRAC).widthGeV(channel))
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void everyWidthIsLinearInTheMixing(Channel channel) {
    double together = new HeavyNeutrino(0.38, EQUAL, Nature.DIRAC).widthGeV(channel);
    double apart =
        new HeavyNeutrino(0.38, new Mixing(1, 0, 0), Nature.DIRAC).widthGeV(channel)
            + new HeavyNeutrino(0.38, new Mixing(0, 1, 0), Nature.DIRAC).widthGeV(channel)
            + new HeavyNeutrino(0.38, new Mixing(0, 0, 1), Nature.DIRAC).widthGeV(channel);
    assertThat(together).isCloseTo(apart, withinPercentage(1e-12));
  }

  /// The muon decay with other names: `1 − 8x² + 8x⁶ − x⁸ − 12x⁴ ln x²`; the electron changes it by
  /// `8 (m_e/m_N)²` at most.
  @Test
  void theChargedCurrentIsThatOfTheMuonDecay() {
    double mass = 0.3;
    double x2 = MUON.massGeV() * MUON.massGeV() / (mass * mass);
    double x4 = x2 * x2;
    double closed = 1 - 8 * x2 + 8 * x4 * x2 - x4 * x4 - 12 * x4 * StrictMath.log(x2);
    HeavyNeutrino neutrino = new HeavyNeutrino(mass, EQUAL, Nature.DIRAC);
    double electronSquared = StrictMath.pow(ELECTRON.massGeV() / mass, 2);
    assertThat(neutrino.widthGeV(Channel.E_MU_NU))
        .isCloseTo(closed * unit(mass), withinPercentage(100 * 8 * electronSquared / closed));
    assertThat(neutrino.widthGeV(Channel.MU_E_NU))
        .isCloseTo(neutrino.widthGeV(Channel.E_MU_NU), withinPercentage(1e-6));
  }

  /// Where the mass of the electron does not matter, `(1 ± 4s + 8s²)/4` is left; here it matters by
  /// about `20 (m_e/m_N)² = 2·10⁻⁵`.
  @Test
  void theNeutralCurrentHasTheCouplingsOfTheElectron() {
    double mass = 0.49;
    double s = SIN2_WEINBERG;
    double same =
        new HeavyNeutrino(mass, new Mixing(1, 0, 0), Nature.DIRAC).widthGeV(Channel.NU_E_E);
    double other =
        new HeavyNeutrino(mass, new Mixing(0, 1, 0), Nature.DIRAC).widthGeV(Channel.NU_E_E);
    assertThat(same / unit(mass)).isCloseTo((1 + 4 * s + 8 * s * s) / 4, withinPercentage(3e-3));
    assertThat(other / unit(mass)).isCloseTo((1 - 4 * s + 8 * s * s) / 4, withinPercentage(3e-3));
  }

  /// A formula that cancels would be negative or jump near the threshold.
  @ParameterizedTest
  @EnumSource(names = {"NU_E_E", "NU_MU_MU", "E_MU_NU", "MU_E_NU"})
  void aThreeBodyWidthGrowsSmoothlyFromItsThreshold(Channel channel) {
    double threshold =
        switch (channel) {
          case NU_E_E -> 2 * ELECTRON.massGeV();
          case NU_MU_MU -> 2 * MUON.massGeV();
          default -> ELECTRON.massGeV() + MUON.massGeV();
        };
    double before = 0;
    for (double above = 1e-9; above < 0.3; above *= 1.2) {
      double width = new HeavyNeutrino(threshold + above, EQUAL, Nature.DIRAC).widthGeV(channel);
      assertThat(width).as("%s GeV above threshold", above).isGreaterThan(before);
      before = width;
    }
  }

  /// The closed form of [Bondarenko2018], with its logarithm freed of the cancellation at small x,
  /// where no other cancellation hurts.
  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.05, 0.15, 0.25, 0.3, 0.38, 0.49})
  void theNeutralCurrentHasTheClosedForm(double mass) {
    for (Channel channel : List.of(Channel.NU_E_E, Channel.NU_MU_MU)) {
      Particle lepton = channel == Channel.NU_E_E ? ELECTRON : MUON;
      if (mass < 2.1 * lepton.massGeV()) continue;
      boolean electron = lepton == ELECTRON;
      Mixing same = electron ? new Mixing(1, 0, 0) : new Mixing(0, 1, 0);
      Mixing other = electron ? new Mixing(0, 1, 0) : new Mixing(1, 0, 0);
      assertThat(new HeavyNeutrino(mass, same, Nature.DIRAC).widthGeV(channel))
          .isCloseTo(unit(mass) * closedForm(lepton.massGeV() / mass, 1), withinPercentage(1e-7));
      assertThat(new HeavyNeutrino(mass, other, Nature.DIRAC).widthGeV(channel))
          .isCloseTo(unit(mass) * closedForm(lepton.massGeV() / mass, -1), withinPercentage(1e-7));
    }
  }

  /// @param sign + for a pair of the flavour that mixes
  private static double closedForm(double x, int sign) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double beta = Math.sqrt(1 - 4 * x2);
    double log = StrictMath.log(4 * x4 / ((1 - 3 * x2 + (1 - x2) * beta) * (1 + beta)));
    double first = (1 - 14 * x2 - 2 * x4 - 12 * x4 * x2) * beta + 12 * x4 * (x4 - 1) * log;
    double second = x2 * (2 + 10 * x2 - 12 * x4) * beta + 6 * x4 * (1 - 2 * x2 + 2 * x4) * log;
    double s = SIN2_WEINBERG;
    return (1 + sign * 4 * s + 8 * s * s) / 4 * first + 2 * s * (2 * s + sign) * second;
  }

  /// The neutrino paper states τ > 10⁻⁴/|U|² µs below the mass of the kaon. Found here up to these
  /// masses; the search ends at 384 MeV.
  @ParameterizedTest
  @CsvSource({
    "MAJORANA, 0, 1, 0, 0.402",
    "MAJORANA, 1, 0, 0, 0.385",
    "MAJORANA, 1, 1, 1, 0.318",
    "DIRAC, 0, 1, 0, 0.477",
    "DIRAC, 1, 0, 0, 0.463",
    "DIRAC, 1, 1, 1, 0.376",
  })
  void theLifetimeExceedsThePublishedBoundUpTo(
      Nature nature, double electron, double muon, double tau, double upTo) {
    Mixing mixing = new Mixing(electron, muon, tau);
    assertThat(new HeavyNeutrino(upTo - 0.001, mixing, nature).lifetimeNs()).isGreaterThan(0.1);
    assertThat(new HeavyNeutrino(upTo + 0.001, mixing, nature).lifetimeNs()).isLessThan(0.1);
  }

  @Test
  void onlyThreeNeutrinosAreInvisible() {
    HeavyNeutrino light = new HeavyNeutrino(0.9e-3, EQUAL, Nature.DIRAC);
    assertThat(light.visibleFraction())
        .isCloseTo(light.widthGeV(Channel.NU_GAMMA) / light.widthGeV(), withinPercentage(1e-9));
    HeavyNeutrino heavy = new HeavyNeutrino(0.3, EQUAL, Nature.DIRAC);
    double sum = heavy.widthsGeV().values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(heavy.widthGeV(), withinPercentage(1e-12));
    assertThat(heavy.widthsGeV().keySet()).containsExactly(Channel.values());
  }

  @Test
  void survivesAPathByTheExponentialLaw() {
    HeavyNeutrino neutrino = new HeavyNeutrino(0.3, new Mixing(0, 1e-4, 0), Nature.MAJORANA);
    double length = neutrino.decayLengthM(40);
    assertThat(length)
        .isCloseTo(40 / 0.3 * 0.299792458 * neutrino.lifetimeNs(), withinPercentage(1e-12));
    assertThat(neutrino.survival(0, 40)).isEqualTo(1);
    assertThat(neutrino.survival(length, 40)).isCloseTo(StrictMath.exp(-1), within(1e-15));
    assertThat(neutrino.survival(10, 40) * neutrino.survival(20, 40))
        .isCloseTo(neutrino.survival(30, 40), within(1e-15));
  }

  @Test
  void withoutMixingItLivesForever() {
    HeavyNeutrino sterile = new HeavyNeutrino(0.3, new Mixing(0, 0, 0), Nature.DIRAC);
    assertThat(sterile.lifetimeNs()).isInfinite();
    assertThat(sterile.survival(1e9, 1)).isEqualTo(1);
  }

  @Test
  void namesFinalStatesInLowerCase() {
    assertThat(Channel.NU_E_E.label()).isEqualTo("nu_e_e");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeavyNeutrino(0, EQUAL, Nature.DIRAC))
        .withMessage("massGeV is 0.0: give a mass above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeavyNeutrino(Double.NaN, EQUAL, Nature.DIRAC));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mixing(0, 1.5, 0))
        .withMessage("muon mixing squared is 1.5: give 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mixing(-1e-9, 0, 0))
        .withMessageStartingWith("electron");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mixing(0, 0, Double.NaN))
        .withMessageStartingWith("tau");
  }

  private static double unit(double massGeV) {
    return FERMI_PER_GEV2
        * FERMI_PER_GEV2
        * StrictMath.pow(massGeV, 5)
        / (192 * StrictMath.pow(Math.PI, 3));
  }
}
