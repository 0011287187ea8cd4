package org.lacuna.physics.exotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.physics.dirac.Dirac.LEFT;
import static org.lacuna.physics.dirac.Dirac.ONE;
import static org.lacuna.physics.dirac.Dirac.scaled;
import static org.lacuna.physics.dirac.Dirac.slash;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.dirac.Dirac;
import org.lacuna.physics.dirac.PhaseSpacePoint;

/// The closed spin sums against Feynman diagrams, written down as they stand and summed over every
/// spin and polarisation.
class MuonNeutrinoBosonAmplitudeTest {
  private static final long SEED = 20210610;
  private static final int POINTS = 500;
  private static final double M = MUON.massGeV();

  @ParameterizedTest
  @EnumSource
  void spinSumEqualsTheDiagrams(BosonModel model) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < POINTS; i++) {
      double mass = 0.002 + 0.368 * random.nextDouble();
      List<FourVector> momenta =
          PhaseSpacePoint.random(random, KAON.massGeV(), M, 0, mass).momenta();
      FourVector p = momenta.get(0);
      FourVector k = momenta.get(1);
      FourVector q = momenta.get(2);
      double t = 2 * k.dot(q) + mass * mass;
      double d = 2 * p.dot(q) + mass * mass;
      assertThat(model.spinSum(mass * mass, t).at(d))
          .as("seed %d, point %d, m_X %s, t %s, D %s", SEED, i, mass, t, d)
          .isCloseTo(diagrams(model, p, k, q, mass), Percentage.withPercentage(1e-8));
    }
  }

  private static double diagrams(
      BosonModel model, FourVector p, FourVector k, FourVector q, double mass) {
    return switch (model) {
      case SCALAR -> sum(p, k, fromMuon(p, k, q, ONE));
      case VECTOR ->
          Dirac.polarisations(q, mass).stream()
              .mapToDouble(
                  e -> sum(p, k, fromMuon(p, k, q, slash(e)).add(fromNeutrino(p, k, q, slash(e)))))
              .sum();
      case VECTOR_MUON_ONLY ->
          Dirac.polarisations(q, mass).stream()
              .mapToDouble(e -> sum(p, k, fromMuon(p, k, q, slash(e))))
              .sum();
    };
  }

  /// K⁺ → μ⁺*ν, μ⁺* → μ⁺X.
  private static FieldMatrix<Complex> fromMuon(
      FourVector p, FourVector k, FourVector q, FieldMatrix<Complex> vertex) {
    FourVector line = p.plus(q);
    FieldMatrix<Complex> propagator =
        scaled(1 / (line.dot(line) - M * M), scaled(M, ONE).subtract(slash(line)));
    return Dirac.product(kaonVertex(p, k, q), propagator, vertex);
  }

  /// K⁺ → μ⁺ν*, ν* → νX.
  private static FieldMatrix<Complex> fromNeutrino(
      FourVector p, FourVector k, FourVector q, FieldMatrix<Complex> vertex) {
    FourVector line = k.plus(q);
    return Dirac.product(vertex, scaled(1 / line.dot(line), slash(line)), kaonVertex(p, k, q));
  }

  /// `P̸(1 − γ₅)`, in units of C.
  private static FieldMatrix<Complex> kaonVertex(FourVector p, FourVector k, FourVector q) {
    return scaled(2, slash(p.plus(k).plus(q)).multiply(LEFT));
  }

  private static double sum(FourVector p, FourVector k, FieldMatrix<Complex> between) {
    double sum = 0;
    for (FieldMatrix<Complex> neutrino : Dirac.particle(k, 0)) {
      for (FieldMatrix<Complex> muon : Dirac.antiparticle(p, M)) {
        double modulus = Dirac.chain(neutrino, muon, between).norm();
        sum += modulus * modulus;
      }
    }
    return sum;
  }
}
