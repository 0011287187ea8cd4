package org.lacuna.experiment.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.event.Tracks;

class ChooseTrackTest {
  private static final ChooseTrack STEP = new ChooseTrack(5, 70, 0.2, 3, 0.03, 100, 180);
  private static final float CHAMBER_M = 183.5f;
  private static final float VERTEX_M = 140;

  /// A track from the beam at a vertex.
  ///
  /// @param offsetM how far beside the beam it passes the vertex, upwards
  private record Track(
      double charge,
      double momentumGeV,
      double energyGeV,
      double timeNs,
      double muv3Ns,
      double slopeX,
      double vertexM,
      double offsetM) {
    static final Track MUON = new Track(1, 20, 0.5, 0, 0.1, 4e-3, VERTEX_M, 0);

    Track at(double newTimeNs) {
      return new Track(
          charge, momentumGeV, energyGeV, newTimeNs, newTimeNs + 0.1, slopeX, vertexM, offsetM);
    }

    Track towards(double newSlopeX, double newVertexM, double newOffsetM) {
      return new Track(
          charge, momentumGeV, energyGeV, timeNs, muv3Ns, newSlopeX, newVertexM, newOffsetM);
    }

    Track with(double newCharge, double newMomentumGeV, double newEnergyGeV) {
      return new Track(
          newCharge, newMomentumGeV, newEnergyGeV, timeNs, muv3Ns, slopeX, vertexM, offsetM);
    }

    void into(Ray ray, int row) {
      ray.set(row, 0);
      ray.x[row] = (float) (slopeX * (CHAMBER_M - vertexM));
      ray.y[row] = (float) offsetM;
      ray.z[row] = CHAMBER_M;
      ray.slopeX[row] = (float) slopeX;
      ray.momentum[row] = (float) momentumGeV;
    }
  }

  /// An event in each of two rows, the first of which has the tracks.
  private static Measured event(Track own, List<Track> others) {
    Measured event = new Measured();
    event.n = 2;
    Columns.of(event).values().forEach(column -> Arrays.fill(column, 0, 2, 0f));
    for (int i = 0; i < 2; i++) {
      own.into(event.track, i);
      own.into(event.after, i);
      event.charge[i] = (float) own.charge;
      event.calorimeterEnergy[i] = (float) own.energyGeV;
      event.muv3Time[i] = (float) own.muv3Ns;
      event.ktagTime[i] = 0.05f;
      event.lavTime[i] = Measured.NONE;
      event.lkrTime[i] = 7;
    }
    event.extraSegments[0] = others.size();
    Tracks tracks = event.tracks;
    tracks.n = others.size();
    for (int j = 0; j < tracks.n; j++) {
      Track other = others.get(j);
      tracks.parent[j] = 0;
      other.into(tracks.track, j);
      other.into(tracks.after, j);
      tracks.charge[j] = (float) other.charge;
      tracks.calorimeterEnergy[j] = (float) other.energyGeV;
      tracks.time[j] = (float) other.timeNs;
      tracks.muv3Time[j] = (float) other.muv3Ns;
      tracks.extra[j] = 1;
    }
    return event;
  }

  private static Map<String, Float> columns(Measured event, int row) {
    Map<String, Float> values = new TreeMap<>();
    Columns.of(event).forEach((name, column) -> values.put(name, column[row]));
    return values;
  }

  private static Measured chosen(Track own, Track... others) {
    Measured event = event(own, List.of(others));
    STEP.apply(event);
    return event;
  }

  @Test
  void aSingleTrackIsLeftAlone() {
    Measured event = event(Track.MUON, List.of());
    Map<String, Float> before = columns(event, 0);
    event.extraSegments[0] = Float.NaN;
    before.put("extraSegments", Float.NaN);
    STEP.apply(event);
    assertThat(columns(event, 0)).isEqualTo(before);
  }

  @Test
  void theEventsWithoutFurtherTracksAreLeftAlone() {
    Track pion = Track.MUON.with(1, 20, 18);
    Measured event = event(pion, List.of(Track.MUON.at(0.3)));
    Map<String, Float> before = columns(event, 1);
    STEP.apply(event);
    assertThat(columns(event, 1)).isEqualTo(before);
    assertThat(columns(event, 0)).isNotEqualTo(before);
  }

  @Test
  void theTrackThatIsLikeAMuonWins() {
    Track pion = Track.MUON.with(1, 30, 28).towards(-5e-3, VERTEX_M, 0);
    Measured event = chosen(pion, Track.MUON.at(2));
    assertThat(event.track.momentum[0]).isEqualTo(20);
    assertThat(event.after.momentum[0]).isEqualTo(20);
    assertThat(event.calorimeterEnergy[0]).isEqualTo(0.5f);
    assertThat(event.tracks.track.momentum[0]).isEqualTo(30);
    assertThat(event.tracks.calorimeterEnergy[0]).isEqualTo(28);
    assertThat(event.extraSegments[0]).isEqualTo(1);
  }

