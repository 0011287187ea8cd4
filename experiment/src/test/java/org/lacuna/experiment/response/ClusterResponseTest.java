package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;

class ClusterResponseTest {
  private static final ClusterResponse LKR = new ClusterResponse(0.048, 0.11, 0.009, 4.2e-3, 6e-4);

  /// At 25 GeV: 0.96 % ⊕ 0.44 % ⊕ 0.9 % of the energy; 0.84 ⊕ 0.6 mm.
  @Test
  void addsTheTermsInQuadrature() {
    double relative = Math.sqrt(0.0096 * 0.0096 + 0.0044 * 0.0044 + 0.009 * 0.009);
    assertThat(LKR.energySigmaGeV(25)).isCloseTo(25 * relative, within(1e-12));
    assertThat(LKR.placeSigmaM(25)).isCloseTo(1.0323e-3, within(1e-7));
  }

  @Test
  void measuresWithTheseErrors() {
    Rows rows = new Rows(Rows.BLOCK);
    Ray photon = new Ray(Rows.BLOCK);
    Draws draw = new Draws(Role.STUDY, "photon", 9);
    draw.stage("clusters");
    float[] energy = Rows.floats(Rows.BLOCK);
    float[] x = Rows.floats(Rows.BLOCK);
    float[] y = Rows.floats(Rows.BLOCK);
    Sample energies = new Sample();
    Sample places = new Sample();
    Arrays.fill(photon.momentum, 25f);
    Arrays.fill(photon.z, 141f);
    Arrays.fill(photon.slopeX, 0.004f);
    for (int block = 0; block < 20; block++) {
      rows.number((long) block * Rows.BLOCK, Rows.BLOCK);
      LKR.measure(photon, 241f, rows, draw, "cluster", energy, x, y);
      energies.add(energy, rows.n);
      places.add(x, rows.n);
    }
    assertThat(energies.pull(25)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(energies.pullOfRms(LKR.energySigmaGeV(25))).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(places.pull(0.4)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(places.pullOfRms(LKR.placeSigmaM(25))).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }
}
