package org.lacuna.experiment;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Numbers that a test has drawn, and how well they follow what they should.
///
/// A test that compares with [#LIMIT] or [#SIGMAS] would fail for one seed in about 10⁵ if the code
/// is right; the seeds are fixed.
public final class Sample {
  /// Bound on `D √n` of Kolmogorov and Smirnov: `2 exp(−2 · 2.5²) = 7·10⁻⁶`.
  public static final double LIMIT = 2.5;

  /// Bound on the deviation of a mean in standard errors: 7·10⁻⁶.
  public static final double SIGMAS = 4.5;

  private double[] values = new double[1024];
  private int size;

  public void add(double value) {
    if (size == values.length) values = Arrays.copyOf(values, 2 * size);
    values[size++] = value;
  }

  public void add(float[] column, int n) {
    for (int i = 0; i < n; i++) add(column[i]);
  }

  public int size() {
    return size;
  }

  public double mean() {
    return Arrays.stream(values, 0, size).sum() / size;
  }

  /// Moment about the mean.
  public double moment(int power) {
    double mean = mean();
    return Arrays.stream(values, 0, size).map(x -> StrictMath.pow(x - mean, power)).sum() / size;
  }

  public double rms() {
    return Math.sqrt(moment(2));
  }

  /// Deviation of the mean from its expectation, in standard errors.
  public double pull(double expected) {
    return (mean() - expected) / (rms() / Math.sqrt(size));
  }

  /// Deviation of the standard deviation from its expectation, in standard errors.
  public double pullOfRms(double expected) {
    double variance = moment(2);
    double error = Math.sqrt((moment(4) - variance * variance) / size);
    return (variance - expected * expected) / error;
  }

  /// Coefficient of correlation with numbers drawn together.
  public double correlation(Sample other) {
    double mean = mean();
    double otherMean = other.mean();
    double sum = 0;
    for (int i = 0; i < size; i++) sum += (values[i] - mean) * (other.values[i] - otherMean);
    return sum / size / (rms() * other.rms());
  }

  /// `D √n`: the largest distance between the distribution of the numbers and the expected one.
  public double distance(DoubleUnaryOperator cumulative) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < size; i++) {
      double expected = cumulative.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.abs(expected - (i + 0.5) / size) + 0.5 / size);
    }
    return distance * Math.sqrt(size);
  }
}
