package org.lacuna.physics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.lacuna.physics.particle.Constants.FERMI_PER_GEV2;
import static org.lacuna.physics.particle.Constants.HBAR_GEV_NS;
import static org.lacuna.physics.particle.Constants.KAON_DECAY_CONSTANT_GEV;
import static org.lacuna.physics.particle.Constants.V_US;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.TAU;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.dirac.PhaseSpacePoint;
import org.lacuna.physics.particle.Particle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MuonThreeNeutrinosTest {
  private static final long SEED = 39;
  private static final int POINTS = 40_000;
  private static final int BINS = 10;
  private static final List<Particle> LEPTONS = List.of(ELECTRON, MUON, TAU);
  private static final MuonThreeNeutrinos STANDARD = MuonThreeNeutrinos.standardModel();

  /// Random points of four-body phase space, weighted with the amplitude, fall into the bins of t
  /// as the spectrum says. χ² of 10 bins above 37 happens once in 20 000 seeds.
  @ParameterizedTest
  @ValueSource(strings = {"sm", "phase-space", "local"})
  void spectrumIsThatOfItsAmplitude(String name) {
    MuonThreeNeutrinos spectrum = spectrum(name);
    ToDoubleFunction<List<FourVector>> amplitude =
        switch (name) {
          case "sm" ->
              p ->
                  LEPTONS.stream()
                      .mapToDouble(lepton ->
                          new ThreeNeutrinoAmplitude(lepton)
                              .spinSum(p.get(0), p.get(1), p.get(2), p.get(3)))
                      .sum();
          case "phase-space" -> p -> 1;
          default -> p -> p.get(1).dot(p.get(2)) * p.get(0).dot(p.get(3));
        };
    SplittableRandom random = new SplittableRandom(SEED);
    double[] sum = new double[BINS];
    double[] squares = new double[BINS];
    double total = 0;
    for (int i = 0; i < POINTS; i++) {
      PhaseSpacePoint point =
          PhaseSpacePoint.random(random, KAON.massGeV(), MUON.massGeV(), 0, 0, 0);
      double weight = point.weight() * amplitude.applyAsDouble(point.momenta());
      FourVector missing =
          new FourVector(KAON.massGeV(), 0, 0, 0).minus(point.momenta().getFirst());
      int bin = (int) (missing.massSquaredGeV2() / spectrum.highestGeV2() * BINS);
      sum[bin] += weight;
      squares[bin] += weight * weight;
      total += weight;
    }
    double chiSquare = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double low = spectrum.highestGeV2() * bin / BINS;
      double high = spectrum.highestGeV2() * (bin + 1) / BINS;
      double expected = total * (spectrum.fractionAbove(low) - spectrum.fractionAbove(high));
      chiSquare += (sum[bin] - expected) * (sum[bin] - expected) / squares[bin];
    }
    assertThat(chiSquare).as("seed %d", SEED).isLessThan(37).isGreaterThan(0.5);
  }

  /// The rate from random points of phase space instead of a quadrature; the error of the mean is
  /// below 1 %, three times that are exceeded once in 370 seeds.
  @ParameterizedTest
  @ValueSource(strings = {"ELECTRON", "MUON", "TAU"})
  void rateIsThatOfTheAmplitude(Particle lepton) {
    SplittableRandom random = new SplittableRandom(SEED);
    ThreeNeutrinoAmplitude amplitude = new ThreeNeutrinoAmplitude(lepton);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < POINTS; i++) {
      PhaseSpacePoint point =
          PhaseSpacePoint.random(random, KAON.massGeV(), MUON.massGeV(), 0, 0, 0);
      List<FourVector> p = point.momenta();
      double weight = point.weight() * amplitude.spinSum(p.get(0), p.get(1), p.get(2), p.get(3));
      sum += weight;
      squares += weight * weight;
    }
    double relativeError = Math.sqrt(squares) / sum;
    // |M|² = |√2 G V f · 4G/√2|² Σ|A|², Γ = ∫|M|² dΦ / 2m_K
    double coupling =
        StrictMath.pow(4 * FERMI_PER_GEV2 * FERMI_PER_GEV2 * V_US * KAON_DECAY_CONSTANT_GEV, 2);
    double rate = coupling * sum / POINTS / (2 * KAON.massGeV()) * KAON.lifetimeNs() / HBAR_GEV_NS;
    assertThat(relativeError).isLessThan(0.01);
    assertThat(MuonThreeNeutrinos.standardModel(lepton).branchingFraction())
        .as("seed %d", SEED)
        .isCloseTo(rate, withPercentage(300 * relativeError));
  }

  @Test
  void flavoursAddUp() {
    double sum =
        LEPTONS.stream()
            .mapToDouble(lepton -> MuonThreeNeutrinos.standardModel(lepton).branchingFraction())
            .sum();
    assertThat(STANDARD.branchingFraction()).isCloseTo(sum, withPercentage(1e-10));
    assertThat(MuonThreeNeutrinos.standardModel(TAU).branchingFraction() / sum)
        .isCloseTo(0.923, within(0.001));
  }

  /// Gorbunov and Mitrofanov, as [NA62] quotes them: 1.62·10⁻¹⁶; 3.4 % of that are not explained.
  @Test
  void rateIsThePublishedOneUpToFivePerCent() {
    assertThat(STANDARD.branchingFraction()).isCloseTo(1.62e-16, withPercentage(5));
  }

  /// A cubic in z = t/t_max, fitted elsewhere to an integration of its own.
  @Test
  void spectrumIsCloseToTheKnownParametrisation() throws IOException {
    double[] c = cubic();
    double limit = STANDARD.highestGeV2();
    for (double t = 0.0005; t < limit; t += 0.0005) {
      double z = t / limit;
      double root = STANDARD.density(t) / t / STANDARD.beyondPhaseSpace().applyAsDouble(t);
      double parametrised = root * t * (c[0] + z * (c[1] + z * (c[2] + z * c[3])));
      assertThat(STANDARD.density(t) / STANDARD.branchingFraction())
          .as("t = %s", t)
          .isCloseTo(parametrised, withPercentage(t > 0.01 ? 0.13 : 2.1));
    }
  }

  private static double[] cubic() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            MuonThreeNeutrinosTest.class.getResourceAsStream(
                "/reference/physics-reference.json"))) {
      return JsonMapper.shared()
          .readTree(file)
          .valueStream()
          .filter(
              entry -> entry.path("name").stringValue().equals("k3nu.spectrum.cubicCoefficients"))
          .flatMap(entry -> entry.path("value").valueStream())
          .mapToDouble(JsonNode::doubleValue)
          .toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm", "phase-space", "local"})
  void densityIsPositiveInsideTheLimitsAndZeroOutside(String name) {
    MuonThreeNeutrinos spectrum = spectrum(name);
    double limit = spectrum.highestGeV2();
    assertThat(Math.sqrt(limit)).isCloseTo(KAON.massGeV() - MUON.massGeV(), within(1e-15));
    assertThat(spectrum.lowestGeV2()).isZero();
    for (int i = 1; i < 1000; i++) assertThat(spectrum.density(i / 1000.0 * limit)).isPositive();
    for (double outside : new double[] {-1, 0, limit, 0.2, Double.NaN}) {
      assertThat(spectrum.density(outside)).as("t = %s", outside).isZero();
    }
    assertThat(spectrum.branchingFraction())
        .isCloseTo(STANDARD.branchingFraction(), withPercentage(1e-9));
  }

  private static MuonThreeNeutrinos spectrum(String name) {
    return Objects.requireNonNull(MuonThreeNeutrinos.SPECTRA.get(name)).get();
  }
}
