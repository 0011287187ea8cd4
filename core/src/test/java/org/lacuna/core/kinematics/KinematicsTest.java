package org.lacuna.core.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KinematicsTest {
  private static final long SEED = 10;
  private static final double KAON = 0.493677;
  private static final double MUON = 0.1056583755;

  /// Components of a few GeV, multiplied by γ there and again back, each rounded at 10⁻¹⁶.
  record Pair(FourVector daughter, FourVector parent, double parentMass) {}

  static Stream<Pair> pairs() {
    SplittableRandom random = new SplittableRandom(SEED);
    return Stream.generate(
            () -> {
              double mass = random.nextDouble(0.1, 1);
              return new Pair(
                  FourVector.ofMass(
                      random.nextDouble(0, 0.5),
                      random.nextDouble(-1, 1),
                      random.nextDouble(-1, 1),
                      random.nextDouble(-1, 1)),
                  FourVector.ofMass(
                      mass,
                      random.nextDouble(-1, 1),
                      random.nextDouble(-1, 1),
                      random.nextDouble(-5, 80)),
                  mass);
            })
        .limit(100);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aBoostBackUndoesTheBoost(Pair given) {
    FourVector there = given.daughter.fromRestFrameOf(given.parent, given.parentMass);
    FourVector back = there.toRestFrameOf(given.parent, given.parentMass);
    double gamma = given.parent.energyGeV() / given.parentMass;
    assertThat(back.minus(given.daughter).momentumGeV()).isLessThan(1e-14 * gamma * gamma);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void productsAreTheSameInEveryFrame(Pair given) {
    FourVector other = FourVector.ofMass(0.3, 0.2, -0.1, 0.4);
    double gamma = given.parent.energyGeV() / given.parentMass;
    assertThat(
            given
                .daughter
                .fromRestFrameOf(given.parent, given.parentMass)
                .dot(other.fromRestFrameOf(given.parent, given.parentMass)))
        .isCloseTo(given.daughter.dot(other), within(1e-14 * gamma * gamma));
  }

  @Test
  void aParticleAtRestIsCarriedAlongByTheBoost() {
    FourVector kaon = FourVector.ofMass(KAON, 0.05, -0.02, 75);
    FourVector boosted = new FourVector(KAON, 0, 0, 0).fromRestFrameOf(kaon, KAON);
    assertThat(boosted.minus(kaon).momentumGeV()).isLessThan(1e-12);
    assertThat(boosted.energyGeV()).isCloseTo(kaon.energyGeV(), withinPercentage(1e-13));
  }

  @Test
  void aFastParticleKeepsItsMassSquaredToTheStatedLoss() {
    FourVector fast = FourVector.ofMass(MUON, 0, 0, 75);
    assertThat(fast.massSquaredGeV2()).isCloseTo(MUON * MUON, within(1e-15 * 75 * 75));
  }

  @Test
  void kallenIsSymmetricAndVanishesAtThreshold() {
    double a = KAON * KAON;
    double b = MUON * MUON;
    double c = 0.04;
    assertThat(TwoBody.kallen(a, b, c)).isCloseTo(TwoBody.kallen(c, a, b), within(1e-16));
    assertThat(TwoBody.kallen(a, b, c)).isCloseTo(TwoBody.kallen(b, c, a), within(1e-16));
    assertThat(TwoBody.kallen(9, 4, 1)).isZero();
    assertThat(TwoBody.kallen(1, 0, 0)).isEqualTo(1);
  }

  @Test
  void momentumAndEnergyPutBothDaughtersOnTheirShells() {
    double p = TwoBody.momentumGeV(KAON, MUON, 0.2);
    double muon = TwoBody.energyGeV(KAON, MUON, 0.2);
    double other = TwoBody.energyGeV(KAON, 0.2, MUON);
    assertThat(muon + other).isCloseTo(KAON, within(1e-15));
    assertThat(muon * muon - p * p).isCloseTo(MUON * MUON, within(1e-15));
    assertThat(other * other - p * p).isCloseTo(0.04, within(1e-15));
    assertThat(p)
        .isCloseTo(
            Math.sqrt(TwoBody.kallen(KAON * KAON, MUON * MUON, 0.04)) / (2 * KAON),
            withinPercentage(1e-12));
  }

  @Test
  void noMomentumIsLeftAtAndBeyondTheLimit() {
    assertThat(TwoBody.momentumGeV(KAON, MUON, KAON - MUON)).isZero();
    assertThat(TwoBody.momentumGeV(KAON, MUON, 0.4)).isZero();
    assertThat(TwoBody.momentumGeV(KAON, MUON, 10)).isZero();
    assertThat(TwoBody.momentumGeV(KAON, MUON, Math.nextDown(KAON - MUON) - 1e-15)).isPositive();
  }
}
