package org.lacuna.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The whole chain of the default card, per decay thrown, from the beam to the sums.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ChainBenchmark {
  private static final int EVENTS = 64 * Rows.BLOCK;

  @Param({"munu", "munugamma", "pi0munu"})
  private String process = "munu";

  @Param({"NATURE", "SIMULATION"})
  private String role = "NATURE";

  private Chain chain = Chain.of("munu", Role.NATURE);
  private long first;

  /// A sample with its columns.
  record Chain(Simulation simulation, Batch batch) {
    static Chain of(String process, Role role) {
      RunCard card =
          Cards.resolve("na62-2016-2018", Map.of()).read(RunCard.cards(Catalogue.with(List.of())));
      RunCard.Setting setting = role == Role.NATURE ? card.nature() : card.simulation();
      Simulation simulation =
          Simulation.of(
              setting.apparatus(),
              card.reconstruction(),
              card.selection(),
              setting.processes().stream()
                  .filter(model -> model.name().equals(process))
                  .findFirst()
                  .orElseThrow(),
              role,
              card.seed());
      return new Chain(simulation, simulation.batch());
    }
  }

  @Setup
  public void assemble() {
    chain = Chain.of(process, Role.valueOf(role));
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Result decays() {
    first += EVENTS;
    return chain.simulation().events(chain.batch(), first, first + EVENTS, Rows.BLOCK, 0.03);
  }
}
