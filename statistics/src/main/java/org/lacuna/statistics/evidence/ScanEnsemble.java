package org.lacuna.statistics.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The significances of many scans without a signal: one row per pseudo-experiment, one column per
/// hypothesis. NaN, where there is no estimate, is passed over.
public final class ScanEnsemble {
  private final List<PeakHypothesis> hypotheses;
  private final double[][] significances;
  private final double[] maxima;

  ScanEnsemble(List<PeakHypothesis> hypotheses, double[][] significances) {
    this.hypotheses = hypotheses;
    this.significances = significances;
    maxima = Arrays.stream(significances).mapToDouble(ScanEnsemble::largest).sorted().toArray();
  }

  /// The significances of one pseudo-experiment, in the order of the hypotheses.
  double[] significances(int number) {
    return significances[number].clone();
  }

  /// The largest of the significances, NaN passed over; -∞ if there is none.
  public static double largest(double[] significances) {
    return Arrays.stream(significances)
        .filter(z -> !Double.isNaN(z))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /// How often the largest significance reaches `local`.
  public GlobalSignificance global(double local) {
    return GlobalSignificance.counted(
        Arrays.stream(maxima).filter(z -> z >= local).count(), maxima.length);
  }

  /// The median of the largest significance.
  public double medianMaximum() {
    int half = maxima.length / 2;
    return maxima.length % 2 == 1 ? maxima[half] : (maxima[half - 1] + maxima[half]) / 2;
  }

  /// Mean number of neighbours in the scan of which the first lies below `√q` and the second not.
  public double meanUpcrossings(double q) {
    double level = Math.sqrt(q);
    long sum = 0;
    for (double[] scan : significances) {
      for (int k = 1; k < scan.length; k++) {
        if (scan[k - 1] < level && scan[k] >= level) sum++;
      }
    }
    return sum / (double) significances.length;
  }

  /// Mean and width of the significance of the hypotheses in a range: 0 and 1 if the background
  /// estimate is what it says. A mean beyond ±0.3 means that the polynomial cannot follow the
  /// spectrum there.
  ///
  /// @param low, high range of the centres, `low` included
  public Spread pull(double low, double high) {
    int[] columns =
        IntStream.range(0, hypotheses.size())
            .filter(k -> hypotheses.get(k).centre() >= low && hypotheses.get(k).centre() < high)
            .toArray();
    double[] all =
        Arrays.stream(significances)
            .flatMapToDouble(scan -> IntStream.of(columns).mapToDouble(k -> scan[k]))
            .filter(Double::isFinite)
            .toArray();
    return Spread.of(all);
  }
}
