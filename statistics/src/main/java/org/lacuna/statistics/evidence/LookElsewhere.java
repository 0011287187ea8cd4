package org.lacuna.statistics.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.statistics.function.PoissonQuantile;

/// How often a scan without any signal shows an excess as large as the one seen, by
/// pseudo-experiments.
///
/// One pseudo-experiment is one fluctuated spectrum seen by all windows: a Poisson count between
/// each pair of neighbouring edges, so that no event has to be drawn. Every window is fitted again
/// and its significance is the one used for data.
///
/// Random numbers hang on the seed, the number of the pseudo-experiment and the interval: the
/// result depends on neither the number of threads nor that of pseudo-experiments asked for
/// besides.
public final class LookElsewhere {
  private static final String PURPOSE = "counts between edges";

  private final PeakScan scan;
  private final List<PoissonQuantile> contents;

  /// @param scan the hypotheses
  /// @param expected events without a signal in `[low, high)`, any real number from 0
  /// @throws IllegalArgumentException if an expected number is negative or not finite
  public LookElsewhere(PeakScan scan, DoubleBinaryOperator expected) {
    this.scan = scan;
    double[] edges = scan.edges();
    contents =
        IntStream.range(0, edges.length - 1)
            .mapToObj(i -> content(edges[i], edges[i + 1], expected))
            .toList();
  }

  private static PoissonQuantile content(double low, double high, DoubleBinaryOperator expected) {
    double mean = expected.applyAsDouble(low, high);
    if (!(mean >= 0) || Double.isInfinite(mean)) {
      throw new IllegalArgumentException(
          "expected events = "
              + mean
              + " in ["
              + low
              + ", "
              + high
              + "): must be finite and not negative");
    }
    return new PoissonQuantile(mean);
  }

  /// Makes pseudo-experiments.
  ///
  /// @param number of them, at least 1
  /// @param seed of the random numbers
  /// @param threads at least 1
  /// @throws IllegalArgumentException if a number is below 1
  public ScanEnsemble pseudoExperiments(int number, long seed, int threads) {
    requirePositive("number of pseudo-experiments", number);
    requirePositive("threads", threads);
    double[][] significances = new double[number][];
    List<Callable<Void>> shares = new ArrayList<>();
    for (int share = 0; share < threads; share++) {
      int first = (int) ((long) number * share / threads);
      int end = (int) ((long) number * (share + 1) / threads);
      shares.add(() -> fill(significances, first, end, seed));
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (Future<Void> share : workers.invokeAll(shares)) share.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a pseudo-experiment failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between pseudo-experiments", e);
    }
    return new ScanEnsemble(scan.hypotheses(), significances);
  }

  private Void fill(double[][] significances, int first, int end, long seed) {
    Draws draws = new Draws(Role.TOYS, "look-elsewhere", seed);
    draws.stage("spectrum");
    Rows rows = new Rows(Draws.CAPACITY);
    float[] tails = Rows.floats(Draws.CAPACITY);
    long[] below = new long[contents.size() + 1];
    for (int toy = first; toy < end; toy++) {
      for (int from = 0; from < contents.size(); from += Draws.CAPACITY) {
        rows.n = Math.min(Draws.CAPACITY, contents.size() - from);
        Arrays.fill(rows.event, 0, rows.n, toy);
        for (int i = 0; i < rows.n; i++) rows.copy[i] = from + i;
        draws.uniforms(PURPOSE, rows, tails);
        for (int i = 0; i < rows.n; i++) {
          below[from + i + 1] = below[from + i] + contents.get(from + i).count(tails[i]);
        }
      }
      significances[toy] = scan.significances(below);
    }
    return null;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " = " + value + ": must be at least 1");
    }
  }
}