  /// All times are against the candidate; a signal that does not exist stays far away.
  @Test
  void timesFollowTheTrackThatIsChosen() {
    Measured event = chosen(Track.MUON.with(1, 30, 28), Track.MUON.at(2), Track.MUON.at(4));
    assertThat(event.ktagTime[0]).isCloseTo(-1.95f, within(1e-6f));
    assertThat(event.muv3Time[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(event.lkrTime[0]).isCloseTo(5f, within(1e-6f));
    assertThat(event.lavTime[0]).isGreaterThan(0.99f * Measured.NONE);
    assertThat(event.tracks.time[0]).isCloseTo(-2f, within(1e-6f));
    assertThat(event.tracks.muv3Time[0]).isCloseTo(-1.9f, within(1e-6f));
    assertThat(event.tracks.time[1]).isCloseTo(2f, within(1e-6f));
  }

  @Test
  void amongMuonsTheNearestToTheKaonSignalWins() {
    assertThat(chosen(Track.MUON, Track.MUON.at(0.04).with(1, 40, 0.5)).track.momentum[0])
        .isEqualTo(40);
    assertThat(chosen(Track.MUON, Track.MUON.at(0.2).with(1, 40, 0.5)).track.momentum[0])
        .isEqualTo(20);
  }

  @Test
  void whatIsNoMuonNeverWins() {
    Track pion = Track.MUON.with(1, 30, 28);
    Track muon = Track.MUON.at(0.02);
    Track late = new Track(1, 20, 0.5, 0, Measured.NONE, 4e-3, VERTEX_M, 0);
    for (Track other :
        List.of(
            muon.with(-1, 20, 0.5),
            muon.with(1, 4.9, 0.5),
            muon.with(1, 71, 0.5),
            muon.with(1, 20, 4.1),
            muon.with(0, 0, 0),
            late)) {
      assertThat(chosen(pion, other).track.momentum[0]).as("%s", other).isEqualTo(30);
    }
  }

  @Test
  void theOrderOfTheTracksDoesNotMatter() {
    Track pion = Track.MUON.with(1, 30, 28).towards(-5e-3, VERTEX_M, 0);
    List<Track> others =
        List.of(
            Track.MUON.at(0.5).with(1, 41, 0.5).towards(2e-3, VERTEX_M, 0),
            Track.MUON.at(-0.1).with(1, 42, 0.5),
            Track.MUON.at(0.03).with(1, 43, 20).towards(-2e-3, VERTEX_M, 0),
            Track.MUON.at(2).with(1, 44, 0.5).towards(-6e-3, 120, 0.05));
    int[][] orders = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}};
    for (int[] order : orders) {
      Measured event =
          chosen(pion, Arrays.stream(order).mapToObj(others::get).toArray(Track[]::new));
      assertThat(event.track.momentum[0]).as(Arrays.toString(order)).isEqualTo(42);
      assertThat(event.extraSegments[0]).as(Arrays.toString(order)).isEqualTo(3);
      assertThat(event.ktagTime[0]).as(Arrays.toString(order)).isCloseTo(0.15f, within(1e-6f));
    }
  }

  @Test
  void onlyTracksThatFormAVertexAreExtraSegments() {
    Track own = Track.MUON;
    Track near = own.with(-1, 30, 28).towards(-5e-3, VERTEX_M, 0.029);
    Track beside = near.towards(-5e-3, VERTEX_M, 0.031);
    assertThat(chosen(own, near).extraSegments[0]).isEqualTo(1);
    assertThat(chosen(own, beside).extraSegments[0]).isZero();
    // They meet where x = 4e-3 (z - 140) and -5e-3 (z - v) agree: at 97.8 m for v = 64.
    assertThat(chosen(own, near.towards(-5e-3, 64, 0)).extraSegments[0]).isZero();
    assertThat(chosen(own, near, beside, near.at(5)).extraSegments[0]).isEqualTo(2);
    assertThat(chosen(own, near.with(0, 0, 0)).extraSegments[0]).isEqualTo(1);
  }

  @Test
  void aSecondTimeChangesNothing() {
    Measured event =
        chosen(
            Track.MUON.with(1, 30, 28),
            Track.MUON.at(1),
            Track.MUON.towards(-5e-3, VERTEX_M, 0.05));
    Map<String, Float> once = columns(event, 0);
    STEP.apply(event);
    assertThat(columns(event, 0)).isEqualTo(once);
  }

  @Test
  void refusesEmptyRanges() {
    assertThatThrownBy(() -> new ChooseTrack(70, 5, 0.2, 3, 0.03, 100, 180))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70");
    assertThatThrownBy(() -> new ChooseTrack(5, 70, 0.2, 3, 0.03, 180, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("180");
  }
}
