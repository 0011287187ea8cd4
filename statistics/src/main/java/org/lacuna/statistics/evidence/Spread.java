package org.lacuna.statistics.evidence;

import java.util.Arrays;

/// Mean and standard deviation of many numbers.
///
/// @param number how many
/// @param mean of them, NaN if there is none
/// @param width standard deviation, NaN if there are fewer than two
public record Spread(long number, double mean, double width) {

  /// Of these numbers.
  public static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double width = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    return new Spread(values.length, mean, width);
  }

  /// Standard error of the mean.
  public double meanUncertainty() {
    return width / Math.sqrt((double) number);
  }
}
