package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.lacuna.physics.dirac.Dirac.LEFT;
import static org.lacuna.physics.dirac.Dirac.ONE;
import static org.lacuna.physics.dirac.Dirac.scaled;
import static org.lacuna.physics.dirac.Dirac.slash;
import static org.lacuna.physics.particle.Constants.KAON_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.LAMBDA_PLUS;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.LAMBDA_PLUS_CURVATURE;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.LAMBDA_ZERO;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.dirac.Dirac;
import org.lacuna.physics.dirac.PhaseSpacePoint;

/// Densities of semileptonic and radiative decays against their amplitudes, evaluated spin by spin.
class StandardAmplitudeTest {
  private static final long SEED = 903;
  private static final int POINTS = 200;
  private static final double K = KAON.massGeV();
  private static final double M = MUON.massGeV();
  private static final FourVector KAON_AT_REST = new FourVector(K, 0, 0, 0);

  /// `M = ½ G_F V_us [f₊ (P + p_π) + f₋ (P − p_π)]ᵃ ū(ν) γₐ(1 − γ₅) v(ℓ)`, one factor √½ being that
  /// of the π⁰; `f₋ = (f₀ − f₊)(m_K² − m_π²)/q²`.
  @ParameterizedTest
  @ValueSource(strings = {"pi0munu", "pi0enu"})
  void dalitzDensityWithPionZeroEqualsTheAmplitude(String name) {
    PionZeroLeptonNeutrino decay =
        name.equals("pi0munu")
            ? PionZeroLeptonNeutrino.WITH_MUON
            : PionZeroLeptonNeutrino.WITH_ELECTRON;
    double lepton = decay.lepton().massGeV();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < POINTS; i++) {
      List<FourVector> momenta =
          PhaseSpacePoint.random(random, K, PION_ZERO.massGeV(), lepton, 0).momenta();
      FourVector pion = momenta.get(0);
      FourVector transfer = KAON_AT_REST.minus(pion);
      double q2 = transfer.dot(transfer);
      double z = q2 / (PION.massGeV() * PION.massGeV());
      double plus = 1 + LAMBDA_PLUS * z + LAMBDA_PLUS_CURVATURE * z * z / 2;
      double zero = 1 + LAMBDA_ZERO * z;
      double minus = (zero - plus) * (K * K - PION_ZERO.massGeV() * PION_ZERO.massGeV()) / q2;
      FourVector current = KAON_AT_REST.plus(pion).times(plus).plus(transfer.times(minus));
      double sum = sum(momenta.get(1), lepton, momenta.get(2), slash(current).multiply(LEFT));
      assertThat(8 * K * decay.density(pion.energyGeV(), momenta.get(1).energyGeV()))
          .as("seed %d, point %d", SEED, i)
          .isCloseTo(sum, withPercentage(1e-7));
    }
  }

  /// All five parts at once, for form factors of any size and sign.
  @ParameterizedTest
  @CsvSource({"0, 0", "0.0885, 0.0365", "1, 0", "0, 1", "-0.4, 0.7"})
  void photonDensityEqualsTheAmplitude(double vector, double axial) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < POINTS; i++) {
      List<FourVector> momenta = PhaseSpacePoint.random(random, K, M, 0, 0).momenta();
      FourVector muon = momenta.get(0);
      FourVector photon = momenta.get(2);
      double x = 2 * photon.energyGeV() / K;
      double v = 2 * muon.dot(photon) / (K * K);
      double density = 0;
      for (PhotonEmission part : PhotonEmission.values()) {
        density += part.strength(vector + axial, vector - axial) * part.at(x, v);
      }
      double sum = 0;
      for (FourVector polarisation : Dirac.transverse(photon)) {
        sum += sum(muon, M, momenta.get(1), radiative(muon, photon, polarisation, vector, axial));
      }
      assertThat(density)
          .as("seed %d, point %d, x %s, v %s", SEED, i, x, v)
          .isCloseTo(sum / (2 * M * M), withPercentage(1e-7));
    }
  }

  @Test
  void photonAmplitudeIsGaugeInvariant() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<FourVector> momenta = PhaseSpacePoint.random(random, K, M, 0, 0).momenta();
    FourVector photon = momenta.get(2);
    double longitudinal =
        sum(momenta.get(0), M, momenta.get(1), radiative(momenta.get(0), photon, photon, 0.3, 0.2));
    assertThat(longitudinal).isLessThan(1e-25);
  }

  /// Between ū(ν) and v(μ), in units of `√2 G_F V_us f_K e`: emission by the muon, by the kaon, by
  /// the vertex, and by the structure of the kaon. That the last has this sign relative to the
  /// others is a measurement.
  private static FieldMatrix<Complex> radiative(
      FourVector muon, FourVector photon, FourVector polarisation, double vector, double axial) {
    FourVector line = muon.plus(photon);
    FieldMatrix<Complex> fromMuon =
        Dirac.product(
            slash(KAON_AT_REST).multiply(LEFT),
            scaled(1 / (2 * muon.dot(photon)), slash(line).subtract(scaled(M, ONE))),
            slash(polarisation));
    FourVector twice = KAON_AT_REST.times(2).minus(photon);
    FieldMatrix<Complex> fromKaon =
        scaled(
            -twice.dot(polarisation) / (2 * KAON_AT_REST.dot(photon)),
            slash(KAON_AT_REST.minus(photon)).multiply(LEFT));
    FieldMatrix<Complex> fromVertex = scaled(-1, slash(polarisation).multiply(LEFT));
    FourVector axialVector =
        polarisation
            .times(KAON_AT_REST.dot(photon))
            .minus(photon.times(KAON_AT_REST.dot(polarisation)));
    FourVector polarVector = Dirac.cross(polarisation, photon).times(K);
    FieldMatrix<Complex> fromStructure =
        scaled(axial, slash(axialVector))
            .add(slash(polarVector).scalarMultiply(Complex.I.multiply(vector)))
            .multiply(LEFT);
    return fromMuon
        .add(fromKaon)
        .add(fromVertex)
        .add(scaled(-1 / (KAON_DECAY_CONSTANT_GEV * K), fromStructure));
  }

  private static double sum(
      FourVector lepton, double massGeV, FourVector neutrino, FieldMatrix<Complex> between) {
    double sum = 0;
    for (FieldMatrix<Complex> left : Dirac.particle(neutrino, 0)) {
      for (FieldMatrix<Complex> right : Dirac.antiparticle(lepton, massGeV)) {
        double modulus = Dirac.chain(left, right, between).norm();
        sum += modulus * modulus;
      }
    }
    return sum;
  }
}
