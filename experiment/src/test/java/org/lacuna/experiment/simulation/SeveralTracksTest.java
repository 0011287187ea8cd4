package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.event.Tracks;
import org.lacuna.experiment.reconstruction.ChooseTrack;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.ChargedVeto;
import org.lacuna.experiment.response.ChargedVeto.Detector;
import org.lacuna.experiment.response.Signal;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionZeroMode;

/// K⁺ → π⁺π⁺π⁻ where further tracks are recorded.
class SeveralTracksTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 8;
  private static final double LOSS = 0.2;
  private static final Apparatus SEEING = seeing();

  /// Nothing but the first chamber sees further tracks.
  private static Apparatus seeing() {
    Apparatus whole = TestApparatus.whole();
    Plane chamber = whole.spectrometer().planesBefore().getFirst();
    return TestApparatus.with(
        whole, new ChargedVeto(List.of(new Detector(Signal.SEGMENT, chamber, LOSS))));
  }

  private static Simulation chain(double closestM) {
    return chain(new PionTriplet(), closestM);
  }

  private static Simulation chain(DecayModel model, double closestM) {
    List<Step.Named> steps = new ArrayList<>();
    steps.add(new Step.Named("match muv3", TestApparatus.matchMuv3()));
    ChooseTrack choose = new ChooseTrack(5, 70, 0.2, 3, closestM, 90, 183);
    steps.add(new Step.Named("choose track", choose));
    TestApparatus.reconstruction().stream()
        .filter(step -> !step.name().equals("match muv3"))
        .forEach(steps::add);
    return Simulation.of(
        SEEING, steps, TestApparatus.selection(), model, Role.NATURE, Losses.RECORDED, SEED);
  }

  @Test
  void theTableHoldsThoseThatWereNoted() {
    Simulation chain = chain(0.03);
    Batch batch = chain.batch();
    chain.run(batch, 0, Rows.BLOCK);
    Tracks tracks = batch.seen().tracks;
    int[] count = new int[batch.seen().n];
    for (int j = 0; j < tracks.n; j++) {
      assertThat(batch.fate().sees(tracks.copy[j], tracks.parent[j])).isTrue();
      count[tracks.parent[j]]++;
    }
    int events = 0;
    for (int i = 0; i < count.length; i++) {
      assertThat(count[i])
          .isEqualTo((batch.fate().sees(0, i) ? 1 : 0) + (batch.fate().sees(1, i) ? 1 : 0));
      assertThat(batch.fate().signals(i).contains(Signal.SEGMENT)).isEqualTo(count[i] > 0);
      events += count[i] > 0 ? 1 : 0;
    }
    assertThat(events).isGreaterThan(100).isLessThan(count.length);
  }

  /// Each daughter in the first chamber is missed by itself with the given probability. A pair, not
  /// three pions: here these pass for a muon with more than certainty.
  @Test
  void theShareOfEventsWithASegmentIsThatOfDaughtersInTheChamber() {
    Simulation chain = chain(new PionPionZero(PionZeroMode.PAIR), 1e3);
    Batch batch = chain.batch();
    Plane chamber = SEEING.spectrometer().planesBefore().getFirst();
    Sample excess = new Sample();
    for (int block = 0; block < BLOCKS; block++) {
      chain.run(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      float[][] struck = new float[2][batch.truth().n];
      for (int k = 0; k < 2; k++) {
        Ray ray = batch.truth().companionRay[k];
        Arrays.fill(struck[k], 1);
        chamber.lower(struck[k], ray, batch.truth().n);
      }
      for (int i = 0; i < batch.seen().n; i++) {
        int inChamber = (struck[0][i] > 0 ? 1 : 0) + (struck[1][i] > 0 ? 1 : 0);
        double expected = 1 - StrictMath.pow(LOSS, inChamber);
        boolean isSeen = batch.fate().sees(0, i) || batch.fate().sees(1, i);
        excess.add((isSeen ? 1 : 0) - expected);
      }
    }
    assertThat(excess.size()).isGreaterThan(2000);
    assertThat(excess.pull(0)).isBetween(-Sample.SIGMAS, Sample.SIGMAS);
  }

  /// Daughters of one decay meet at its vertex: their errors are millimetres, so that three
  /// centimetres lose none but those whose pion has decayed before the chamber and starts
  /// elsewhere.
  @Test
  void daughtersOfOneDecayFormAVertex() {
    Simulation chain = chain(0.03);
    Batch batch = chain.batch();
    int all = 0;
    int vertices = 0;
    for (int block = 0; block < BLOCKS; block++) {
      chain.run(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      Tracks tracks = batch.seen().tracks;
      for (int j = 0; j < tracks.n; j++) vertices += tracks.extra[j] > 0 ? 1 : 0;
      all += tracks.n;
    }
    assertThat((double) vertices / all).isGreaterThan(0.95);
  }

  /// A hash of everything in the table, by event.
  private static Map<Long, Integer> tables(Simulation chain, int rows, int events) {
    Batch batch = chain.batch();
    Tracks tracks = batch.seen().tracks;
    Map<Long, Integer> hashes = new TreeMap<>();
    for (int first = 0; first < events; first += rows) {
      chain.run(batch, first, Math.min(rows, events - first));
      for (int j = 0; j < tracks.n && !batch.isEmpty(); j++) {
        int hash = 0;
        for (float[] column : Columns.of(tracks).values()) {
          hash = 31 * hash + Float.hashCode(column[j]);
        }
        hashes.merge(batch.seen().number(tracks.parent[j]), hash, Integer::sum);
      }
    }
    return hashes;
  }

  @Test
  void theTableDoesNotDependOnTheRowsPerBlock() {
    Simulation chain = chain(0.03);
    Map<Long, Integer> whole = tables(chain, Rows.BLOCK, 600);
    assertThat(whole).hasSizeGreaterThan(50);
    for (int rows : new int[] {1, 7, 512}) {
      assertThat(tables(chain, rows, 600)).as("%s rows", rows).isEqualTo(whole);
    }
  }
}
