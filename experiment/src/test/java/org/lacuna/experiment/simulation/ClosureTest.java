package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.LogCurve;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.Octagon;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.Square;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.response.Efficiency;
import org.lacuna.experiment.response.Fate;
import org.lacuna.experiment.response.KaonResponse;
import org.lacuna.experiment.response.MuonResponse;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.response.Shares;
import org.lacuna.experiment.response.Signal;
import org.lacuna.experiment.response.Variant;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionZeroMode;

/// What goes in comes out: laws of the whole chain.
class ClosureTest {
  private static final long SEED = 20210610;
  private static final DecayModel MUNU = munu(0);
  private static final DecayModel PIPI0 = new PionPionZero(PionZeroMode.PHOTONS);
  private static final Apparatus WHOLE = TestApparatus.whole();
  private static final int NOMINAL = Variant.NOMINAL.index();

  private static LeptonNeutral munu(double massGeV) {
    return new LeptonNeutral("munu", 0.6, Particle.MUON, massGeV);
  }

  private static Simulation chain(Apparatus apparatus, DecayModel model, Role role) {
    return Simulation.of(
        apparatus, TestApparatus.reconstruction(), TestApparatus.selection(), model, role, SEED);
  }

  /// What is known of one event in the end.
  ///
  /// @param columns all measured columns
  private record Seen(Map<String, Float> columns, int passed, float weight) {
    float of(String column) {
      return Objects.requireNonNull(columns.get(column), column);
    }
  }

  /// The events that reach the detectors, by their numbers.
  private static Map<Long, Seen> events(Simulation chain, Batch batch, int blocks) {
    Map<Long, Seen> events = new TreeMap<>();
    Map<String, float[]> columns = Columns.of(batch.seen());
    for (int block = 0; block < blocks; block++) {
      chain.run(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      Measured seen = batch.seen();
      for (int i = 0; i < seen.n; i++) {
        int row = i;
        Map<String, Float> event = new HashMap<>();
        columns.forEach((name, column) -> event.put(name, column[row]));
        events.put(
            seen.number(i), new Seen(event, seen.passed[i], batch.truth().weight[NOMINAL][i]));
      }
    }
    return events;
  }

  private static Map<Long, Seen> events(Simulation chain) {
    return events(chain, chain.batch(), 1);
  }

  private static void missingMassIsTrue(Apparatus apparatus, double massGeV, double toleranceGeV2) {
    Apparatus exact =
        TestApparatus.with(
            TestApparatus.with(apparatus, TestApparatus.exactMuon()), TestApparatus.exactKaon());
    Simulation chain =
        Simulation.of(
            exact,
            TestApparatus.reconstruction(exact.field()),
            TestApparatus.selection(),
            munu(massGeV),
            Role.SIMULATION,
            SEED);
    Map<Long, Seen> events = events(chain);
    assertThat(events).hasSizeGreaterThan(100);
    events.forEach((number, event) -> {
      assertThat((double) event.of("missingMassSquared"))
          .as("event %s", number)
          .isCloseTo(massGeV * massGeV, within(toleranceGeV2));
      assertThat(event.of("distance")).isLessThan(5e-5f);
    });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.3, 0.38})
  void resolutionZeroGivesTheTrueMass(double massGeV) {
    missingMassIsTrue(TestApparatus.with(WHOLE, TestApparatus.noField()), massGeV, 2e-6);
  }

