package org.lacuna.experiment.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.experiment.event.Candidates;
import org.lacuna.experiment.event.Measured;

/// The choice of the kaon against a loop over all candidates of each event, in double precision.
class MatchKaonTest {
  private static final long SEED = 5;
  private static final int N = 1000;
  private static final double WINDOW_NS = 0.5;
  private static final double CHI_SQUARE = 20;

  private final Measured event = new Measured();
  private final Candidates gtk = event.gtk;
  private final MatchKaon match =
      new MatchKaon(
          new Curve(0, 0.05, MatchKaonTest::distanceTail),
          new Curve(0, 1, MatchKaonTest::timeTail),
          WINDOW_NS,
          75,
          0.9,
          1.2e-3,
          1.2e-4,
          1e-4,
          CHI_SQUARE);

  private static double distanceTail(double distance) {
    return Math.max(0, 1 - distance / 0.05);
  }

  private static double timeTail(double time) {
    return Math.max(0, 1 - time);
  }

  /// Muons near the beam, and up to five candidates for each of them in mixed order. Some
  /// candidates are late, or unlike the beam.
  @BeforeEach
  void throwEvents() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    event.number(0, N);
    for (int i = 0; i < N; i++) {
      event.track.x[i] = (float) random.nextDouble(-0.6, 0.6);
      event.track.y[i] = (float) random.nextDouble(-0.6, 0.6);
      event.track.z[i] = 183.5f;
      double path = random.nextDouble(20, 70);
      event.track.slopeX[i] = (float) ((event.track.x[i] - 0.05) / path);
      event.track.slopeY[i] = (float) (event.track.y[i] / path);
      event.track.momentum[i] = 20;
    }
    gtk.n = 0;
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < N; i++) {
        if (random.nextDouble() < 0.5) add(i, random);
      }
    }
  }

  private void add(int parent, RandomGenerator random) {
    int j = gtk.n++;
    gtk.parent[j] = parent;
    gtk.time[j] = (float) random.nextDouble(-0.7, 0.7);
    gtk.ray.x[j] = (float) random.nextDouble(-0.03, 0.03);
    gtk.ray.y[j] = (float) random.nextDouble(-0.01, 0.01);
    gtk.ray.z[j] = 102.4f;
    gtk.ray.slopeX[j] = (float) (1.2e-3 + 3e-4 * random.nextGaussian());
    gtk.ray.slopeY[j] = (float) (2.5e-4 * random.nextGaussian());
    gtk.ray.momentum[j] = (float) (75 + 2 * random.nextGaussian());
  }

  private double distance(int j) {
    Ray muon = event.track;
    Ray beam = gtk.ray;
    int i = gtk.parent[j];
    double dz = (double) muon.z[i] - beam.z[j];
    double dx = muon.x[i] - beam.x[j] - beam.slopeX[j] * dz;
    double dy = muon.y[i] - beam.y[j] - beam.slopeY[j] * dz;
    // The lines have directions (a, b, 1) and (c, d, 1); the third component of the difference of
    // their points is 0 at the chamber.
    double sx = (double) muon.slopeX[i] - beam.slopeX[j];
    double sy = (double) muon.slopeY[i] - beam.slopeY[j];
    return Math.abs(dx * sy - dy * sx) / StrictMath.hypot(sx, sy);
  }

  private double chiSquare(int j) {
    double p = (gtk.ray.momentum[j] - 75) / 0.9;
    double x = (gtk.ray.slopeX[j] - 1.2e-3) / 1.2e-4;
    double y = gtk.ray.slopeY[j] / 1e-4;
    return p * p + x * x + y * y;
  }

  private double discriminant(int j) {
    boolean beamLike = chiSquare(j) < CHI_SQUARE;
    boolean inTime = Math.abs(gtk.time[j]) < WINDOW_NS;
    return beamLike && inTime ? distanceTail(distance(j)) * timeTail(Math.abs(gtk.time[j])) : 0;
  }

  @Test
  void choosesTheLargestDiscriminant() {
    match.apply(event);
    int without = 0;
    int several = 0;
    for (int i = 0; i < N; i++) {
      int best = gtk.n;
      int all = 0;
      int possible = 0;
      for (int j = 0; j < gtk.n; j++) {
        if (gtk.parent[j] != i) continue;
        all++;
        if (discriminant(j) <= 0) continue;
        possible++;
        if (best == gtk.n || discriminant(j) > discriminant(best)) best = j;
      }
      assertThat(event.kaonIndex[i]).as("event %s", i).isEqualTo(best);
      assertThat(event.beamTracks[i]).as("event %s", i).isEqualTo(all);
      without += possible == 0 ? 1 : 0;
      several += possible > 1 ? 1 : 0;
      if (possible > 0) checkChosen(i, best);
    }
    assertThat(without).isGreaterThan(N / 20);
    assertThat(several).isGreaterThan(N / 20);
  }

  private void checkChosen(int i, int best) {
    assertThat((double) event.discriminant[i]).isCloseTo(discriminant(best), within(1e-5));
    assertThat((double) event.distance[i]).isCloseTo(distance(best), within(1e-6));
    assertThat(event.kaonTime[i]).isEqualTo(gtk.time[best]);
    assertThat(event.kaon.x[i]).isEqualTo(gtk.ray.x[best]);
    assertThat(event.kaon.y[i]).isEqualTo(gtk.ray.y[best]);
    assertThat(event.kaon.z[i]).isEqualTo(gtk.ray.z[best]);
    assertThat(event.kaon.slopeX[i]).isEqualTo(gtk.ray.slopeX[best]);
    assertThat(event.kaon.slopeY[i]).isEqualTo(gtk.ray.slopeY[best]);
    assertThat(event.kaon.momentum[i]).isEqualTo(gtk.ray.momentum[best]);
  }

  @Test
  void findsTheDistanceOfEachCandidate() {
    match.apply(event);
    for (int j = 0; j < gtk.n; j++) {
      assertThat((double) gtk.distance[j]).as("%s", j).isCloseTo(distance(j), within(1e-6));
      assertThat((double) gtk.discriminant[j]).isCloseTo(discriminant(j), within(1e-5));
    }
  }

  @Test
  void givesAnEventWithoutCandidateOneThatNoCutLetsPass() {
    gtk.n = 0;
    match.apply(event);
    for (int i = 0; i < N; i++) {
      assertThat(event.discriminant[i]).isZero();
      assertThat(event.distance[i]).isEqualTo(Measured.NONE);
      assertThat(event.kaonTime[i]).isEqualTo(Measured.NONE);
      assertThat(event.kaon.momentum[i]).isFinite();
    }
  }

  /// As many candidates as there is room for.
  @Test
  void hasRoomForNoneBehindTheLastCandidate() {
    event.number(0, Rows.BLOCK);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    gtk.n = 0;
    for (int j = 0; j < 8 * Rows.BLOCK; j++) add(0, random);
    match.apply(event);
    assertThat(event.kaonTime[1]).isEqualTo(Measured.NONE);
    assertThat(event.kaonTime[0]).isNotEqualTo(Measured.NONE);
  }

  @Test
  void doesNotChooseAnUndefinedCandidate() {
    for (int j = 0; j < gtk.n; j++) gtk.ray.momentum[j] = Float.NaN;
    match.apply(event);
    for (int i = 0; i < N; i++) assertThat(event.kaonTime[i]).isEqualTo(Measured.NONE);
  }
}
