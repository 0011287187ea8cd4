package org.lacuna.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.lacuna.statistics.histfactory.AsymptoticCls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.AsymptoticCls.Limit;
import org.lacuna.statistics.histfactory.Model;
import org.lacuna.statistics.histfactory.WorkspaceJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Observed and five expected limits of a workspace of 30 bins and 64 parameters: cold, as a
/// program that is started for one limit finds it, and warm.
///
/// The whole process is timed by hand: the CPU seconds of `lacuna workspace limit FILE` less those
/// of `lacuna --version`. pyhf takes 88 to 150 CPU seconds for the same limits.
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
public class WorkspaceLimitBenchmark {
  private static final String WORKSPACE = "/reference/statistics/pyhf/kmunux_scalar_like.json";

  private String json = "";

  @Setup
  public void read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(WorkspaceLimitBenchmark.class.getResourceAsStream(WORKSPACE))) {
      json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  public Limit cold() {
    return limit();
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  public Limit warm() {
    return limit();
  }

  private Limit limit() {
    return new AsymptoticCls(Model.of(WorkspaceJson.read(json)), Asimov.POSTFIT).limit(0.9);
  }
}
