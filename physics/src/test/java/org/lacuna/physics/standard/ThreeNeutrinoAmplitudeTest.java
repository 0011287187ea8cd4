package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lacuna.physics.dirac.Dirac.LEFT;
import static org.lacuna.physics.dirac.Dirac.ONE;
import static org.lacuna.physics.dirac.Dirac.RIGHT;
import static org.lacuna.physics.dirac.Dirac.scaled;
import static org.lacuna.physics.dirac.Dirac.slash;
import static org.lacuna.physics.particle.Constants.SIN2_WEINBERG;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.dirac.Dirac;
import org.lacuna.physics.dirac.PhaseSpacePoint;
import org.lacuna.physics.particle.Particle;

/// The reduced amplitude against the sum of the Feynman diagrams, evaluated spin by spin.
class ThreeNeutrinoAmplitudeTest {
  private static final long SEED = 1605;
  private static final int POINTS = 100;
  private static final double M = MUON.massGeV();

  @ParameterizedTest
  @EnumSource(names = {"ELECTRON", "MUON", "TAU"})
  void spinSumEqualsTheDiagrams(Particle lepton) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < POINTS; i++) {
      List<FourVector> momenta =
          PhaseSpacePoint.random(random, KAON.massGeV(), M, 0, 0, 0).momenta();
      Point point = new Point(momenta.get(0), momenta.get(1), momenta.get(2), momenta.get(3));
      assertThat(new ThreeNeutrinoAmplitude(lepton).spinSum(point.p, point.p1, point.p2, point.p3))
          .as("seed %d, point %d: %s", SEED, i, point)
          .isCloseTo(spinSum(lepton, point), Percentage.withPercentage(1e-8));
    }
  }

  @Test
  void spinSumIsTheSameInEveryFrame() {
    SplittableRandom random = new SplittableRandom(SEED);
    FourVector kaon = FourVector.ofMass(KAON.massGeV(), 0.2, -0.3, 1.5);
    for (Particle lepton : List.of(Particle.ELECTRON, MUON, Particle.TAU)) {
      ThreeNeutrinoAmplitude amplitude = new ThreeNeutrinoAmplitude(lepton);
      List<FourVector> rest = PhaseSpacePoint.random(random, KAON.massGeV(), M, 0, 0, 0).momenta();
      List<FourVector> moving =
          rest.stream().map(p -> p.fromRestFrameOf(kaon, KAON.massGeV())).toList();
      assertThat(amplitude.spinSum(moving.get(0), moving.get(1), moving.get(2), moving.get(3)))
          .isCloseTo(
              amplitude.spinSum(rest.get(0), rest.get(1), rest.get(2), rest.get(3)),
              Percentage.withPercentage(1e-9));
    }
  }

  @Test
  void onlyLeptonsHaveNeutrinos() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThreeNeutrinoAmplitude(Particle.PION))
        .withMessageContaining("PION")
        .withMessageContaining("TAU");
  }

  /// Momenta of μ⁺, ν_μ, ν_ℓ, ν̄_ℓ.
  private record Point(FourVector p, FourVector p1, FourVector p2, FourVector p3) {
    Point exchanged() {
      return new Point(p, p2, p1, p3);
    }

    FourVector q() {
      return p2.plus(p3);
    }

    FourVector kaon() {
      return p.plus(p1).plus(q());
    }
  }

  private static double spinSum(Particle lepton, Point point) {
    double sum = 0;
    for (FieldMatrix<Complex> muon : Dirac.antiparticle(point.p, M)) {
      for (FieldMatrix<Complex> first : Dirac.particle(point.p1, 0)) {
        for (FieldMatrix<Complex> second : Dirac.particle(point.p2, 0)) {
          for (FieldMatrix<Complex> anti : Dirac.antiparticle(point.p3, 0)) {
            Complex amplitude = diagrams(lepton, point, muon, first, second, anti);
            if (lepton == MUON) {
              amplitude =
                  amplitude.subtract(
                      diagrams(lepton, point.exchanged(), muon, second, first, anti));
            }
            sum += amplitude.norm() * amplitude.norm();
          }
        }
      }
    }
    return lepton == MUON ? sum / 2 : sum;
  }

  /// All diagrams at leading order, in units of the vertex `P̸P_L` of the kaon and of `4G_F/√2` for
  /// the exchange of a Z or a second W. The Z couples with `g_L = T₃ − Qs`, `g_R = −Qs`.
  private static Complex diagrams(
      Particle lepton,
      Point point,
      FieldMatrix<Complex> muon,
      FieldMatrix<Complex> first,
      FieldMatrix<Complex> second,
      FieldMatrix<Complex> anti) {
    FourVector q = point.q();
    FieldMatrix<Complex> kaonVertex = slash(point.kaon()).multiply(LEFT);
    Complex[] current = Dirac.current(second, anti, LEFT);
    FieldMatrix<Complex> z = slash(current);

    FourVector neutrino = point.p1.plus(q);
    Complex fromNeutrino =
        Dirac.chain(
            first,
            muon,
            scaled(0.5, z.multiply(LEFT)),
            scaled(1 / neutrino.dot(neutrino), slash(neutrino)),
            kaonVertex);

    FourVector line = point.p.plus(q);
    Complex fromMuon =
        Dirac.chain(
            first,
            muon,
            kaonVertex,
            scaled(1 / (line.dot(line) - M * M), scaled(M, ONE).subtract(slash(line))),
            z,
            scaled(SIN2_WEINBERG - 0.5, LEFT).add(scaled(SIN2_WEINBERG, RIGHT)));

    FourVector remaining = point.kaon().minus(q);
    Complex fromKaon =
        Dirac.chain(first, muon, slash(remaining), LEFT)
            .multiply(Dirac.dot(point.kaon().plus(remaining), current))
            .multiply(
                (0.5 - SIN2_WEINBERG)
                    / (remaining.dot(remaining) - KAON.massGeV() * KAON.massGeV()));

    Complex contact = Dirac.chain(first, muon, z, LEFT).multiply(SIN2_WEINBERG);

    FourVector k = point.kaon().minus(point.p2);
    FieldMatrix<Complex> propagator =
        scaled(
            1 / (k.dot(k) - lepton.massGeV() * lepton.massGeV()),
            scaled(lepton.massGeV(), ONE).subtract(slash(k)));
    Complex secondW = Complex.ZERO;
    for (int a = 0; a < 4; a++) {
      double metric = a == 0 ? 1 : -1;
      Complex left = Dirac.chain(second, anti, kaonVertex, propagator, Dirac.gamma(a), LEFT);
      Complex right = Dirac.chain(first, muon, Dirac.gamma(a), LEFT);
      secondW = secondW.add(left.multiply(right).multiply(metric));
    }
    return fromNeutrino.add(fromMuon).add(fromKaon).add(contact).add(secondW);
  }
}
