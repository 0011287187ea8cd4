package org.lacuna.statistics.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.statistics.counting.Background.Density;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.LimitMethod;
import org.lacuna.statistics.function.PoissonQuantile;

/// How often the signals that a method allows hold the true one.
///
/// A pseudo-experiment counts `n ~ Poisson(b + s)` and measures the background as `b₀ ~ normal(b,
/// δ)`, drawn again where it is negative. The method is told `n`, `b₀` and `δ`, never `b` and `s`.
/// That is the ensemble of an experiment that is repeated, sterner than one in which the background
/// varies as its density says.
///
/// @param method under study
/// @param density how the method turns `b₀` and `δ` into a density
/// @param level the confidence level of the method
/// @param toys pseudo-experiments per point, at least 1
/// @param seed of the random numbers; every point draws the same ones
public record CoverageStudy(
    LimitMethod method, Density density, double level, int toys, long seed) {

  public CoverageStudy {
    if (toys < 1) throw new IllegalArgumentException("toys = " + toys + ": at least 1 is needed");
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level = " + level + ": must be above 0 and below 1");
    }
  }

  /// What is true.
  ///
  /// @param background expected events without a signal, at least 0
  /// @param uncertainty of the measured background, at least 0; 0 if it is known
  /// @param signal expected events of the signal, at least 0
  public record Point(double background, double uncertainty, double signal) {
    public Point {
      require("background", background);
      require("uncertainty", uncertainty);
      require("signal", signal);
    }

    private static void require(String name, double value) {
      if (!(value >= 0 && value <= 1e9)) {
        throw new IllegalArgumentException(name + " " + value + " must be from 0 to 1e9 events");
      }
    }
  }

  /// What pseudo-experiments show.
  ///
  /// @param coverage share of pseudo-experiments whose allowed signals hold the true one
  /// @param uncertainty binomial standard deviation of that share if it were the level
  /// @param covers whether the share is at least the level less three of them
  public record Coverage(Point point, double coverage, double uncertainty, boolean covers) {}

  /// Makes pseudo-experiments.
  ///
  /// @throws IllegalArgumentException if the method is not defined for such a background
  public Coverage at(Point point) {
    // Where the background is known, equal counts have equal limits.
    Map<CountingExperiment, Boolean> known = new HashMap<>();
    PoissonQuantile distribution = new PoissonQuantile(point.background + point.signal);
    Draws draws = new Draws(Role.STUDY, "coverage", seed);
    draws.stage("experiment");
    Rows block = new Rows(Rows.BLOCK);
    float[] tails = Rows.floats(Rows.BLOCK);
    int holding = 0;
    for (int first = 0; first < toys; first += Rows.BLOCK) {
      block.number(first, Math.min(Rows.BLOCK, toys - first));
      draws.uniforms("count", block, tails);
      double[] measured = measuredBackgrounds(point, block, draws);
      for (int i = 0; i < block.n; i++) {
        CountingExperiment experiment =
            new CountingExperiment(
                distribution.count(tails[i]), density.of(measured[i], point.uncertainty));
        boolean holds =
            point.uncertainty > 0
                ? holds(experiment, point.signal)
                : known.computeIfAbsent(experiment, again -> holds(again, point.signal));
        if (holds) holding++;
      }
    }
    double coverage = (double) holding / toys;
    double error = Math.sqrt(level * (1 - level) / toys);
    return new Coverage(point, coverage, error, coverage >= level - 3 * error);
  }

  private boolean holds(CountingExperiment experiment, double signal) {
    return method.allowed(experiment).holds(signal);
  }

  /// Round `r` of the draws takes copy `r` of the random numbers, and only the open rows go on.
  private static double[] measuredBackgrounds(Point point, Rows block, Draws draws) {
    double[] measured = new double[block.n];
    int[] row = new int[block.n];
    Arrays.setAll(row, i -> i);
    Rows open = new Rows(block.n);
    open.sameAs(block);
    float[] normal = Rows.floats(block.n);
    while (open.n > 0) {
      draws.normals("background", open, normal);
      int left = 0;
      for (int i = 0; i < open.n; i++) {
        double value = point.background + point.uncertainty * normal[i];
        measured[row[i]] = value;
        if (value < 0) {
          open.event[left] = open.event[i];
          open.copy[left] = open.copy[i] + 1;
          row[left] = row[i];
          left++;
        }
      }
      open.n = left;
    }
    return measured;
  }
}
