package org.lacuna.application.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.analysis.SingleMuonSearch;
import org.lacuna.analysis.SingleMuonSearch.Findings;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.search.PeakSearch;
import org.lacuna.analysis.search.ThresholdSearch;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.statistics.counting.Toys;
import org.lacuna.statistics.function.PoissonDraw;

/// A whole analysis: nature and simulated samples, signals at all masses, and what follows from
/// them.
///
/// The numbers depend on the card, the exposure and the seed; neither on the number of threads nor
/// on the rows per block.
public final class Run {
  private final RunCard card;
  private final Settings settings;
  private final Workers workers;

  /// What may differ from the card.
  ///
  /// @param exposure K⁺ decays in the fiducial volume
  /// @param seed key of all random numbers
  /// @param threads at least 1
  /// @param rows per block, 1 to [Rows#BLOCK]
  public record Settings(double exposure, long seed, int threads, int rows) {
    public Settings {
      if (threads < 1) {
        throw new IllegalArgumentException("threads = " + threads + ": must be at least 1");
      }
      if (rows < 1 || rows > Rows.BLOCK) {
        throw new IllegalArgumentException("rows = " + rows + ": must be from 1 to " + Rows.BLOCK);
      }
    }
  }

  /// What a run comes to.
  ///
  /// @param cpuSeconds of each worker
  /// @param events thrown, by sample
  public record Outcome(Findings findings, List<Double> cpuSeconds, Map<String, Long> events) {}

  public Run(RunCard card, Settings settings, Progress progress) {
    this.card = card;
    this.settings = settings;
    workers = new Workers(settings.threads(), progress);
  }

  /// Does it all.
  public Outcome execute() {
    List<SampleSum> nature = nature();
    List<SampleSum> simulated = simulated();
    Signals signals = new Signals(card, settings);
    List<Work> all = new ArrayList<>();
    nature.forEach(sample -> all.addAll(sample.work()));
    simulated.forEach(sample -> all.addAll(sample.work()));
    all.addAll(signals.work());
    workers.run("decays", all);
    List<Sample> natural = nature.stream().map(SampleSum::sample).toList();
    List<Sample> believed = simulated.stream().map(SampleSum::sample).toList();
    Findings findings =
        search(signals.thresholdSearch())
            .of(
                natural,
                believed,
                card.normalisation().processes(),
                signals.hnl(),
                signals.lifetimes());
    return new Outcome(findings, workers.cpuSeconds(), events(natural, believed));
  }

  private SingleMuonSearch search(Optional<ThresholdSearch> thresholds) {
    return new SingleMuonSearch(
        settings.exposure(),
        card.normalisation().branchingFraction(),
        card.normalisation().region(),
        new PeakSearch(
            card.windows(),
            card.background(),
            card.limit().method(),
            card.limit().prior(),
            card.fullExposure(),
            card.pseudoExperiments()
                .map(number -> new Toys(number, settings.seed(), settings.threads()))),
        thresholds);
  }

  private List<SampleSum> nature() {
    List<SampleSum> samples = new ArrayList<>();
    for (DecayModel process : card.nature().processes()) {
      Simulation simulation = simulation(card, card.nature(), process, Role.NATURE, settings);
      long events = decays(process, settings.exposure(), settings.seed());
      samples.add(sum(simulation, events));
    }
    return samples;
  }

  private List<SampleSum> simulated() {
    List<SampleSum> samples = new ArrayList<>();
    for (DecayModel process : card.simulation().processes()) {
      Simulation simulation =
          simulation(card, card.simulation(), process, Role.SIMULATION, settings);
      samples.add(sum(simulation, card.samples().background()));
    }
    return samples;
  }

  private SampleSum sum(Simulation simulation, long events) {
    return new SampleSum(simulation, events, settings.rows(), RunCard.LISTED_ABOVE_GEV2);
  }

  /// The chain of a process on one side of the comparison.
  static Simulation simulation(
      RunCard card, RunCard.Setting setting, DecayModel process, Role role, Settings settings) {
    return Simulation.of(
        setting.apparatus(),
        card.reconstruction(),
        card.selection(),
        process,
        role,
        setting.losses(),
        settings.seed());
  }

  /// How many decays of a process nature has: one Poisson number per process.
  static long decays(DecayModel process, double exposure, long seed) {
    Draws draws = new Draws(Role.NATURE, process.name(), seed);
    draws.stage("exposure");
    Rows row = new Rows(1);
    row.number(0, 1);
    float[] u = Rows.floats(1);
    float[] v = Rows.floats(1);
    return PoissonDraw.of(
        exposure * process.branchingFraction(),
        round -> {
          row.copy[0] = round;
          draws.uniforms("number of decays", row, u, v);
          return new double[] {u[0], v[0]};
        });
  }

  private static Map<String, Long> events(List<Sample> nature, List<Sample> simulated) {
    Map<String, Long> events = new LinkedHashMap<>();
    nature.forEach(s -> events.put("nature/" + s.process(), s.result().thrown()));
    simulated.forEach(s -> events.put("simulation/" + s.process(), s.result().thrown()));
    return events;
  }
}
