package org.lacuna.statistics.evidence;

import java.util.Arrays;

/// Mean and width of standardised differences, which are 0 and 1 where an estimate is what it says.
///
/// @param number how many
/// @param mean of them, NaN if there is none
/// @param width standard deviation, NaN if there are fewer than two
public record Pull(long number, double mean, double width) {

  static Pull of(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(z -> (z - mean) * (z - mean)).sum();
    return new Pull(
        values.length,
        mean,
        values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
  }
}
