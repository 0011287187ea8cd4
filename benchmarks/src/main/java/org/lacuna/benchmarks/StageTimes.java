package org.lacuna.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.experiment.simulation.Stage;

/// CPU time of the chain of K⁺ → μ⁺ν per decay thrown, and of each of its stages inside the running
/// chain.
///
/// Prints the median over repetitions, for a comparison with the peers beside this module in the
/// same run: `benchmarks/peers/run`.
public final class StageTimes {
  private static final int REPETITIONS = 11;
  private static final int EVENTS = 1 << 21;
  private static final int BLOCKS = 600;

  private StageTimes() {}

  public static void main(String[] arguments) {
    String process = arguments.length > 0 ? arguments[0] : "munu";
    ChainBenchmark.Chain chain = ChainBenchmark.Chain.of(process, Role.NATURE);
    double[] whole = new double[REPETITIONS];
    long first = 0;
    for (int k = -3; k < REPETITIONS; k++) {
      long start = cpu();
      chain.simulation().events(chain.batch(), first, first + EVENTS, Rows.BLOCK, 0.03);
      if (k >= 0) whole[k] = (double) (cpu() - start) / EVENTS;
      first += EVENTS;
    }
    Arrays.sort(whole);
    System.out.printf(
        Locale.ROOT,
        "lacuna %s: %.1f ns of CPU per decay (median; %.1f to %.1f)%n",
        process,
        whole[REPETITIONS / 2],
        whole[0],
        whole[REPETITIONS - 1]);
    stages(chain.simulation(), chain.batch());
  }

  /// The clock is read around each stage of each block; the lower quartile leaves out
  /// interruptions.
  private static void stages(Simulation simulation, Batch batch) {
    List<Stage> stages = simulation.stages();
    double[][] times = new double[stages.size()][BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      Simulation.start(batch, (long) block * Rows.BLOCK, Rows.BLOCK);
      for (int s = 0; s < stages.size() && !batch.isEmpty(); s++) {
        batch.draw().stage(stages.get(s).name());
        long start = System.nanoTime();
        stages.get(s).work().accept(batch);
        times[s][block] = (double) (System.nanoTime() - start) / Rows.BLOCK;
      }
    }
    for (int s = 0; s < stages.size(); s++) {
      Arrays.sort(times[s]);
      System.out.printf(
          Locale.ROOT, "  %-24s %6.2f ns%n", stages.get(s).name(), times[s][BLOCKS / 4]);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
