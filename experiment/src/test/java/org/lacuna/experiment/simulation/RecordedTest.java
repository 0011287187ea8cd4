package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.LogCurve;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Accidental;
import org.lacuna.experiment.response.ChargedVeto;
import org.lacuna.experiment.response.ChargedVeto.Detector;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.response.PhotonVeto.Material;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.experiment.selection.Cuts;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionZeroMode;

/// Losses that go to the selection, beside losses that end at once.
class RecordedTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 10;
  private static final DecayModel MUNU = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);
  private static final Apparatus POOR = poor();

  /// Measured columns that drawn events have, too.
  private static final Set<String> COMMON = common();

  private static Set<String> common() {
    Set<String> columns = new HashSet<>(Columns.of(new Measured()).keySet());
    columns.removeAll(chain(MUNU, Losses.DRAWN).selection().absent());
    return columns;
  }

  /// Vetoes that miss so much that something is left.
  private static Apparatus poor() {
    Apparatus whole = TestApparatus.whole();
    LogCurve often = new LogCurve(_ -> 0.3);
    List<Counter> counters = new ArrayList<>();
    List<Detector> detectors = new ArrayList<>();
    for (Counter counter : whole.photonVeto().counters()) {
      counters.add(
          new Counter(counter.signal(), counter.plane(), often, 0, false, counter.neutralOnly()));
      detectors.add(new Detector(counter.signal(), counter.plane(), 0.5));
    }
    detectors.add(
        new Detector(Signal.SEGMENT, whole.spectrometer().planesBefore().getFirst(), 0.5));
    List<Material> thick = new ArrayList<>();
    for (Material thin : whole.photonVeto().materials()) {
      thick.add(new Material(thin.plane(), 0.2, thin.pairMissed()));
    }
    Apparatus blind = TestApparatus.with(whole, new PhotonVeto(counters, thick));
    return TestApparatus.with(blind, new ChargedVeto(detectors));
  }

  private static Selection selection() {
    List<Cut> cuts = new ArrayList<>(TestApparatus.selection().cuts());
    cuts.add(Cuts.richMuon(200));
    cuts.add(Cuts.noSegment());
    cuts.add(Cuts.lkrVeto(12));
    cuts.add(Cuts.lavVeto(3));
    cuts.add(Cuts.savVeto(3));
    cuts.add(Cuts.tiles(2));
    cuts.add(Cuts.richHits(3));
    return new Selection(cuts);
  }

  private static Simulation chain(DecayModel model, Losses losses) {
    return Simulation.of(
        POOR, TestApparatus.reconstruction(), selection(), model, Role.NATURE, losses, SEED);
  }

  /// @param momentum of the measured track
  /// @param columns hash of those that lost events have, too
  private record Event(float momentum, int columns, boolean isSelected, Set<Signal> signals) {}

  private static Map<Long, Event> events(Simulation chain) {
    Map<Long, Event> events = new TreeMap<>();
    Batch batch = chain.batch();
    Map<String, float[]> columns = Columns.of(batch.seen());
    columns.keySet().retainAll(COMMON);
    for (int block = 0; block < BLOCKS; block++) {
      chain.run(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      for (int i = 0; i < batch.seen().n; i++) {
        int hash = 0;
        for (float[] column : columns.values()) hash = 31 * hash + Float.hashCode(column[i]);
        boolean isSelected = chain.selection().failed(batch.seen().passed[i]).findAny().isEmpty();
        float momentum = batch.seen().track.momentum[i];
        events.put(
            batch.seen().number(i), new Event(momentum, hash, isSelected, batch.fate().signals(i)));
      }
    }
    return events;
  }

  static List<DecayModel> models() {
    return List.of(MUNU, new PionPionZero(PionZeroMode.PHOTONS), new PionTriplet());
  }

  @ParameterizedTest
  @MethodSource("models")
  void selectsTheEventsThatAreDrawnBitForBit(DecayModel model) {
    Map<Long, Event> recorded = events(chain(model, Losses.RECORDED));
    Map<Long, Event> drawn = events(chain(model, Losses.DRAWN));
    assertThat(drawn).hasSizeGreaterThan(20).hasSizeLessThan(recorded.size());
    recorded.forEach((number, event) -> {
      Event other = drawn.get(number);
      assertThat(event.signals.isEmpty()).as("event %s", number).isEqualTo(other != null);
      assertThat(event.isSelected)
          .as("event %s", number)
          .isEqualTo(other != null && other.isSelected);
      if (other != null) assertThat(event.columns).isEqualTo(other.columns);
    });
    assertThat(recorded.keySet()).containsAll(drawn.keySet());
    assertThat(recorded.values()).anyMatch(Event::isSelected);
  }

  /// Each factor has its own share of losses, and those of two are independent.
  @Test
  void eachFactorOfTheEfficiencyIsLostByItself() {
    Sample tag = new Sample();
    Sample detector = new Sample();
    Sample both = new Sample();
    double momentum = 0;
    Map<Long, Event> events = events(chain(MUNU, Losses.RECORDED));
    for (Event event : events.values()) {
      boolean noTag = event.signals.contains(Signal.KTAG);
      boolean noDetector = event.signals.contains(Signal.MUV3);
      tag.add(noTag ? 1 : 0);
      detector.add(noDetector ? 1 : 0);
      both.add(noTag && noDetector ? 1 : 0);
      momentum += event.momentum / events.size();
    }
    double missed = 0.1 - 1e-3 * momentum;
    assertThat(tag.pull(0.05)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(detector.pull(missed)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(both.pull(0.05 * missed)).isCloseTo(0, within(Sample.SIGMAS));
  }

  @Test
  void eachSignalIsFoundByItsCut() {
    Simulation chain = chain(models().getLast(), Losses.RECORDED);
    Batch batch = chain.batch();
    chain.run(batch, 0, Rows.BLOCK);
    List<String> labels = chain.selection().labels();
    Map<Signal, String> cuts =
        Map.of(
            Signal.KTAG, "KTAG within 0.15 ns",
            Signal.MUV3, "MUV3 within 1 ns",
            Signal.SEGMENT, "no extra segment",
            Signal.LAV, "no LAV within 3 ns",
            Signal.LKR, "no LKr cluster within 12 ns",
            Signal.SAV, "no IRC, SAC within 3 ns");
    int found = 0;
    for (int i = 0; i < batch.seen().n; i++) {
      List<String> failed =
          chain.selection().failed(batch.seen().passed[i]).mapToObj(labels::get).toList();
      for (Signal signal : batch.fate().signals(i)) {
        assertThat(failed).contains(cuts.get(signal));
        found++;
      }
    }
    assertThat(found).isGreaterThan(1000);
  }

  /// Nature with all rows, with few, and with one at a time.
  @Test
  void theResultDoesNotDependOnTheRowsPerBlock() {
    for (DecayModel model : models()) {
      Simulation chain = chain(model, Losses.RECORDED);
      List<Long> whole = counts(chain, Rows.BLOCK);
      for (int rows : new int[] {1, 7, 512}) assertThat(counts(chain, rows)).isEqualTo(whole);
    }
  }

  private static List<Long> counts(Simulation chain, int rows) {
    Result result = chain.events(chain.batch(), 0, 600, rows, 1);
    List<Long> counts = new ArrayList<>(List.of(result.measured(), result.selected()));
    for (int cut = 0; cut < chain.selection().cuts().size(); cut++) {
      counts.add(result.passed(cut));
      counts.add(result.failedOnly(cut));
    }
    return counts;
  }

  /// Accidental signals only take events away, alike in all forms, and a detector that is switched
  /// off moves nobody else's numbers.
  @Test
  void accidentalSignalsLeaveAllOtherNumbersAlone() {
    Accidental lav = Accidental.Nearest.of("LAV", Signal.LAV, 0.2, 3, 450);
    Accidental lkr = Accidental.Nearest.of("LKr", Signal.LKR, 0.1, 12, 450);
    Map<String, float[]> none = columns(List.of(), Losses.RECORDED);
    Map<String, float[]> one = columns(List.of(lkr), Losses.RECORDED);
    Map<String, float[]> both = columns(List.of(lav, lkr), Losses.RECORDED);
    none.forEach((name, column) -> {
      if (!name.equals("lkrTime")) assertThat(one.get(name)).as(name).isEqualTo(column);
    });
    one.forEach((name, column) -> {
      if (!name.equals("lavTime")) assertThat(both.get(name)).as(name).isEqualTo(column);
    });
    assertThat(one.get("lkrTime")).isNotEqualTo(none.get("lkrTime"));
    Map<String, float[]> weighted = columns(List.of(lav, lkr), Losses.WEIGHTED);
    assertThat(weighted.get("lavTime")).doesNotContain(Float.NaN);
    assertThat(weighted.get("savTime")).containsOnly(Float.NaN);
  }

  /// A track that has lost its own signal in the muon detector may be given another one: with a
  /// signal in each nanosecond, in one of the inner tiles, some are.
  @Test
  void anAccidentalSignalMayPassForThatOfTheMuon() {
    Accidental often = new Accidental.InTiles("MUV3", TestApparatus.tiles(), 1.32f, 1, 0, 1);
    float[] without = muv3Time(List.of());
    float[] with = muv3Time(List.of(often));
    int lost = 0;
    int found = 0;
    for (int i = 0; i < without.length; i++) {
      if (without[i] < Measured.NONE) {
        assertThat(with[i]).isEqualTo(without[i]);
      } else {
        lost++;
        found += Math.abs(with[i]) < 3 ? 1 : 0;
      }
    }
    assertThat(found).isBetween(1, lost / 2);
  }

  private static float[] muv3Time(List<Accidental> accidentals) {
    return Objects.requireNonNull(columns(accidentals, Losses.RECORDED).get("muv3Time"));
  }

  private static Map<String, float[]> columns(List<Accidental> accidentals, Losses losses) {
    Simulation chain =
        Simulation.of(
            TestApparatus.with(POOR, accidentals),
            TestApparatus.reconstruction(),
            selection(),
            MUNU,
            Role.NATURE,
            losses,
            SEED);
    Batch batch = chain.batch();
    chain.run(batch, 0, Rows.BLOCK);
    Map<String, float[]> columns = new TreeMap<>();
    Columns.of(batch.seen())
        .forEach((name, column) -> columns.put(name, Arrays.copyOf(column, batch.seen().n)));
    return columns;
  }
}
