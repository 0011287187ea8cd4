package org.lacuna.physics.dirac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.decay.PhaseSpace;

class PhaseSpacePointTest {
  private static final long SEED = 6815;
  private static final int POINTS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void momentaAreConservedAndOnTheirMassShells(int products) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] masses = Arrays.copyOf(new double[] {0.1, 0, 0.05, 0}, products);
    for (int i = 0; i < 100; i++) {
      FourVector sum = new FourVector(0, 0, 0, 0);
      var momenta = PhaseSpacePoint.random(random, 0.5, masses).momenta();
      for (int k = 0; k < products; k++) {
        FourVector p = momenta.get(k);
        sum = sum.plus(p);
        assertThat(p.massSquaredGeV2()).isCloseTo(masses[k] * masses[k], within(1e-15));
      }
      assertThat(sum.energyGeV()).isCloseTo(0.5, within(1e-14));
      assertThat(sum.momentumGeV()).isLessThan(1e-14);
    }
  }

  /// Three standard errors of the mean are exceeded once in 370 seeds.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void weightsAverageToTheVolume(int products) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] masses = Arrays.copyOf(new double[] {0.1, 0, 0.05, 0}, products);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < POINTS; i++) {
      double weight = PhaseSpacePoint.random(random, 0.5, masses).weight();
      sum += weight;
      squares += weight * weight;
    }
    double mean = sum / POINTS;
    double error = Math.sqrt(Math.max(0, squares / POINTS - mean * mean) / POINTS);
    double volume = PhaseSpace.volume(0.5, masses);
    assertThat(mean).as("seed %d", SEED).isCloseTo(volume, within(3 * error + 1e-12 * volume));
  }
}
