package org.lacuna.experiment.simulation;

/// A histogram that is filled event by event: counts, and for weighted samples the sums of weights
/// and of their squares for each variant. What lies outside is counted in an extra bin at either
/// end.
public final class Spectrum {
  private final double low;
  private final double width;
  private final float start;
  private final float perBin;
  private final int bins;
  private final long[] counts;
  private final double[][] sums;
  private final double[][] squares;

  /// @param low lower edge of the first bin
  /// @param width of a bin
  /// @param bins their number
  /// @param variants weights per event; 0 for events without weights
  Spectrum(double low, double width, int bins, int variants) {
    this.low = low;
    this.width = width;
    this.bins = bins;
    start = (float) (low - width);
    perBin = (float) (1 / width);
    counts = new long[bins + 2];
    sums = new double[variants][bins + 2];
    squares = new double[variants][bins + 2];
  }

  /// Finds the bin of each value.
  void find(float[] x, int[] bin, int n) {
    int last = bins + 1;
    for (int i = 0; i < n; i++) {
      bin[i] = (int) Math.min(last, Math.max(0f, (x[i] - start) * perBin));
    }
  }

  void count(int[] bin, int[] row, int n) {
    for (int j = 0; j < n; j++) counts[bin[row[j]]]++;
  }

  void weigh(int variant, int[] bin, int[] row, float[] weight, int n) {
    double[] sum = sums[variant];
    double[] square = squares[variant];
    for (int j = 0; j < n; j++) {
      int k = bin[row[j]];
      double w = weight[row[j]];
      sum[k] += w;
      square[k] += w * w;
    }
  }

  void add(Spectrum other) {
    for (int k = 0; k < counts.length; k++) counts[k] += other.counts[k];
    for (int v = 0; v < sums.length; v++) {
      for (int k = 0; k < counts.length; k++) {
        sums[v][k] += other.sums[v][k];
        squares[v][k] += other.squares[v][k];
      }
    }
  }

  public int bins() {
    return bins;
  }

  /// Lower edge of a bin; that of number `bins()` is the upper end.
  public double edge(int bin) {
    return low + bin * width;
  }

  /// Events in a bin, 0 to `bins() − 1`.
  public long count(int bin) {
    return counts[bin + 1];
  }

  /// Sum of weights in a bin; of what lies outside in bins −1 and `bins()`.
  public double sum(int variant, int bin) {
    return sums[variant][bin + 1];
  }

  /// Sum of squared weights in a bin or outside.
  public double sumOfSquares(int variant, int bin) {
    return squares[variant][bin + 1];
  }

  /// The bin whose lower edge is nearest to a value: regions are given by edges of bins.
  public int at(double edge) {
    return (int) Math.round((edge - low) / width);
  }
}
