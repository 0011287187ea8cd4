package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.standard.MuonThreeNeutrinos;

/// Samples of invisible decays against their spectra, into the tails.
class LeptonInvisibleTest {
  private static final long SEED = 816;
  private static final int EVENTS = 1000 * Rows.BLOCK;

  /// Upper edges of bins, as shares of the distribution.
  private static final double[] EDGES = {
    1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.99,
    0.997, 0.999, 1 - 1e-4, 1 - 1e-5, 1
  };

  static Stream<Map.Entry<String, MissingMassSpectrum>> spectra() {
    Stream<Map.Entry<String, MissingMassSpectrum>> bosons =
        Stream.of(BosonModel.values())
            .flatMap(model ->
                Stream.of(0.001, 0.01, 0.1, 0.3, 0.385)
                    .map(mass ->
                        Map.entry(model + " " + mass, new MuonNeutrinoBoson(model, mass, 1e-3))));
    Stream<Map.Entry<String, MissingMassSpectrum>> neutrinos =
        MuonThreeNeutrinos.SPECTRA.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), entry.getValue().get()));
    return Stream.concat(bosons, neutrinos);
  }

  /// χ² of 22 bins, 21 of them independent, exceeds 60 once in 10⁵ seeds.
  @ParameterizedTest
  @MethodSource("spectra")
  void samplesFollowTheSpectrumIntoItsTails(Map.Entry<String, MissingMassSpectrum> named) {
    MissingMassSpectrum spectrum = named.getValue();
    double[] edge = Arrays.stream(EDGES).map(share -> quantile(spectrum, share)).toArray();
    double[] squares = sample(spectrum);
    long[] counts = new long[EDGES.length];
    for (double t : squares) {
      int bin = Arrays.binarySearch(edge, t);
      counts[Math.min(EDGES.length - 1, bin < 0 ? -bin - 1 : bin)]++;
    }
    double chiSquare = 0;
    double below = 0;
    for (int i = 0; i < EDGES.length; i++) {
      double expected = EVENTS * (EDGES[i] - below);
      chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
      below = EDGES[i];
    }
    assertThat(chiSquare).as("seed %d: %s", SEED, Arrays.toString(counts)).isLessThan(60);
  }

  @Test
  void aDecayThatCannotHappenHasNoSamples() {
    MissingMassSpectrum closed = new MuonNeutrinoBoson(BosonModel.SCALAR, 0.4, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeptonInvisible.of("munux", 1, MUON, closed));
  }

  /// Where the given share of the distribution lies below.
  private static double quantile(MissingMassSpectrum spectrum, double share) {
    double low = spectrum.lowestGeV2();
    double high = spectrum.highestGeV2();
    if (share == 1) return high;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (spectrum.fractionAbove(middle) > 1 - share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private static double[] sample(MissingMassSpectrum spectrum) {
    DecayModel model = LeptonInvisible.of("test", 1, MUON, spectrum);
    Truth truth = new Truth(model, 1);
    Draws draw = new Draws(Role.STUDY, model.name(), SEED);
    draw.stage("decay");
    double[] squares = new double[EVENTS];
    for (int first = 0; first < EVENTS; first += Rows.BLOCK) {
      truth.number(first, Rows.BLOCK);
      model.decay(truth, draw);
      for (int i = 0; i < truth.n; i++) {
        double sum = KAON.massGeV() * KAON.massGeV() + MUON.massGeV() * MUON.massGeV();
        squares[first + i] = sum - 2 * KAON.massGeV() * truth.charged.energy[i];
      }
    }
    return squares;
  }
}
