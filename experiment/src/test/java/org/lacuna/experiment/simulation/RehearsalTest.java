package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
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

/// Assembly refuses what would be wrong without being seen. Each mistake is planted where a
/// newcomer could make it: in a decay model or in a step of reconstruction.
class RehearsalTest {
  private static final LeptonNeutral MUNU = new LeptonNeutral("munu", 0.6, Particle.MUON, 0);
  private static final Apparatus WHOLE = TestApparatus.whole();

  private final float[] column = Rows.floats(Rows.BLOCK);

  /// Something that a decay model does besides K⁺ → μ⁺ν.
  private interface Extra {
    void to(Truth truth, Draws draw);
  }

  private record With(Extra extra) implements DecayModel {
    @Override
    public String name() {
      return "munu";
    }

    @Override
    public double branchingFraction() {
      return 0.6;
    }

    @Override
    public Particle charged() {
      return Particle.MUON;
    }

    @Override
    public void decay(Truth truth, Draws draw) {
      MUNU.decay(truth, draw);
      extra.to(truth, draw);
    }
  }

  private static Simulation assemble(DecayModel model, Step.Named... more) {
    List<Step.Named> steps = new ArrayList<>(TestApparatus.reconstruction());
    steps.addAll(List.of(more));
    return Simulation.of(WHOLE, steps, TestApparatus.selection(), model, Role.SIMULATION, 1);
  }

