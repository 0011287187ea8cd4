package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.event.Tracks;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.process.PionTriplet;

class FurtherTracksTest {
  private static final long SEED = 20210610;
  private static final float DECAY_M = 150;
  private static final float CHAMBER_M = (float) TestApparatus.CHAMBER_M;

  private static final Spectrometer CHAMBERS =
      new Spectrometer(
          List.of(),
          List.of(new FourViews("STRAW1", CHAMBER_M, 0.1f, 0.064f, 1)),
          TestApparatus.MAGNET_M,
          TestApparatus.KICK_GEV,
          List.of(),
          List.of(new FourViews("STRAW3", 204.5f, 0.1f, 0.064f, 1)));

  private final Truth truth = new Truth(new PionTriplet(), 1);
  private final Measured seen = new Measured();
  private final Draws draw = new Draws(Role.STUDY, "further tracks", SEED);

  /// Pions of both charges, the positive ones with `slopeX`.
  private Tracks measure(
      FurtherTracks response, float momentumGeV, float slopeX, FurtherTracks.Seen isSeen) {
    truth.number(0, Rows.BLOCK);
    seen.sameAs(truth);
    draw.stage("further tracks");
    Arrays.fill(truth.decayZ, DECAY_M);
    Arrays.fill(truth.kaon.momentum, 75);
    for (int k = 0; k < 2; k++) {
      Ray ray = truth.companionRay[k];
      for (int i = 0; i < truth.n; i++) ray.set(i, 0);
      Arrays.fill(ray.z, DECAY_M);
      Arrays.fill(ray.y, 0.2f);
      Arrays.fill(ray.slopeX, k == 0 ? slopeX : -slopeX);
      Arrays.fill(ray.momentum, momentumGeV);
    }
    response.measure(truth, seen, draw, new Flight(TestApparatus.noField()), isSeen);
    return seen.tracks;
  }

  private static FurtherTracks response(TrackResolution resolution, double timeSigmaNs) {
    return new FurtherTracks(CHAMBERS, resolution, timeSigmaNs);
  }

  private static final TrackResolution EXACT = new TrackResolution(0, 0, 0, 0, 0);

  @Test
  void theTableHoldsThoseThatAreSeen() {
    Tracks tracks = measure(response(EXACT, 0), 20, 4e-3f, (k, i) -> i % 4 == k);
    assertThat(tracks.n).isEqualTo(Rows.BLOCK / 2);
    for (int j = 0; j < tracks.n; j++) {
      int k = j < tracks.n / 2 ? 0 : 1;
      assertThat(tracks.parent[j] % 4).isEqualTo(k);
      assertThat(tracks.number(j)).isEqualTo(truth.number(tracks.parent[j]));
      assertThat(tracks.charge[j]).isEqualTo(k == 0 ? 1 : -1);
      assertThat(tracks.extra[j]).isEqualTo(1);
      assertThat(tracks.muv3Time[j]).isEqualTo(Measured.NONE);
      assertThat(tracks.calorimeterEnergy[j]).isEqualTo(20);
    }
    assertThat(measure(response(EXACT, 0), 20, 4e-3f, (_, _) -> false).n).isZero();
  }

  @Test
  void withoutErrorsTheTrackIsWhereTheDaughterIsAndBendsByItsCharge() {
    Tracks tracks = measure(response(EXACT, 0), 20, 4e-3f, (_, _) -> true);
    for (int j : new int[] {0, Rows.BLOCK}) {
      float sign = tracks.charge[j];
      assertThat(tracks.track.x[j]).isCloseTo(sign * 4e-3f * 33.5f, within(1e-6f));
      assertThat(tracks.track.z[j]).isEqualTo(CHAMBER_M);
      double kick = tracks.after.slopeX[j] - tracks.track.slopeX[j];
      assertThat(kick).isCloseTo(sign * -0.27 / 20, within(1e-5));
      assertThat(tracks.time[j]).isZero();
    }
  }

  /// The same formulas as for the muon, which [MuonResponseTest] holds against independent ones.
  @Test
  void theErrorsAreThoseOfAMuon() {
    Tracks tracks = measure(response(TestApparatus.resolution(), 0.8), 20, 4e-3f, (_, _) -> true);
    Sample momentum = new Sample();
    Sample slope = new Sample();
    Sample time = new Sample();
    for (int j = 0; j < tracks.n; j++) {
      momentum.add(tracks.track.momentum[j] / 20 - 1);
      slope.add(tracks.track.slopeY[j]);
      time.add(tracks.time[j]);
    }
    double sigmaP = StrictMath.hypot(3e-3, 5e-5 * 20);
    assertThat(momentum.pullOfRms(sigmaP)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    double sigmaSlope = StrictMath.hypot(16e-6, 0.72e-3 / 20);
    assertThat(slope.pullOfRms(sigmaSlope)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
    assertThat(time.pullOfRms(0.8)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }

  /// A slow daughter is turned out of the chamber behind the magnet.
  @Test
  void whatMissesAChamberIsASegment() {
    Tracks tracks = measure(response(EXACT, 0), 1.5f, 25e-3f, (_, _) -> true);
    assertThat(tracks.n).isEqualTo(2 * Rows.BLOCK);
    // The positive one is bent towards the axis, the negative one is on the other side: alike.
    Tracks outward = measure(response(EXACT, 0), 1.5f, -25e-3f, (_, _) -> true);
    for (int j = 0; j < outward.n; j++) {
      assertThat(outward.charge[j]).isZero();
      assertThat(outward.track.momentum[j]).isZero();
      assertThat(outward.calorimeterEnergy[j]).isZero();
      assertThat(outward.after.slopeX[j]).isCloseTo(outward.track.slopeX[j], within(1e-7f));
    }
  }

  @Test
  void aTrackDependsOnItsEventAloneNotOnWhichOthersAreSeen() {
    FurtherTracks response = response(TestApparatus.resolution(), 0.8);
    Tracks tracks = measure(response, 20, 4e-3f, (k, i) -> k == 1 && i == 77);
    float slope = tracks.track.slopeX[0];
    float time = tracks.time[0];
    measure(response, 20, 4e-3f, (_, _) -> true);
    assertThat(tracks.track.slopeX[Rows.BLOCK + 77]).isEqualTo(slope);
    assertThat(tracks.time[Rows.BLOCK + 77]).isEqualTo(time);
  }
}
