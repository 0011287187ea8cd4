package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.Square;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.MatchMuv3;
import org.lacuna.experiment.response.MuonLine.Layer;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class MuonLineTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 8;
  private static final float LARGE_M = 30;
  private static final Tiles FINE = new Tiles(1e-4f, 1e-4f, 1e-4f);
  private static final Plane MUV3 = new Square("MUV3", 246.8f, 0.103f, 1.32f);
  private static final Plane WALL = new Square("wall", 246.8f, 0, LARGE_M);

  private final Spectrometer spectrometer = TestApparatus.spectrometer(0.064);
  private final Truth truth = new Truth(new LeptonNeutral("munu", 0.6, Particle.MUON, 0), 1);
  private final Measured seen = new Measured();
  private final Draws draw = new Draws(Role.STUDY, "muons", SEED);

  /// Equal muons at the first chamber.
  private void muons(MuonLine line, double momentumGeV, double slopeY, int block) {
    draw.stage("muon line");
    truth.number((long) block * Rows.BLOCK, Rows.BLOCK);
    seen.sameAs(truth);
    Arrays.fill(truth.chargedRay.x, 0.3f);
    Arrays.fill(truth.chargedRay.y, 0.2f);
    Arrays.fill(truth.chargedRay.z, 183.5f);
    Arrays.fill(truth.chargedRay.slopeX, 0);
    Arrays.fill(truth.chargedRay.slopeY, (float) slopeY);
    Arrays.fill(truth.chargedRay.momentum, (float) momentumGeV);
    Arrays.fill(seen.muv3Time, 0.25f);
    spectrometer.bend(truth.chargedRay, seen.after, 1, truth.n);
    line.measure(truth, seen, draw, spectrometer);
  }

  private double straight(float[] place, float[] slope) {
    return place[0] + slope[0] * (WALL.z() - TestApparatus.MAGNET_M);
  }

  /// One layer of one radiation length far away: 13.6 MeV times the distance.
  @Test
  void aThinLayerScattersByTheFormulaOfHighland() {
    MuonLine line = MuonLine.through(List.of(new Layer("foil", 236.8, 0, 1, 0.1)), WALL, FINE);
    assertThat(line.scatterGeVM()).isCloseTo(0.136, within(1e-6));
    assertThat(line.lossBeforeGeV()).isCloseTo(0.05, within(1e-12));
    assertThat(line.lossGeV()).isCloseTo(0.1, within(1e-12));
  }

  /// A block in one piece or in a thousand: the same scattering and the same mean loss before it.
  @Test
  void doesNotDependOnHowTheMaterialIsCut() {
    MuonLine whole = MuonLine.through(List.of(new Layer("block", 240, 4, 80, 2)), WALL, FINE);
    Layer[] slices = new Layer[1000];
    Arrays.setAll(slices, k -> new Layer("slice", 240 + 4e-3 * k, 3.999e-3, 0.08, 2e-3));
    MuonLine cut = MuonLine.through(List.of(slices), WALL, FINE);
    assertThat(cut.scatterGeVM()).isCloseTo(whole.scatterGeVM(), within(1e-3));
    assertThat(cut.lossGeV()).isCloseTo(2, within(1e-9));
    // The distant front scatters farthest, and less has been lost there.
    assertThat(cut.lossBeforeGeV()).isBetween(0.5, whole.lossBeforeGeV());
  }

  @Test
  void impactsAreNormalAboutTheStraightLineWithTheWidthOfTheMomentumThatIsLeft() {
    MuonLine line = new MuonLine(List.of(), WALL, FINE, 0.5, 0.6, 2.8);
    for (double momentumGeV : new double[] {5, 20, 60}) {
      Sample x = new Sample();
      Sample y = new Sample();
      double sigma = 0.5 / (momentumGeV - 0.6);
      for (int block = 0; block < BLOCKS; block++) {
        muons(line, momentumGeV, 1e-3, block);
        double atX = straight(seen.after.x, seen.after.slopeX);
        double atY = straight(seen.after.y, seen.after.slopeY);
        for (int i = 0; i < seen.n; i++) {
          x.add((seen.muv3X[i] - atX) / sigma);
          y.add((seen.muv3Y[i] - atY) / sigma);
          assertThat(seen.muv3Time[i]).isEqualTo(0.25f);
        }
      }
      for (Sample pull : List.of(x, y)) {
        assertThat(pull.distance(u -> 0.5 * (1 + Erf.erf(u / Math.sqrt(2)))))
            .as("%s GeV", momentumGeV)
            .isLessThan(Sample.LIMIT);
      }
      assertThat(x.correlation(y))
          .isCloseTo(0, within(Sample.SIGMAS / Math.sqrt((double) x.size())));
    }
  }

  @Test
  void aMuonThatLosesAllItsMomentumHasNoSignal() {
    MuonLine line = new MuonLine(List.of(), WALL, FINE, 0.5, 0.6, 2.8);
    muons(line, 2.79, 0, 0);
    for (int i = 0; i < seen.n; i++) {
      assertThat(seen.muv3Time[i]).isEqualTo(Measured.NONE);
      assertThat(seen.muv3X[i]).isEqualTo(Measured.NONE);
      assertThat(seen.muv3Y[i]).isEqualTo(Measured.NONE);
    }
  }

  /// A muon that points to the upper edge of the detector leaves it in half of the cases.
  @Test
  void aMuonThatScattersOutHasNoSignal() {
    MuonLine line = new MuonLine(List.of(), MUV3, TestApparatus.tiles(), 0.5, 0, 2.8);
    double slope = (1.32 - 0.2) / (246.8 - 183.5);
    int lost = 0;
    for (int block = 0; block < BLOCKS; block++) {
      muons(line, 40, slope, block);
      for (int i = 0; i < seen.n; i++) lost += seen.muv3Time[i] == Measured.NONE ? 1 : 0;
    }
    double error = 0.5 * Math.sqrt((double) BLOCKS * Rows.BLOCK);
    assertThat((double) lost).isCloseTo(0.5 * BLOCKS * Rows.BLOCK, within(Sample.SIGMAS * error));
  }

  /// Against a normal distribution in two dimensions, beyond fine tiles: `exp(−r²/2σ²)`, where the
  /// loss of energy makes σ wider than the search expects.
  @Test
  void theAssociationIsLostMoreOftenAtLowMomentum() {
    MuonLine line = new MuonLine(List.of(), WALL, FINE, 0.53, 0.6, 2.8);
    MatchMuv3 match = new MatchMuv3(WALL.z(), FINE, 2 * 0.53);
    double before = 0;
    for (double momentumGeV : new double[] {60, 20, 8, 5}) {
      int lost = 0;
      for (int block = 0; block < BLOCKS; block++) {
        muons(line, momentumGeV, 0, block);
        Arrays.fill(seen.after.momentum, (float) momentumGeV);
        match.apply(seen);
        for (int i = 0; i < seen.n; i++) lost += seen.muv3Time[i] == Measured.NONE ? 1 : 0;
      }
      double radius = 2 * (momentumGeV - 0.6) / momentumGeV;
      double n = BLOCKS * Rows.BLOCK;
      double expected = StrictMath.exp(-radius * radius / 2);
      double error = Math.sqrt(expected * (1 - expected) / n);
      assertThat(lost / n).as("%s GeV", momentumGeV).isCloseTo(expected, within(5 * error));
      assertThat(expected).isGreaterThan(before);
      before = expected;
    }
  }

  @Test
  void refusesLayersOutOfOrderAndBehindTheDetector() {
    Layer first = new Layer("first", 241, 1, 20, 0.4);
    Layer second = new Layer("second", 241.5, 1, 20, 0.4);
    assertThatThrownBy(() -> MuonLine.through(List.of(first, second), MUV3, FINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second")
        .hasMessageContaining("follow each other");
    assertThatThrownBy(
            () -> MuonLine.through(List.of(new Layer("late", 246.5, 1, 20, 0.4)), MUV3, FINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MUV3");
  }
}
