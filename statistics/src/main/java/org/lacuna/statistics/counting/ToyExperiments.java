package org.lacuna.statistics.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.statistics.function.PoissonDraw;

/// Draws pseudo-experiments of a count with an uncertain background. Number `i` of them has its own
/// random numbers, whatever the others do and whichever thread draws it.
record ToyExperiments(Background background, double signalUncertainty, Toys toys) {

  /// What is computed of the pseudo-experiments `first` to `first + column.length`.
  private interface Experiment {
    void draw(Sampler sampler, double[] result);
  }

  /// Counts without a signal.
  double[] counts() {
    return all((sampler, result) -> {
      sampler.backgrounds(result);
      sampler.counts(result);
    });
  }

  /// For each pseudo-experiment the signal up to which it sees at most `observed` events; negative
  /// if it sees more without any.
  double[] margins(long observed) {
    return all((sampler, result) -> {
      double[] backgrounds = new double[result.length];
      double[] efficiencies = new double[result.length];
      sampler.backgrounds(backgrounds);
      sampler.efficiencies(efficiencies);
      sampler.gamma("instant", observed + 1.0, result);
      for (int i = 0; i < result.length; i++) {
        result[i] = (result[i] - backgrounds[i]) / efficiencies[i];
      }
    });
  }

  private double[] all(Experiment experiment) {
    double[] all = new double[(int) toys.number()];
    int blocks = (all.length + Rows.BLOCK - 1) / Rows.BLOCK;
    int workers = Math.min(toys.threads(), blocks);
    if (workers == 1) {
      work(experiment, all, 0, 1);
      return all;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        int first = worker;
        running.add(pool.submit(() -> work(experiment, all, first, workers)));
      }
      for (Future<?> work : running) work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a pseudo-experiment failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing pseudo-experiments", e);
    }
    return all;
  }

  /// Every `stride`-th block from `firstBlock` on.
  private void work(Experiment experiment, double[] all, int firstBlock, int stride) {
    Sampler sampler = new Sampler(background, signalUncertainty, toys.seed());
    for (int at = firstBlock * Rows.BLOCK; at < all.length; at += stride * Rows.BLOCK) {
      double[] block = new double[Math.min(Rows.BLOCK, all.length - at)];
      sampler.start(at, block.length);
      experiment.draw(sampler, block);
      System.arraycopy(block, 0, all, at, block.length);
    }
  }

  /// Random numbers for one block. Where a try can fail, round `r` takes copy `r` of the numbers
  /// and only the open rows go on.
  private static final class Sampler {
    private final Background background;
    private final double signalUncertainty;
    private final Draws draws;
    private final Rows block = new Rows(Rows.BLOCK);
    private final Rows open = new Rows(Rows.BLOCK);
    private final int[] row = new int[Rows.BLOCK];
    private final float[] normal = Rows.floats(Rows.BLOCK);
    private final float[] uniform = Rows.floats(Rows.BLOCK);

    Sampler(Background background, double signalUncertainty, long seed) {
      this.background = background;
      this.signalUncertainty = signalUncertainty;
      draws = new Draws(Role.TOYS, "counting", seed);
      draws.stage("hybrid");
    }

    void start(long first, int count) {
      block.number(first, count);
    }

    void backgrounds(double[] result) {
      double expected = background.expected();
      double sigma = background.sigma();
      if (background.isKnown()) {
        Arrays.fill(result, expected);
        return;
      }
      switch (background) {
        case Background.Gaussian _ -> {
          reopen();
          while (open.n > 0) {
            draws.normals("background", open, normal);
            int left = 0;
            for (int i = 0; i < open.n; i++) {
              double value = expected + sigma * normal[i];
              if (value >= 0) result[row[i]] = value;
              else left = keepOpen(i, left);
            }
            again(left);
          }
        }
        case Background.LogNormal density ->
            logNormal("background", expected, density.kappa(), result);
        case Background.Gamma density -> {
          gamma("background", density.shape(), result);
          for (int i = 0; i < result.length; i++) result[i] *= density.scale();
        }
      }
    }

    void efficiencies(double[] result) {
      logNormal("efficiency", 1, StrictMath.log1p(signalUncertainty), result);
    }

    private void logNormal(String purpose, double median, double width, double[] result) {
      draws.normals(purpose, block, normal);
      for (int i = 0; i < result.length; i++) {
        result[i] = median * StrictMath.exp(width * normal[i]);
      }
    }

    /// Gamma numbers of scale 1: a cube of a normal number, accepted in 95 of 100 tries or more.
    ///
    /// @cite MarsagliaTsang2000
    void gamma(String purpose, double shape, double[] result) {
      double d = Math.max(shape, shape + (shape < 1 ? 1 : 0)) - 1 / 3.0;
      double c = 1 / Math.sqrt(9 * d);
      reopen();
      while (open.n > 0) {
        draws.normals(purpose + " (normal)", open, normal);
        draws.uniforms(purpose + " (accepted)", open, uniform);
        int left = 0;
        for (int i = 0; i < open.n; i++) {
          double x = normal[i];
          double cube = 1 + c * x;
          double v = cube * cube * cube;
          boolean accepted =
              cube > 0
                  && StrictMath.log(uniform[i]) < 0.5 * x * x + d * (1 - v + StrictMath.log(v));
          if (accepted) result[row[i]] = d * v;
          else left = keepOpen(i, left);
        }
        again(left);
      }
      if (shape < 1) {
        draws.uniforms(purpose + " (below 1)", block, uniform);
        for (int i = 0; i < result.length; i++) {
          result[i] *= StrictMath.exp(StrictMath.log(uniform[i]) / shape);
        }
      }
    }

    /// Turns means into Poisson counts.
    void counts(double[] means) {
      float[] second = Rows.floats(Rows.BLOCK);
      reopen();
      while (open.n > 0) {
        draws.uniforms("count", open, uniform, second);
        int left = 0;
        for (int i = 0; i < open.n; i++) {
          long count = PoissonDraw.attempt(means[row[i]], uniform[i], second[i]);
          if (count >= 0) means[row[i]] = count;
          else left = keepOpen(i, left);
        }
        again(left);
      }
    }

    private void reopen() {
      open.sameAs(block);
      for (int i = 0; i < open.n; i++) row[i] = i;
    }

    private int keepOpen(int i, int left) {
      open.event[left] = open.event[i];
      open.copy[left] = open.copy[i] + 1;
      row[left] = row[i];
      return left + 1;
    }

    private void again(int left) {
      open.n = left;
    }
  }
}
