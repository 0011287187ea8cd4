package org.lacuna.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.analysis.result.HnlSearch;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.result.Results;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.json.Json;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;

class RunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"2, 2048", "3, 7", "7, 512"})
  void givesTheSameBytesForAnyThreadsAndBlocks(int threads, int rows) {
    RunCard card = SmallRun.card(folder, "");
    String one = Json.pretty(SmallRun.results(card, 1, Rows.BLOCK));
    assertThat(Json.pretty(SmallRun.results(card, threads, rows))).isEqualTo(one);
  }

  /// In the interpreter and with narrow SIMD, as on another machine.
  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"-Xint, 2048", "-XX:MaxVectorSize=16, 2048", "-XX:TieredStopAtLevel=1, 1"})
  void givesTheSameBytesInAnyVirtualMachine(String flag, int rows)
      throws IOException, InterruptedException {
    String here = Json.pretty(SmallRun.results(SmallRun.card(folder, ""), 2, Rows.BLOCK));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-cp",
                System.getProperty(
                    "surefire.real.class.path", System.getProperty("java.class.path")),
                SmallRun.class.getName(),
                folder.toString(),
                Integer.toString(rows))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String there = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(there).isEqualTo(here + "\n");
  }

  /// A boson of 340 MeV that one kaon in 300 makes: what is found above the threshold of its
  /// hypothesis is what went in. Its 200 events leave 8 % of error, the assumed tail 5 events.
  @Test
  void anInjectedBosonIsFoundAboveItsThreshold() {
    double coupling =
        Math.sqrt(
            1 / 300.0 / new MuonNeutrinoBoson(BosonModel.SCALAR, 0.34, 1).branchingFraction());
    RunCard card =
        SmallRun.card(
            folder,
            """
            nature: {processes: {munux: {type: munux, after: pipipi, model: scalar, mass: 340 MeV, coupling: %s}}}
            """
                .formatted(coupling));
    Results results = SmallRun.results(card);
    Munux.Mass found = results.munux().scalar().getLast();
    double excess = found.observed().getAsLong() - found.expected();
    double decays = results.normalisation().kaonDecays().value();
    assertThat(excess / (decays * found.acceptance().value())).isCloseTo(1 / 300.0, within(0.001));
    assertThat(found.branchingLimit().observed()).isGreaterThan(1 / 300.0);
    assertThat(found.branchingLimit().expected().p2()).isLessThan(1 / 300.0);
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    RunCard card = SmallRun.card(folder, "");
    RunCard other = SmallRun.card(folder, "seed: 7\n");
    assertThat(SmallRun.results(other).normalisation().selected())
        .isNotEqualTo(SmallRun.results(card).normalisation().selected());
  }

  /// The first events of the two roles: no kaon of one is a kaon of the other.
  @Test
  void natureAndSimulationShareNoEvents() {
    RunCard card = SmallRun.card(folder, "");
    Set<Float> nature = momenta(card, Role.NATURE);
    Set<Float> simulation = momenta(card, Role.SIMULATION);
    nature.retainAll(simulation);
    // Single precision has some 2¹⁸ numbers in the momentum range: chance gives a few.
    assertThat(nature.size()).isLessThan(60);
  }

  private static Set<Float> momenta(RunCard card, Role role) {
    Simulation simulation =
        Simulation.of(
            card.nature().apparatus(),
            card.reconstruction(),
            card.selection(),
            card.nature().processes().getFirst(),
            role,
            card.seed());
    Batch batch = simulation.batch();
    Simulation.start(batch, 0, Rows.BLOCK);
    batch.draw().stage(simulation.stages().getFirst().name());
    simulation.stages().getFirst().work().accept(batch);
    Set<Float> momenta = new HashSet<>();
    for (int i = 0; i < Rows.BLOCK; i++) momenta.add(batch.truth().kaon.momentum[i]);
    return momenta;
  }

  /// N_K is the exposure, within four of its own errors: the branching fraction is exact here, so
  /// its share of the error is a reserve.
  @Test
  void findsTheExposureAgain() {
    Normalisation normalisation = SmallRun.results(SmallRun.card(folder, "")).normalisation();
    assertThat(normalisation.kaonDecays().value())
        .isCloseTo(3e5, within(4 * statisticalError(normalisation)));
  }

  /// A nature with 5 % more K⁺ → μ⁺ν than the analyst believes gives 5 % more N_K.
  @Test
  void findsAChangedBranchingFractionAgain() {
    String more =
        """
        nature:
          like: simulation
          processes:
          - {type: munu, branching-fraction: 0.6581306}
          - {type: munugamma, form-factors: kloe, infrared: fixed-order, photons: natural}
        """;
    Normalisation believed = SmallRun.results(SmallRun.card(folder, "")).normalisation();
    Normalisation changed = SmallRun.results(SmallRun.card(folder, more)).normalisation();
    double ratio = changed.kaonDecays().value() / believed.kaonDecays().value();
    double munu = 0.626791 / 0.6356;
    double error = Math.sqrt(2.0 / believed.selected());
    assertThat(ratio).isCloseTo(1 + 0.05 * munu, within(4 * error));
  }

  private static double statisticalError(Normalisation n) {
    double acceptance = n.acceptance().sigma() / n.acceptance().value();
    return n.kaonDecays().value() * Math.sqrt(1.0 / n.selected() + acceptance * acceptance);
  }

  /// N of 250 MeV with some 37 GeV needs 2 ns of its own for the way to MUV3.
  @Test
  void shortLivedParticlesAreSeenAndLost() {
    RunCard card = SmallRun.card(folder, "lifetimes: [1000 s, 50 ns, 1 ns]\n");
    List<HnlSearch.Lifetime> lifetimes = SmallRun.results(card).hnl().lifetimes();
    assertThat(lifetimes)
        .extracting(HnlSearch.Lifetime::lifetimeNs)
        .containsExactly(1e12, 50.0, 1.0);
    for (int mass = 0; mass < 3; mass++) {
      assertThat(lifetimes.get(0).acceptanceRatio().get(mass).ratio()).isCloseTo(1, within(1e-9));
      assertThat(lifetimes.get(1).acceptanceRatio().get(mass).ratio()).isBetween(0.95, 0.98);
      assertThat(lifetimes.get(2).acceptanceRatio().get(mass).ratio()).isBetween(0.1, 0.25);
    }
  }

  /// N of 1 ns: what the lifetimes of stable N say, to the statistics of the two samples.
  @Test
  void aSignalWithALifetimeLosesAcceptance() {
    double stable = acceptance("lifetimes: [1 ns]\n");
    double living = acceptance("signal: {lifetime: 1 ns}\n");
    double ratio =
        SmallRun.results(SmallRun.card(folder, "lifetimes: [1 ns]\n"))
            .hnl()
            .lifetimes()
            .getFirst()
            .acceptanceRatio()
            .getFirst()
            .ratio();
    assertThat(living / stable).isCloseTo(ratio, within(0.1 * ratio));
  }

  private double acceptance(String more) {
    Results results = SmallRun.results(SmallRun.card(folder, more));
    return results.hnl().hypotheses().getFirst().acceptance().value();
  }

  /// A boson has a neutrino beside it, so that its momentum is not known from the muon.
  @Test
  void onlyASingleParticleHasALifetime() {
    RunCard card = SmallRun.card(folder, "signal: {type: munux, model: scalar}\n");
    assertThat(SmallRun.results(card).hnl().lifetimes()).isEmpty();
  }

  @Test
  void hasALimitAtEveryMass() {
    Results results = SmallRun.results(SmallRun.card(folder, ""));
    assertThat(results.hnl().hypotheses()).hasSize(3);
    for (Hypothesis h : results.hnl().hypotheses()) {
      assertThat(h.expectedFullExposure().mixingLimit().median()).isPositive().isLessThan(1e-6);
      assertThat(h.eventsLimit().observed()).isGreaterThanOrEqualTo(2.302);
      assertThat(h.sigmaMeV().value()).isBetween(1.7, 2.1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void refusesNoThreads(int threads) {
    assertThatThrownBy(() -> new Run.Settings(1e6, 1, threads, Rows.BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads = " + threads);
  }
}
