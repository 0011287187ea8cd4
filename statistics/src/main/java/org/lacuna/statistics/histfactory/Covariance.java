package org.lacuna.statistics.histfactory;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/// Uncertainties of fitted parameters: the square roots of the diagonal of `2 H⁻¹`, `H` the second
/// derivatives of the deviance at its minimum.
///
/// Directions in which the deviance is flat are left out, and the parameters that take part in them
/// have no uncertainty.
final class Covariance {
  /// Eigenvalues below this are flat directions, in units in which the diagonal is 1.
  private static final double FLAT = 1e-9;

  /// A larger square of a component takes part in a direction.
  private static final double TAKES_PART = 1e-6;

  /// The uncertainties of some parameters, the others being kept where they are.
  ///
  /// @param inside indices of these parameters
  /// @return NaN for the others, and for those not determined
  static double[] sigmas(double[][] curvature, int[] inside) {
    double[] sigmas = new double[curvature.length];
    Arrays.fill(sigmas, Double.NaN);
    int[] free = Arrays.stream(inside).filter(i -> curvature[i][i] > 0).toArray();
    if (free.length == 0) return sigmas;
    double[][] scaled = new double[free.length][free.length];
    for (int k = 0; k < free.length; k++) {
      for (int l = 0; l <= k; l++) {
        int i = free[k];
        int j = free[l];
        scaled[k][l] = curvature[i][j] / Math.sqrt(curvature[i][i] * curvature[j][j]);
        scaled[l][k] = scaled[k][l];
      }
    }
    EigenDecompositionSymmetric axes =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(scaled, false));
    for (int k = 0; k < free.length; k++) {
      double variance = 0;
      for (int axis = 0; axis < free.length; axis++) {
        double component = axes.getEigenvector(axis).getEntry(k);
        if (axes.getEigenvalue(axis) > FLAT) {
          variance += component * component / axes.getEigenvalue(axis);
        } else if (component * component > TAKES_PART) {
          variance = Double.NaN;
        }
      }
      sigmas[free[k]] = Math.sqrt(2 * variance / curvature[free[k]][free[k]]);
    }
    return sigmas;
  }

  private Covariance() {}
}
