package org.lacuna.statistics.histfactory;

import java.util.Arrays;
import java.util.Optional;

/// A symmetric matrix of which each row is stored from its first entry that is not 0 up to the
/// diagonal: a Cholesky decomposition fills nothing outside of this outline.
///
/// In a template fit most parameters move one bin and meet few others. With those first, the
/// decomposition takes some hundred operations where a full matrix takes a hundred thousand.
///
/// @cite GeorgeLiu1981
final class Skyline {
  /// A pivot below this makes a matrix with diagonal 1 indefinite.
  private static final double SMALLEST_PIVOT = 1e-13;

  private final double[][] rows;

  /// The column of the first entry of each row.
  private final int[] first;

  private Skyline(double[][] rows, int[] first) {
    this.rows = rows;
    this.first = first;
  }

  /// Some rows and the same columns of a full matrix, in a new order.
  ///
  /// @param full symmetric; its lower triangle is read
  static Skyline of(double[][] full, int[] order) {
    double[][] rows = new double[order.length][];
    int[] first = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      while (first[i] < i && entry(full, order[i], order[first[i]]) == 0) first[i]++;
      rows[i] = new double[i - first[i] + 1];
      for (int j = first[i]; j <= i; j++) rows[i][j - first[i]] = entry(full, order[i], order[j]);
    }
    return new Skyline(rows, first);
  }

  private static double entry(double[][] full, int row, int column) {
    return row < column ? full[column][row] : full[row][column];
  }

  /// The solution of `A x = b`; none if the matrix is not positive definite.
  Optional<double[]> solve(double[] rightSide) {
    double[][] lower = new double[rows.length][];
    double[] x = Arrays.copyOf(rightSide, rightSide.length);
    for (int i = 0; i < rows.length; i++) {
      int from = first[i];
      double[] row = rows[i].clone();
      for (int j = from; j < i; j++) {
        row[j - from] =
            (row[j - from] - dot(row, from, lower[j], first[j], j)) / lower[j][j - first[j]];
        x[i] -= row[j - from] * x[j];
      }
      double pivot = row[i - from] - dot(row, from, row, from, i);
      if (!(pivot > SMALLEST_PIVOT)) return Optional.empty();
      row[i - from] = Math.sqrt(pivot);
      x[i] /= row[i - from];
      lower[i] = row;
    }
    for (int i = rows.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i - first[i]];
      for (int j = first[i]; j < i; j++) x[j] -= lower[i][j - first[i]] * x[i];
    }
    return Optional.of(x);
  }

  /// Of the columns before `end`.
  private static double dot(double[] one, int oneFrom, double[] other, int otherFrom, int end) {
    double sum = 0;
    for (int k = Math.max(oneFrom, otherFrom); k < end; k++) {
      sum += one[k - oneFrom] * other[k - otherFrom];
    }
    return sum;
  }
}