  private static AbstractThrowableAssert<?, ?> refused(DecayModel model, Step.Named... more) {
    return assertThatThrownBy(() -> assemble(model, more))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Step.Named step(Step.Row formula) {
    return new Step.Named("planted", Step.rows(formula));
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(assemble(MUNU).stages().stream().map(Stage::name))
        .startsWith("beam", "decay", "to laboratory")
        .endsWith("match kaon", "match muv3", "vertex", "missing mass", "selection");
    assemble(new With((truth, draw) -> draw.uniforms("one purpose", truth, column)));
    assemble(MUNU, step((e, i) -> e.chantiTime[i] = 1f));
    assemble(new PionPionZero(PionZeroMode.PHOTONS));
  }

  @Test
  void refusesTwoStagesOfOneName() {
    refused(MUNU, new Step.Named("beam", event -> {}))
        .hasMessageContaining("'beam'")
        .hasMessageContaining("rename");
    refused(MUNU, new Step.Named("vertex", event -> {})).hasMessageContaining("'vertex'");
  }

  @Test
  void refusesAPurposeDrawnTwice() {
    DecayModel twice =
        new With((truth, draw) -> {
          draw.uniforms("energy", truth, column);
          draw.uniforms("energy", truth, column);
        });
    refused(twice).hasMessageContaining("decay / energy").hasMessageContaining("twice");
  }

  /// Slots have 28 bits, so among 2¹⁵ purposes two share one.
  @Test
  void refusesTwoPurposesWithOneSlot() {
    Map<Integer, String> names = new HashMap<>();
    List<String> pair = new ArrayList<>();
    for (int k = 0; pair.isEmpty(); k++) {
      String name = "purpose " + k;
      String other = names.putIfAbsent(Words.slot("decay", name), name);
      if (other != null) pair.addAll(List.of(other, name));
    }
    DecayModel colliding =
        new With((truth, draw) -> {
          draw.uniforms(pair.getFirst(), truth, column);
          draw.normals(pair.getLast(), truth, column);
        });
    refused(colliding)
        .hasMessageContaining(pair.getFirst())
        .hasMessageContaining(pair.getLast())
        .hasMessageContaining("rename");
  }

  @Test
  void refusesAColumnThatIsUndefinedInSomeEvents() {
    refused(MUNU, step((e, i) -> e.missingMassSquared[i] = (float) Math.sqrt(e.vertexX[i])))
        .hasMessageContaining("missingMassSquared")
        .hasMessageContaining("undefined");
  }

  @Test
  void refusesAStepThatLooksAtTheEventBefore() {
    refused(MUNU, step((e, i) -> e.chantiTime[i] = e.vertexX[Math.max(0, i - 1)]))
        .hasMessageContaining("chantiTime")
        .hasMessageContaining("neighbours");
  }

  @Test
  void refusesAModelThatLooksAtAllEvents() {
    refused(new With((truth, draw) -> truth.charged.z[0] *= truth.n > 1 ? 0.99f : 1f))
        .hasMessageContaining("of event")
        .hasMessageContaining("neighbours");
    refused(new With((truth, draw) -> truth.weight[0][0] *= truth.n > 1 ? 0.99f : 1f))
        .hasMessageContaining("weight 0");
  }

  /// A model that loses some events when they come together.
  @Test
  void refusesAChainThatKeepsOtherEventsTogether() {
    DecayModel losing =
        new With((truth, draw) -> {
          for (int i = 0; i < truth.n; i++) {
            truth.margin[i] = i % 2 == 0 ? 1 : -1;
          }
        });
    refused(losing).hasMessageContaining("whether it is kept");
  }

  /// Here of the step before, which has found the vertex.
  @Test
  void refusesLeftoversOfWorkSpace() {
    refused(MUNU, step((e, i) -> e.vertexX[i] = e.scratch[5][i]))
        .hasMessageContaining("vertexX")
        .hasMessageContaining("left behind");
  }

  /// A column that is filled only later still holds what the block before has left.
  @Test
  void refusesAStepThatComesTooEarly() {
    refused(
            MUNU,
            new Step.Named("early", Step.rows((e, i) -> e.vertexX[i] = e.lavTime[i] > 0 ? 1f : 2f)),
            new Step.Named("late", Step.rows((e, i) -> e.lavTime[i] = 1f)))
        .hasMessageContaining("vertexX")
        .hasMessageContaining("left behind");
  }

  @Test
  void refusesLeftoversOfCandidates() {
    refused(MUNU, step((e, i) -> e.vertexX[i] = e.gtk.time[e.gtk.n + 3]))
        .hasMessageContaining("vertexX")
        .hasMessageContaining("left behind");
  }

  /// A daughter that the model forgets to fill.
  @Test
  void refusesLeftoversOfDaughters() {
    DecayModel forgetful =
        new With((truth, draw) -> {
          for (int i = 0; i < truth.n; i++) truth.charged.z[i] = truth.chargedRay.z[i] + 0.2f;
        });
    refused(forgetful).hasMessageContaining("left behind");
  }

  @Test
  void refusesAnApparatusThatSeesNothing() {
    assertThatThrownBy(() ->
            Simulation.of(
                TestApparatus.with(WHOLE, TestApparatus.spectrometer(0.99)),
                TestApparatus.reconstruction(),
                TestApparatus.selection(),
                MUNU,
                Role.SIMULATION,
                1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none reaches");
  }

  /// Columns that nothing fills: their cuts are in the list but not applied.
  @Test
  void doesNotApplyCutsOnColumnsThatNothingFills() {
    Simulation chain = assemble(MUNU);
    List<String> labels = chain.selection().labels();
    assertThat(
            IntStream.range(0, labels.size())
                .filter(c -> !chain.selection().applies(c))
                .mapToObj(labels::get))
        .containsExactly("trigger", "no CHANTI within 4 ns");
    Simulation filled = assemble(MUNU, step((e, i) -> e.chantiTime[i] = 100f));
    assertThat(filled.selection().applies(labels.indexOf("no CHANTI within 4 ns"))).isTrue();
  }

  @Test
  void otherMassesOfTheSameProcessNeedNoRehearsal() {
    Simulation chain = assemble(MUNU);
    assertThatThrownBy(() ->
            Simulation.sameChain(
                chain,
                WHOLE,
                TestApparatus.reconstruction(),
                new LeptonNeutral("hnl", 1, Particle.MUON, 0.2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("munu")
        .hasMessageContaining("hnl");
  }
}
