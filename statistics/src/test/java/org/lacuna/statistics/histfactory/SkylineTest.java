package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SkylineTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /// Sparse matrices of size 1 to 12, all rows and some, in random order.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void solvesAsAFullMatrixDoes(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(12);
    double[][] full = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextInt(3) == 0) full[i][j] = random.nextGaussian() / n;
        full[j][i] = full[i][j];
      }
      full[i][i] = 1.5;
    }
    int[] order = random.ints(0, n).distinct().limit(n).limit(1 + random.nextInt(n)).toArray();
    double[] rightSide = random.doubles(order.length, -1, 1).toArray();
    double[][] part = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) part[i][j] = full[order[i]][order[j]];
    }
    double[] expected =
        new LUDecomposition(new Array2DRowRealMatrix(part))
            .getSolver()
            .solve(new ArrayRealVector(rightSide))
            .toArray();
    assertThat(Skyline.of(full, order).solve(rightSide).orElseThrow())
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void anIndefiniteMatrixHasNoSolution() {
    int[] order = IntStream.range(0, 2).toArray();
    double[] rightSide = {1, 1};
    assertThat(Skyline.of(new double[][] {{1, 2}, {2, 1}}, order).solve(rightSide)).isEmpty();
    assertThat(Skyline.of(new double[][] {{1, 1}, {1, 1}}, order).solve(rightSide)).isEmpty();
    assertThat(Skyline.of(new double[][] {{Double.NaN, 0}, {0, 1}}, order).solve(rightSide))
        .isEmpty();
  }

  @Test
  void nothingIsSolvedByNothing() {
    assertThat(Skyline.of(new double[0][0], new int[0]).solve(new double[0]).orElseThrow())
        .isEmpty();
  }
}