  /// The directions are corrected for the field at the first guess of the vertex, which the field
  /// itself has moved: some hundredths of the resolution.
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.3, 0.38})
  void resolutionZeroGivesTheTrueMassInTheStrayField(double massGeV) {
    missingMassIsTrue(WHOLE, massGeV, 5e-5);
  }

  @Test
  void theWidthOfTheMissingMassIsThatOfTheResolution() {
    Sample m2 = new Sample();
    events(chain(WHOLE, MUNU, Role.SIMULATION))
        .forEach((number, event) -> {
          float value = event.of("missingMassSquared");
          if (Math.abs(value) < 0.01) m2.add(value);
        });
    assertThat(m2.size()).isGreaterThan(500);
    assertThat(m2.rms()).isCloseTo(1.6e-3, within(0.4e-3));
    assertThat(m2.mean()).isCloseTo(0, within(3e-4));
  }

  /// The same stages with the numbers of nature, weighted, and drawn when all is over: the events
  /// that stay are those that were drawn early, with the same bits in every column.
  @Test
  void drawnEarlyOrLateTheSameEventsAreSelected() {
    for (DecayModel model : List.of(MUNU, PIPI0)) {
      Simulation early = chain(WHOLE, model, Role.NATURE);
      Simulation late = chain(WHOLE, model, Role.SIMULATION);
      Draws draw = new Draws(Role.NATURE, model.name(), SEED);
      Batch batch =
          new Batch(
              new Truth(model, Variant.count(model.photons())),
              new PileUp(),
              new Measured(),
              new Fate(),
              draw);
      Map<Long, Seen> all = events(late, batch, 3);
      Map<Long, Seen> kept = new TreeMap<>();
      Rows address = new Rows(1);
      float[] u = Rows.floats(1);
      draw.stage("draw");
      all.forEach((number, event) -> {
        address.number(number, 1);
        draw.uniforms("goes on", address, u);
        if (event.weight > u[0]) kept.put(number, event);
      });
      Map<Long, Seen> drawn = events(early, early.batch(), 3);
      assertThat(drawn).as(model.name()).isNotEmpty().isEqualTo(kept);
      assertThat(all).hasSizeGreaterThan(kept.size());
    }
  }

  /// Selected events of nature against the sum of weights of an independent sample.
  @Test
  void drawsAgreeWithWeights() {
    int events = 1 << 17;
    Simulation nature = chain(WHOLE, MUNU, Role.NATURE);
    Simulation simulation = chain(WHOLE, MUNU, Role.SIMULATION);
    Result drawn = nature.chunk(nature.batch(), 0, events, Rows.BLOCK, 1);
    Result weighted = simulation.chunk(simulation.batch(), 0, events, Rows.BLOCK, 1);
    double sum = 0;
    double squares = 0;
    Spectrum spectrum = weighted.spectrum();
    for (int k = 0; k < spectrum.bins(); k++) {
      sum += spectrum.sum(NOMINAL, k);
      squares += spectrum.sumOfSquares(NOMINAL, k);
    }
    double error = Math.sqrt(drawn.selected() + squares);
    assertThat(sum).isGreaterThan(events / 10.0);
    assertThat(drawn.selected()).isLessThan(weighted.selected());
    assertThat((double) drawn.selected()).isCloseTo(sum, within(Sample.SIGMAS * error));
  }

  /// Two photons of which both must be missed: some hundred events of nature in a million.
  @Test
  void drawnVetoesAgreeWithWeights() {
    PhotonVeto poor =
        new PhotonVeto(
            WHOLE.photonVeto().counters().stream()
                .map(c ->
                    new Counter(c.signal(), c.plane(), new LogCurve(e -> 0.2), 0, false, false))
                .toList(),
            List.of());
    Apparatus apparatus = TestApparatus.with(WHOLE, poor);
    int events = 1 << 17;
    Simulation nature = chain(apparatus, PIPI0, Role.NATURE);
    Simulation simulation = chain(apparatus, PIPI0, Role.SIMULATION);
    long drawn = nature.chunk(nature.batch(), 0, events, Rows.BLOCK, 1).measured();
    Result weighted = simulation.chunk(simulation.batch(), 0, events, Rows.BLOCK, 1);
    double sum = weighted.measuredWeight(NOMINAL);
    assertThat(sum).isGreaterThan(1000);
    assertThat((double) weighted.measured()).isGreaterThan(3 * sum);
    assertThat((double) drawn).isCloseTo(sum, within(Sample.SIGMAS * Math.sqrt(1.2 * sum)));
  }

  @Test
  void efficienciesHaveTheirLimits() {
    Efficiency all = new Efficiency(List.of());
    Efficiency none =
        new Efficiency(List.of(new Efficiency.Factor("none", Shares.all(Signal.TRACK), p -> 0)));
    Map<Long, Seen> full = events(chain(TestApparatus.with(WHOLE, all), MUNU, Role.NATURE));
    Map<Long, Seen> weighted = events(chain(TestApparatus.with(WHOLE, all), MUNU, Role.SIMULATION));
    assertThat(weighted.values()).allSatisfy(e -> assertThat(e.weight).isEqualTo(1f));
    assertThat((double) full.size())
        .as("nothing is lost in nature")
        .isCloseTo(weighted.size(), within(Sample.SIGMAS * Math.sqrt(2.0 * weighted.size())));
    assertThat(events(chain(TestApparatus.with(WHOLE, none), MUNU, Role.NATURE))).isEmpty();
  }

  /// Counters that see nothing leave the weight alone; counters that see everything leave only
  /// events whose photons fly past all of them. Without conversions, of which a leg may escape.
  @Test
  void photonInefficienciesHaveTheirLimits() {
    Map<Long, Seen> blind = pionEvents(1);
    Map<Long, Seen> sharp = pionEvents(0);
    PhotonVeto counters = new PhotonVeto(WHOLE.photonVeto().counters(), List.of());
    Map<Long, Seen> real =
        events(chain(TestApparatus.with(WHOLE, counters), PIPI0, Role.SIMULATION));
    Map<Long, Seen> without =
        events(
            chain(
                TestApparatus.with(WHOLE, new PhotonVeto(List.of(), List.of())),
                PIPI0,
                Role.SIMULATION));
    assertThat(blind).isEqualTo(without);
    assertThat(sharp.keySet()).isEqualTo(blind.keySet());
    int unseen = 0;
    for (Long number : blind.keySet()) {
      float most = weight(blind, number);
      float least = weight(sharp, number);
      assertThat(least).isIn(0f, most);
      assertThat(weight(real, number)).isBetween(least, most);
      unseen += least > 0 ? 1 : 0;
    }
    assertThat(unseen).isLessThan(blind.size() / 20);
  }

  private static float weight(Map<Long, Seen> events, Long number) {
    return Objects.requireNonNull(events.get(number)).weight;
  }

  private static Map<Long, Seen> pionEvents(double inefficiency) {
    LogCurve always = new LogCurve(energy -> inefficiency);
    PhotonVeto veto =
        new PhotonVeto(
            WHOLE.photonVeto().counters().stream()
                .map(
                    c -> new Counter(c.signal(), c.plane(), always, c.relativeSigma(), true, false))
                .toList(),
            List.of());
    return events(chain(TestApparatus.with(WHOLE, veto), PIPI0, Role.SIMULATION));
  }

  /// A detector that is switched off takes its own numbers with it and nobody else's.
  @Test
  void aDetectorSwitchedOffLeavesEveryOtherNumberUnchanged() {
    Map<Long, Seen> on = events(chain(WHOLE, PIPI0, Role.SIMULATION));
    Map<Long, Seen> noVeto =
        events(
            chain(
                TestApparatus.with(WHOLE, new PhotonVeto(List.of(), List.of())),
                PIPI0,
                Role.SIMULATION));
    assertSameBut(on, noVeto);
    assertThat(noVeto).isNotEqualTo(on);
    KaonResponse k = TestApparatus.kaon();
    KaonResponse off =
        new KaonResponse(
            0, k.relativeSigma(), k.slopeSigma(), k.timeSigmaNs(), 1, k.intensityMHz());
    Map<Long, Seen> noGtk = events(chain(TestApparatus.with(WHOLE, off), PIPI0, Role.SIMULATION));
    assertSameBut(
        on,
        noGtk,
        "kaon.x kaon.y kaon.z kaon.slopeX kaon.slopeY kaon.momentum kaonTime discriminant distance",
        "vertexX vertexY vertexZ kaonSlopeX kaonSlopeY muonSlopeX muonSlopeY missingMassSquared",
        "thetaStar beamTracks");
    Map<Long, Seen> noMuv =
        events(chain(TestApparatus.with(WHOLE, withoutMuv3Resolution()), PIPI0, Role.SIMULATION));
    assertSameBut(on, noMuv, "muv3Time");
    assertThat(noMuv.values())
        .allSatisfy(event -> assertThat(event.of("muv3Time")).isIn(0f, Measured.NONE));
  }

  private static MuonResponse withoutMuv3Resolution() {
    MuonResponse m = TestApparatus.muon();
    return new MuonResponse(
        m.resolution(), m.ktagSigmaNs(), 0, m.calorimeterGeV(), m.calorimeterSigmaGeV());
  }

  private static void assertSameBut(
      Map<Long, Seen> on, Map<Long, Seen> off, String... changedColumns) {
    List<String> changed =
        Arrays.stream(changedColumns)
            .flatMap(names -> Arrays.stream(names.split(" ", -1)))
            .toList();
    assertThat(off.keySet()).isEqualTo(on.keySet());
    on.forEach((number, event) -> {
      Map<String, Float> same = new HashMap<>(event.columns);
      Map<String, Float> other = new HashMap<>(Objects.requireNonNull(off.get(number)).columns);
      changed.forEach(same::remove);
      changed.forEach(other::remove);
      assertThat(other).as("event %s", number).isEqualTo(same);
    });
  }

  /// A smaller hole keeps every event that a larger one keeps, and some more.
  @Test
  void acceptanceGrowsWithEveryAperture() {
    Map<Long, Seen> last = Map.of();
    for (double holeM : new double[] {0.10, 0.08, 0.064, 0.05}) {
      Map<Long, Seen> next =
          events(
              chain(
                  TestApparatus.with(WHOLE, TestApparatus.spectrometer(holeM)), MUNU, Role.NATURE));
      assertThat(next.keySet()).containsAll(last.keySet());
      assertThat(next).hasSizeGreaterThan(last.size());
      last = next;
    }
  }

  /// So does a narrower tank or a smaller plane.
  @Test
  void acceptanceGrowsWithEveryEdge() {
    Map<Long, Seen> last = Map.of();
    for (float factor : new float[] {0.3f, 0.5f, 0.7f, 1}) {
      Spectrometer s = WHOLE.spectrometer();
      Spectrometer narrow =
          new Spectrometer(
              narrow(s.aperturesBefore(), factor),
              s.planesBefore(),
              s.magnetZM(),
              s.kickGeV(),
              narrow(s.aperturesAfter(), factor),
              narrow(s.planesAfter(), factor));
      Map<Long, Seen> next = events(chain(TestApparatus.with(WHOLE, narrow), MUNU, Role.NATURE));
      assertThat(next.keySet()).containsAll(last.keySet());
      assertThat(next).hasSizeGreaterThan(last.size());
      last = next;
    }
  }

  private static List<Plane> narrow(List<Plane> planes, float factor) {
    return planes.stream()
        .<Plane>map(plane ->
            switch (plane) {
              case Disc d -> new Disc(d.name(), d.z(), factor * d.radius());
              case Square q -> new Square(q.name(), q.z(), q.hole(), factor * q.half());
              case Octagon o -> new Octagon(o.name(), o.z(), o.hole(), factor * o.apothem());
              default -> plane;
            })
        .toList();
  }
}
