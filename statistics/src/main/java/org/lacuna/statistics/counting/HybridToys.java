package org.lacuna.statistics.counting;

import java.util.Arrays;
import java.util.Optional;

/// CLs limit with the background averaged over (hybrid), by pseudo-experiments.
///
/// One pseudo-experiment draws a background `b`, an efficiency `ε` and the instants at which a
/// Poisson process of unit rate counts. It sees at most `N` events if instant number `N + 1` lies
/// beyond `s ε + b`, so it is on one side of the observation for all `s` below `d = (t_{N+1} −
/// b)/ε` and on the other above: one pass gives CLs for every signal, as the fraction of the
/// positive `d` above it, and the limit is a quantile. The expected band takes the quantiles of
/// counts that are drawn without a signal.
///
/// The same numbers for any number of threads. The error is that of the quantile, from the binomial
/// distribution.
///
/// @cite Read2002, Junk1999, CousinsHighland1992
public record HybridToys(LimitSettings settings) implements LimitMethod {

  @Override
  public Limit limit(CountingExperiment experiment) {
    ToyExperiments toys =
        new ToyExperiments(experiment.background(), settings.signalUncertainty(), settings.toys());
    double[] counts = toys.counts();
    Arrays.sort(counts);
    Margins margins = Margins.of(toys, experiment.observed());
    ExpectedBand expected =
        ExpectedBand.of(z -> {
          double count = counts[(int) Math.ceil(ExpectedBand.probability(z) * counts.length) - 1];
          return Margins.of(toys, (long) count).limit(settings.level()).events();
        });
    UpperLimit upper = margins.limit(settings.level());
    double error = margins.error(settings.level());
    double clb = (double) margins.positive.length / counts.length;
    double cls = (double) margins.above(upper.events()) / margins.positive.length;
    return new Limit(upper, expected, clb, cls, error, Optional.empty());
  }

  /// The positive `d` of all pseudo-experiments, sorted.
  private static final class Margins {
    private final double[] positive;

    private Margins(double[] positive) {
      this.positive = positive;
    }

    static Margins of(ToyExperiments toys, long observed) {
      double[] margins = toys.margins(observed);
      Arrays.sort(margins);
      int first = 0;
      while (first < margins.length && margins[first] <= 0) first++;
      return new Margins(Arrays.copyOfRange(margins, first, margins.length));
    }

    UpperLimit limit(double level) {
      // Fewer than one pseudo-experiment above the limit says nothing about where it is.
      if (positive.length * (1 - level) < 1) {
        return new UpperLimit.NotBracketed(
            "only " + positive.length + " pseudo-experiments see as few events without a signal");
      }
      return new UpperLimit.Converged(at(level * positive.length));
    }

    /// Half the distance of the limits that lie a standard deviation of the number of toys away.
    double error(double level) {
      double spread = Math.sqrt(positive.length * level * (1 - level));
      double rank = level * positive.length;
      return positive.length * (1 - level) < 1
          ? Double.NaN
          : 0.5 * (at(rank + spread) - at(rank - spread));
    }

    private double at(double rank) {
      return positive[(int) Math.max(0, Math.min(positive.length - 1.0, Math.ceil(rank) - 1))];
    }

    int above(double signal) {
      int rank = Arrays.binarySearch(positive, signal);
      return positive.length - (rank < 0 ? -rank - 1 : rank + 1);
    }
  }
}
