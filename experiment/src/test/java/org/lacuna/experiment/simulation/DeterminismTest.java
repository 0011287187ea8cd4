package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionZeroMode;

/// An event is a function of its number, its process, its role and the seed, and of nothing else.
class DeterminismTest {
  private static final long SEED = 20210610;
  private static final int EVENTS = 3000;
  private static final double LISTED_ABOVE = -0.005;
  private static final DecayModel MUNU = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);

  private static final Apparatus WHOLE = TestApparatus.whole();

  private static Simulation chain(DecayModel model, Role role, long seed) {
    return Simulation.of(
        WHOLE, TestApparatus.reconstruction(), TestApparatus.selection(), model, role, seed);
  }

  /// Everything that a result says, to the last bit.
  private static List<Object> told(Result result) {
    List<Object> told = new ArrayList<>();
    told.add(result.thrown());
    told.add(result.selected());
    for (int c = 0; c < 12; c++) {
      told.addAll(List.of(result.passed(c), result.failedOnly(c)));
      for (int v = 0; v < result.variants(); v++) {
        told.addAll(List.of(result.passedWeight(v, c), result.failedOnlyWeight(v, c)));
      }
    }
    for (Spectrum spectrum : List.of(result.spectrum(), result.peak())) {
      for (int k = 0; k < spectrum.bins(); k++) {
        told.add(spectrum.count(k));
        for (int v = 0; v < result.variants(); v++) {
          told.addAll(List.of(spectrum.sum(v, k), spectrum.sumOfSquares(v, k)));
        }
      }
    }
    for (float m2 : result.listed()) told.add(m2);
    for (int v = 0; v < result.variants(); v++) {
      for (float weight : result.listedWeight(v)) told.add(weight);
    }
    return told;
  }

  private static List<Object> told(Simulation chain, int rows) {
    Result result = chain.chunk(chain.batch(), 0, EVENTS, rows, LISTED_ABOVE);
    assertThat(result.listed()).hasSizeGreaterThan(100);
    return told(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 512})
  void theNumberOfRowsInABlockDoesNotMatter(int rows) {
    for (Role role : new Role[] {Role.NATURE, Role.SIMULATION}) {
      Simulation munu = chain(MUNU, role, SEED);
      assertThat(told(munu, rows)).as("munu, %s", role).isEqualTo(told(munu, Rows.BLOCK));
    }
    Simulation pipi0 = chain(new PionPionZero(PionZeroMode.PHOTONS), Role.SIMULATION, SEED);
    assertThat(told(pipi0, rows)).as("pipi0").isEqualTo(told(pipi0, Rows.BLOCK));
  }

  @Test
  void aBlockHasAtLeastOneRow() {
    Simulation munu = chain(MUNU, Role.NATURE, SEED);
    for (int rows : new int[] {0, Rows.BLOCK + 1}) {
      assertThatThrownBy(() -> munu.chunk(munu.batch(), 0, EVENTS, rows, LISTED_ABOVE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(rows))
          .hasMessageContaining("2048");
    }
  }

  @Test
  void aUsedBatchIsAsGoodAsANewOne() {
    Simulation munu = chain(MUNU, Role.NATURE, SEED);
    Batch batch = munu.batch();
    munu.chunk(batch, 5, 6L * Simulation.CHUNK - Simulation.CHUNK + 1000, 512, LISTED_ABOVE);
    Result again = munu.chunk(batch, 0, EVENTS, Rows.BLOCK, LISTED_ABOVE);
    assertThat(told(again)).isEqualTo(told(munu, Rows.BLOCK));
  }

  /// Chunks are cut at multiples of 2²⁰ and the last one is as long as what is left.
  @Test
  void chunksMakeUpTheSample() {
    assertThat(Simulation.chunks(1)).isEqualTo(1);
    assertThat(Simulation.chunks(1 << 20)).isEqualTo(1);
    assertThat(Simulation.chunks((1 << 20) + 1)).isEqualTo(2);
    Simulation munu = chain(MUNU, Role.NATURE, SEED);
    Result last = munu.chunk(munu.batch(), 1, (1 << 20) + 5, Rows.BLOCK, LISTED_ABOVE);
    assertThat(last.thrown()).isEqualTo(5);
    assertThat(munu.chunk(munu.batch(), 2, (1 << 20) + 5, 1, 0).thrown()).isZero();
  }

  @Test
  void goesOnBeyondFourThousandMillionEvents() {
    Simulation munu = chain(MUNU, Role.NATURE, SEED);
    long first = 1L << 32;
    Map<String, float[]> far = columns(munu, first);
    assertThat(far.get("truth.kaon.x")).isNotEqualTo(columns(munu, 0).get("truth.kaon.x"));
  }

  /// Copies of the live rows of all columns after the chain.
  private static Map<String, float[]> columns(Simulation chain, long first) {
    Batch batch = chain.batch();
    chain.run(batch, first, 300);
    int n = batch.seen().n;
    Map<String, float[]> copies = new LinkedHashMap<>();
    for (String side : List.of("truth.", "seen.")) {
      Object table = side.equals("truth.") ? batch.truth() : batch.seen();
      Columns.of(table)
          .forEach((name, column) -> copies.put(side + name, Arrays.copyOf(column, n)));
    }
    assertThat(n).isGreaterThan(50);
    return copies;
  }

  private static float[] column(Map<String, float[]> columns, String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  /// No kaon of one sample is a kaon of the other: a spot of two numbers is a fingerprint.
  @Test
  void samplesShareNoNumbers() {
    List<Simulation> samples =
        List.of(
            chain(MUNU, Role.NATURE, SEED),
            chain(MUNU, Role.SIMULATION, SEED),
            chain(MUNU, Role.SIMULATION, SEED + 1),
            chain(new LeptonNeutral("hnl", 1, Particle.MUON, 0), Role.SIMULATION, SEED));
    Set<List<Float>> spots = new HashSet<>();
    int kaons = 0;
    for (Simulation sample : samples) {
      for (long first : new long[] {0, 1L << 32}) {
        Map<String, float[]> columns = columns(sample, first);
        float[] x = column(columns, "truth.kaon.x");
        float[] y = column(columns, "truth.kaon.y");
        for (int i = 0; i < x.length; i++) spots.add(List.of(x[i], y[i]));
        kaons += x.length;
      }
    }
    assertThat(spots).hasSize(kaons);
  }

  @Test
  void allMassesOfAModelShareTheirNumbers() {
    Simulation light = chain(new LeptonNeutral("hnl", 1, Particle.MUON, 0.20), Role.NATURE, SEED);
    Simulation heavy =
        Simulation.sameChain(
            light,
            WHOLE,
            TestApparatus.reconstruction(),
            new LeptonNeutral("hnl", 1, Particle.MUON, 0.21));
    Map<Float, Float> ofLight = kaons(light);
    Map<Float, Float> ofHeavy = kaons(heavy);
    Set<Float> common = new HashSet<>(ofLight.keySet());
    common.retainAll(ofHeavy.keySet());
    assertThat(common).hasSizeGreaterThan(ofLight.size() * 9 / 10);
    for (Float x : common) assertThat(ofHeavy.get(x)).isEqualTo(ofLight.get(x));
  }

  /// Decay point by horizontal position.
  private static Map<Float, Float> kaons(Simulation chain) {
    Map<String, float[]> columns = columns(chain, 0);
    float[] x = column(columns, "truth.kaon.x");
    float[] z = column(columns, "truth.decayZ");
    Map<Float, Float> kaons = new LinkedHashMap<>();
    for (int i = 0; i < x.length; i++) kaons.put(x[i], z[i]);
    return kaons;
  }

  @Test
  void theSameChainIsTheSame() {
    Simulation munu = chain(MUNU, Role.NATURE, SEED);
    Simulation again = Simulation.sameChain(munu, WHOLE, TestApparatus.reconstruction(), MUNU);
    assertThat(told(again, 512)).isEqualTo(told(munu, 512));
  }

  /// K⁺ → μ⁺ν with a model that draws something more.
  private record Curious() implements DecayModel {
    @Override
    public String name() {
      return MUNU.name();
    }

    @Override
    public double branchingFraction() {
      return MUNU.branchingFraction();
    }

    @Override
    public Particle charged() {
      return MUNU.charged();
    }

    @Override
    public void decay(Truth truth, Draws draw) {
      draw.normals("something more", truth, truth.scratch[0], truth.scratch[1]);
      MUNU.decay(truth, draw);
      draw.uniforms("and more", truth, truth.scratch[0]);
    }
  }

  @Test
  void aPurposeAddedShiftsNoOtherNumber() {
    assertSame(
        columns(chain(new Curious(), Role.NATURE, SEED), 0),
        columns(chain(MUNU, Role.NATURE, SEED), 0));
  }

  @Test
  void aStageAddedShiftsNoOtherNumber() {
    List<Step.Named> steps = new ArrayList<>();
    steps.add(new Step.Named("before", Step.rows((e, i) -> e.lavTime[i] = e.ktagTime[i])));
    steps.addAll(TestApparatus.reconstruction());
    Simulation longer =
        Simulation.of(WHOLE, steps, TestApparatus.selection(), MUNU, Role.NATURE, SEED);
    Map<String, float[]> columns = columns(longer, 0);
    columns.put("seen.lavTime", columns(chain(MUNU, Role.NATURE, SEED), 0).get("seen.lavTime"));
    assertSame(columns, columns(chain(MUNU, Role.NATURE, SEED), 0));
  }

  private static void assertSame(Map<String, float[]> columns, Map<String, float[]> expected) {
    assertThat(columns.keySet()).isEqualTo(expected.keySet());
    columns.forEach((name, column) -> assertThat(column).as(name).isEqualTo(expected.get(name)));
  }
}
