package org.lacuna.statistics.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Likelihood ratio of several bins, `X = Σ n_i ln(1 + s_i/b_i)`, and its tail probabilities with
/// and without the signal.
///
/// The weights use the expected backgrounds; the distributions of the counts are averaged over
/// them, bin by bin. Exact, by adding up the distributions of all bins but the one with the most
/// counts. Equal `X` counts as at most, within 1e-9.
///
/// @param bins at least one
/// @cite Read2002, Junk1999
public record LikelihoodRatio(List<Bin> bins) {
  private static final double TIE = 1e-9;
  private static final int MOST_TERMS = 20_000_000;

  /// One bin.
  ///
  /// @param signal expected events of the signal, at least 0
  public record Bin(CountingExperiment experiment, double signal) {
    public Bin {
      if (!(experiment.background().expected() > 0)) {
        throw new IllegalArgumentException(
            "background "
                + experiment.background().expected()
                + " of a bin must be above 0: its weight is ln(1 + s/b)");
      }
      if (!(signal >= 0 && signal < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "signal " + signal + " of a bin must be finite and at least 0");
      }
    }

    double weight() {
      return StrictMath.log1p(signal / experiment.background().expected());
    }
  }

  public LikelihoodRatio {
    bins = List.copyOf(bins);
    if (bins.isEmpty()) throw new IllegalArgumentException("a likelihood ratio needs a bin");
  }

  /// `X` of the data.
  public double observed() {
    return bins.stream().mapToDouble(bin -> bin.experiment.observed() * bin.weight()).sum();
  }

  /// `−2 ln Q = 2 (Σ s_i − X)` of the data.
  public double minusTwoLogQ() {
    return 2 * (bins.stream().mapToDouble(Bin::signal).sum() - observed());
  }

  /// `P(X ≤ X_obs)` if there is the signal.
  public double clsb() {
    return atMostObserved(1);
  }

  /// `P(X ≤ X_obs)` if there is none.
  public double clb() {
    return atMostObserved(0);
  }

  public double cls() {
    return clsb() / clb();
  }

  private double atMostObserved(double strength) {
    List<Distribution> distributions = new ArrayList<>();
    for (Bin bin : bins) distributions.add(Distribution.of(bin, strength));
    distributions.sort((a, b) -> Integer.compare(a.probability.length, b.probability.length));
    Distribution last = distributions.removeLast();
    double terms = 1;
    for (Distribution distribution : distributions) terms *= distribution.probability.length;
    if (terms > MOST_TERMS) {
      throw new IllegalArgumentException(
          bins.size()
              + " bins with these backgrounds have "
              + terms
              + " combinations of counts, more than "
              + MOST_TERMS
              + ": merge bins");
    }
    return last.atMost(distributions, 0, observed() + TIE);
  }

  /// Probabilities of the counts `first`, `first + 1`, ... of one bin.
  private static final class Distribution {
    private static final double NEGLIGIBLE = 1e-18;

    private final double weight;
    private final long first;
    private final double[] probability;
    private final double[] cumulative;

    private Distribution(double weight, long first, double[] probability) {
      this.weight = weight;
      this.first = first;
      this.probability = probability;
      cumulative = probability.clone();
      Arrays.parallelPrefix(cumulative, Double::sum);
    }

    static Distribution of(Bin bin, double strength) {
      SmearedPoisson counts = new SmearedPoisson(bin.experiment.background());
      double signal = strength * bin.signal;
      Background background = bin.experiment.background();
      long start = (long) (signal + background.expected());
      long first = start;
      while (first > 0 && counts.logMass(first - 1.0, signal) > StrictMath.log(NEGLIGIBLE)) first--;
      double[] probability = new double[16];
      int n = 0;
      for (long count = first; ; count++) {
        double mass = StrictMath.exp(counts.logMass((double) count, signal));
        if (count > start && mass < NEGLIGIBLE) break;
        if (n == probability.length) probability = Arrays.copyOf(probability, 2 * n);
        probability[n++] = mass;
      }
      return new Distribution(bin.weight(), first, Arrays.copyOf(probability, n));
    }

    /// Probability that this bin and those from `next` on hold at most `left`.
    double atMost(List<Distribution> others, int next, double left) {
      if (next == others.size()) return atMost(left);
      Distribution bin = others.get(next);
      double sum = 0;
      for (int i = 0; i < bin.probability.length; i++) {
        double remaining = left - (bin.first + i) * bin.weight;
        if (remaining < 0) break;
        sum += bin.probability[i] * atMost(others, next + 1, remaining);
      }
      return sum;
    }

    private double atMost(double left) {
      if (weight == 0) return 1;
      double most = Math.floor(left / weight) - first;
      if (most < 0) return 0;
      return cumulative[(int) Math.min(most, cumulative.length - 1.0)];
    }
  }
}
