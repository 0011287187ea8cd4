package org.lacuna.statistics.histfactory;

/// Accumulates the gradient and the matrix of second derivatives of a sum `Σ_b f_b(ν_b)` over bins
/// from the derivatives of the `ν_b`: `∇ = Σ_b f′_b ∇ν_b`, `∇∇ = Σ_b (f″_b ∇ν_b ∇ν_bᵀ + f′_b
/// ∇∇ν_b)`.
final class DerivativeSum {
  private final double[] slopes;
  private final double[] curvatures;
  private final double[] gradient;
  private final double[][] matrix;

  // ∇ν of the bin at hand: few parameters move one bin, only those are visited.
  private final double[] own;
  private final boolean[] moves;
  private final int[] moving;
  private int movingCount;
  private int bin;

  /// @param slopes `f′` of each bin
  /// @param curvatures `f″` of each bin
  DerivativeSum(double[] slopes, double[] curvatures, int parameters) {
    this.slopes = slopes;
    this.curvatures = curvatures;
    gradient = new double[parameters];
    matrix = new double[parameters][parameters];
    own = new double[parameters];
    moves = new boolean[parameters];
    moving = new int[parameters];
  }

  void begin(int bin) {
    this.bin = bin;
    movingCount = 0;
  }

  /// @param slope a part of `∂ν/∂θ`
  void addSlope(int parameter, double slope) {
    if (!moves[parameter]) {
      moves[parameter] = true;
      moving[movingCount++] = parameter;
    }
    own[parameter] += slope;
  }

  /// @param second a part of `∂²ν/∂θ_row∂θ_column`
  void addSecond(int row, int column, double second) {
    matrix[row][column] += slopes[bin] * second;
  }

  /// Both orders of two factors of one product.
  void addMixed(int one, int other, double second) {
    addSecond(one, other, second);
    addSecond(other, one, second);
  }

  void end() {
    for (int k = 0; k < movingCount; k++) {
      int row = moving[k];
      gradient[row] += slopes[bin] * own[row];
      for (int l = 0; l < movingCount; l++) {
        matrix[row][moving[l]] += curvatures[bin] * own[row] * own[moving[l]];
      }
    }
    for (int k = 0; k < movingCount; k++) {
      own[moving[k]] = 0;
      moves[moving[k]] = false;
    }
  }

  double[] gradient() {
    return gradient;
  }

  double[][] matrix() {
    return matrix;
  }
}
