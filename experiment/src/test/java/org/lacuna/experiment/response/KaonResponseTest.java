package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.event.Candidates;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class KaonResponseTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 8;

  private final Beam beam = TestApparatus.beam();
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
  private final PileUp pileUp = new PileUp();
  private final Measured seen = new Measured();
  private final Draws draw = new Draws(Role.STUDY, "kaon", SEED);

  private static KaonResponse response(double efficiency, double mhz) {
    return new KaonResponse(efficiency, 2e-3, 16e-6, 0.1, 1, TestApparatus.intensityMHz(mhz, mhz));
  }

  private void measure(KaonResponse response, int block) {
    truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
    draw.stage("beam");
    beam.kaons(truth, draw);
    seen.sameAs(truth);
    draw.stage("kaon response");
    response.measure(truth, pileUp, seen, draw, beam, true);
  }

  @Test
  void smearsTheTrackOfTheKaon() {
    List<Sample> pulls = Stream.generate(Sample::new).limit(4).toList();
    Ray kaon = truth.kaon;
    for (int block = 0; block < BLOCKS; block++) {
      measure(response(1, 0), block);
      assertThat(seen.gtk.n).isEqualTo(truth.n);
      for (int i = 0; i < truth.n; i++) {
        Candidates gtk = seen.gtk;
        assertThat(gtk.parent[i]).isEqualTo(i);
        assertThat(gtk.ray.x[i]).isEqualTo(kaon.x[i]);
        assertThat(gtk.ray.y[i]).isEqualTo(kaon.y[i]);
        assertThat(gtk.ray.z[i]).isEqualTo(kaon.z[i]);
        pulls.get(0).add((gtk.ray.momentum[i] / (double) kaon.momentum[i] - 1) / 2e-3);
        pulls.get(1).add(((double) gtk.ray.slopeX[i] - kaon.slopeX[i]) / 16e-6);
        pulls.get(2).add(((double) gtk.ray.slopeY[i] - kaon.slopeY[i]) / 16e-6);
        pulls.get(3).add(gtk.time[i] / 0.1);
      }
    }
    for (int k = 0; k < 4; k++) {
      assertThat(pulls.get(k).distance(s -> 0.5 * (1 + Erf.erf(s / Math.sqrt(2)))))
          .as("pull %s", k)
          .isLessThan(Sample.LIMIT);
      assertThat(pulls.get(k).pullOfRms(1)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    }
  }

  @Test
  void findsTheKaonWithItsEfficiency() {
    long found = 0;
    for (int block = 0; block < BLOCKS; block++) {
      measure(response(0.88, 0), block);
      found += seen.gtk.n;
    }
    double n = BLOCKS * Rows.BLOCK;
    double error = Math.sqrt(n * 0.88 * 0.12);
    assertThat((double) found).isCloseTo(n * 0.88, within(Sample.SIGMAS * error));
  }

  /// The candidates are the kaons in the order of their events, then the pile-up particles as they
  /// are.
  @Test
  void listsKaonsThenPileUp() {
    measure(response(0.5, 900), 0);
    Candidates gtk = seen.gtk;
    int kaons = gtk.n - pileUp.n;
    assertThat(kaons).isBetween(truth.n / 3, truth.n * 2 / 3);
    for (int j = 1; j < kaons; j++) assertThat(gtk.parent[j]).isGreaterThan(gtk.parent[j - 1]);
    for (int j = 0; j < kaons; j++) {
      assertThat(gtk.ray.x[j]).isEqualTo(truth.kaon.x[gtk.parent[j]]);
    }
    for (int j = 0; j < pileUp.n; j++) {
      assertThat(gtk.parent[kaons + j]).isEqualTo(pileUp.parent[j]);
      assertThat(gtk.time[kaons + j]).isEqualTo(pileUp.time[j]);
      assertThat(gtk.ray.x[kaons + j]).isEqualTo(pileUp.ray.x[j]);
      assertThat(gtk.ray.slopeY[kaons + j]).isEqualTo(pileUp.ray.slopeY[j]);
      assertThat(gtk.ray.momentum[kaons + j]).isEqualTo(pileUp.ray.momentum[j]);
    }
  }

  @Test
  void seesNothingWithoutEfficiency() {
    measure(response(0, 900), 0);
    assertThat(seen.gtk.n).isZero();
  }

  /// The Poisson numbers of the pile-up are accurate up to a mean of 1 only.
  @Test
  void refusesMorePileUpThanItCanDraw() {
    assertThatThrownBy(() -> response(0.9, 1200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1200")
        .hasMessageContaining("1.08");
    assertThatThrownBy(() -> response(1.1, 400))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.1");
  }
}
