package org.lacuna.physics.exotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.lacuna.physics.exotic.BosonModel.SCALAR;
import static org.lacuna.physics.exotic.BosonModel.VECTOR;
import static org.lacuna.physics.exotic.BosonModel.VECTOR_MUON_ONLY;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.physics.decay.GaussLegendre;

class MuonNeutrinoBosonTest {
  private static final double LIMIT = KAON.massGeV() - MUON.massGeV();

  static Stream<MuonNeutrinoBoson> decays() {
    return Stream.of(BosonModel.values())
        .flatMap(model ->
            Stream.of(0.001, 0.01, 0.1, 0.3, 0.385)
                .map(mass -> new MuonNeutrinoBoson(model, mass, 1)));
  }

  @ParameterizedTest
  @MethodSource("decays")
  void densityIsTheIntegralOverTheOtherMass(MuonNeutrinoBoson decay) {
    for (double share : new double[] {1e-3, 0.1, 0.5, 0.9, 0.999}) {
      double t = decay.lowestGeV2() + share * (decay.highestGeV2() - decay.lowestGeV2());
      assertThat(overDalitzRegion(decay, t))
          .as("share %s", share)
          .isCloseTo(decay.density(t), withPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("decays")
  void densityKeepsItsDigitsWhereItEnds(MuonNeutrinoBoson decay) {
    double low = decay.lowestGeV2();
    double high = decay.highestGeV2();
    double step = 1e-5 * Math.min(low, high - low);
    assertThat(decay.density(low + step / 1000) * 1e6)
        .as("opens like (t − m_X²)², as a soft neutrino does")
        .isCloseTo(decay.density(low + step), withPercentage(0.1));
    double larger = 1e-6 * (high - low);
    assertThat(decay.density(high - larger / 10000) * 100)
        .as("closes like √(t_max − t)")
        .isCloseTo(decay.density(high - larger), withPercentage(0.1));
  }

  /// Independent limits of s: from the two-body kinematics in the rest frame of ν and X.
  private static double overDalitzRegion(MuonNeutrinoBoson decay, double t) {
    double x2 = decay.massGeV() * decay.massGeV();
    double m2 = MUON.massGeV() * MUON.massGeV();
    double muonEnergy = (KAON.massGeV() * KAON.massGeV() - t - m2) / (2 * Math.sqrt(t));
    double bosonEnergy = (t + x2) / (2 * Math.sqrt(t));
    double momenta = Math.sqrt(muonEnergy * muonEnergy - m2) * (t - x2) / (2 * Math.sqrt(t));
    double middle = m2 + x2 + 2 * muonEnergy * bosonEnergy;
    double low = middle - 2 * momenta;
    double high = middle + 2 * momenta;
    assertThat(decay.density(low - 1e-3 * (high - low), t)).isZero();
    assertThat(decay.density(high + 1e-3 * (high - low), t)).isZero();
    // In ln D, over which the amplitude is smooth.
    double logLow = StrictMath.log(low - m2);
    double logHigh = StrictMath.log(high - m2);
    return GaussLegendre.of(40, 0, 1)
        .integrate(u -> {
          double d = StrictMath.exp(logLow + u * (logHigh - logLow));
          return d * (logHigh - logLow) * decay.density(m2 + d, t);
        });
  }

  @ParameterizedTest
  @MethodSource("decays")
  void densityIsPositiveInsideTheLimitsAndZeroOutside(MuonNeutrinoBoson decay) {
    double low = decay.lowestGeV2();
    double high = decay.highestGeV2();
    for (int i = 1; i < 1000; i++) {
      assertThat(decay.density(low + i / 1000.0 * (high - low))).isPositive();
    }
    for (double outside : new double[] {-1, 0, low * (1 - 1e-9), low, high, high * (1 + 1e-9), 1}) {
      assertThat(decay.density(outside)).as("t = %s", outside).isZero();
      assertThat(decay.density(0.1, outside)).as("t = %s", outside).isZero();
    }
    assertThat(decay.density(Double.NaN)).isZero();
  }

  /// In other variables and with more points; 6·10⁻⁸ is what the default quadrature loses at 1 MeV.
  @ParameterizedTest
  @MethodSource("decays")
  void branchingFractionIsTheIntegralOfTheDensity(MuonNeutrinoBoson decay) {
    double logLow = StrictMath.log(decay.lowestGeV2());
    double logHigh = StrictMath.log(decay.highestGeV2());
    double integral =
        GaussLegendre.of(200, 0, Math.PI)
            .integrate(angle -> {
              double cosine = StrictMath.cos(angle);
              double t = StrictMath.exp((logLow + logHigh - (logHigh - logLow) * cosine) / 2);
              return t * StrictMath.sin(angle) * (logHigh - logLow) / 2 * decay.density(t);
            });
    assertThat(decay.branchingFraction()).isCloseTo(integral, withPercentage(1e-5));
  }

  @ParameterizedTest
  @EnumSource
  void rateGrowsWithTheSquareOfTheCoupling(BosonModel model) {
    double one = new MuonNeutrinoBoson(model, 0.1, 1).branchingFraction();
    assertThat(new MuonNeutrinoBoson(model, 0.1, -0.003).branchingFraction())
        .isCloseTo(9e-6 * one, withPercentage(1e-10));
    assertThat(new MuonNeutrinoBoson(model, 0.1, 0).branchingFraction()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nothingDecaysAtOrBeyondTheLimit(BosonModel model) {
    double below = new MuonNeutrinoBoson(model, LIMIT - 1e-6, 1).branchingFraction();
    assertThat(below).isPositive().isLessThan(1e-12);
    for (double mass : new double[] {LIMIT, 0.4, 10}) {
      MuonNeutrinoBoson decay = new MuonNeutrinoBoson(model, mass, 1);
      assertThat(decay.branchingFraction()).isZero();
      assertThat(decay.density(0.15)).isZero();
      assertThat(decay.fractionAbove(0.1)).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sharesAndMeansAreThoseOfADistribution(BosonModel model) {
    MuonNeutrinoBoson decay = new MuonNeutrinoBoson(model, 0.1, 1);
    assertThat(decay.fractionAbove(0)).isEqualTo(1);
    assertThat(decay.fractionAbove(0.2)).isZero();
    assertThat(decay.fractionAbove(0.1)).isBetween(0.1, 0.5);
    assertThat(decay.branchingFractionAbove(0.05) - decay.branchingFractionAbove(0.1))
        .isCloseTo(0.05 * decay.density(0.075), withPercentage(10));
    assertThat(decay.meanMissingMassGeV()).isBetween(0.1, LIMIT);
  }

  /// [NA62], section 7: the mean missing mass of the scalar is the larger one at every mass.
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.1, 0.2, 0.3, 0.37})
  void scalarsLeaveMoreMissingMassThanGaugeBosons(double mass) {
    assertThat(new MuonNeutrinoBoson(SCALAR, mass, 1).meanMissingMassGeV())
        .isGreaterThan(new MuonNeutrinoBoson(VECTOR, mass, 1).meanMissingMassGeV());
  }

  @Test
  void lightBosonsOfAnUnconservedCurrentAreRadiatedLikeOneOverTheirMassSquared() {
    double heavy = new MuonNeutrinoBoson(VECTOR_MUON_ONLY, 2e-3, 1).branchingFraction();
    double light = new MuonNeutrinoBoson(VECTOR_MUON_ONLY, 1e-3, 1).branchingFraction();
    assertThat(light / heavy).isCloseTo(4, withPercentage(1));
  }

  /// For a heavy X the loop shrinks to a power: `g²m²/8π²m_X² (2 ln(m_X/m) − 7/6)` for the scalar,
  /// `g²m²/12π²m_X²` for a vector.
  @Test
  void heavyBosonsAddToTheMagneticMomentWhatTheirLimitSays() {
    double ratio = 1000;
    double mass = ratio * MUON.massGeV();
    assertThat(SCALAR.muonAnomaly(mass, 1) * 8 * Math.PI * Math.PI * ratio * ratio)
        .isCloseTo(2 * StrictMath.log(ratio) - 7.0 / 6, withPercentage(0.01));
    assertThat(VECTOR.muonAnomaly(mass, 1) * 12 * Math.PI * Math.PI * ratio * ratio)
        .isCloseTo(1, withPercentage(0.01));
  }

  /// A massless X gives Schwinger's `α/2π`, with `g² = 4πα`.
  @Test
  void lightVectorsAddToTheMagneticMomentWhatPhotonsDo() {
    assertThat(VECTOR.muonAnomaly(1e-7, 1) * 8 * Math.PI * Math.PI).isCloseTo(1, within(1e-5));
    assertThat(VECTOR_MUON_ONLY.muonAnomaly(0.1, 2))
        .isCloseTo(4 * VECTOR.muonAnomaly(0.1, 1), withPercentage(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void theCouplingOfTheAnomalyGivesTheAnomaly(BosonModel model) {
    double coupling = model.couplingOfAnomaly(0.05, BosonModel.MUON_ANOMALY);
    assertThat(model.muonAnomaly(0.05, coupling)).isCloseTo(2.51e-9, withPercentage(1e-10));
  }

  /// With such couplings the branching fraction is of the order of 10⁻⁸ [NA62, section 1].
  @Test
  void anomalousMagneticMomentsAskForBranchingFractionsOfTenToTheMinusEight() {
    for (double mass : new double[] {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25}) {
      for (BosonModel model : new BosonModel[] {SCALAR, VECTOR}) {
        double coupling = model.couplingOfAnomaly(mass, BosonModel.MUON_ANOMALY);
        assertThat(new MuonNeutrinoBoson(model, mass, coupling).branchingFraction())
            .isBetween(5e-10, 6e-8);
      }
    }
  }

  @Test
  void massesAndCouplingsMustMakeSense() {
    for (double mass : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MuonNeutrinoBoson(SCALAR, mass, 1))
          .withMessageContaining("massGeV is " + mass);
    }
    for (double coupling : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MuonNeutrinoBoson(SCALAR, 0.1, coupling))
          .withMessageContaining("coupling is " + coupling);
    }
  }
}
