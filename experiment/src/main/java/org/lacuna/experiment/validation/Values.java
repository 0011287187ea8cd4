package org.lacuna.experiment.validation;

import java.util.Arrays;

/// Values with their weights.
public final class Values {
  private double[] values = new double[64];
  private double[] weights = new double[64];
  private int size;

  void add(double value, double weight) {
    reserve(1);
    values[size] = value;
    weights[size++] = weight;
  }

  void add(Values next) {
    reserve(next.size);
    System.arraycopy(next.values, 0, values, size, next.size);
    System.arraycopy(next.weights, 0, weights, size, next.size);
    size += next.size;
  }

  private void reserve(int more) {
    if (size + more <= values.length) return;
    int capacity = Math.max(2 * values.length, size + more);
    values = Arrays.copyOf(values, capacity);
    weights = Arrays.copyOf(weights, capacity);
  }

  /// The values in the order of the events.
  public double[] values() {
    return Arrays.copyOf(values, size);
  }

  /// As many weights.
  public double[] weights() {
    return Arrays.copyOf(weights, size);
  }
}
