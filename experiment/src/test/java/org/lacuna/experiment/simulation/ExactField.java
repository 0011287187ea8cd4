package org.lacuna.experiment.simulation;

import org.lacuna.physics.particle.Constants;

/// One component of the stray field as straight lines between knots, zero outside, with its exact
/// first and second integrals along the beam.
final class ExactField {
  private final double[] zM;
  private final double[] tesla;
  private final int sign;
  private final double fromM;

  /// @param zM knots
  /// @param tesla field at the knots
  /// @param sign of the force on a positive particle
  /// @param fromM where the integrals begin
  ExactField(double[] zM, double[] tesla, int sign, double fromM) {
    this.zM = zM.clone();
    this.tesla = tesla.clone();
    this.sign = sign;
    this.fromM = fromM;
  }

  /// `F(z)`: momentum in GeV that a positive particle has gained at z.
  double kick(double z) {
    return integral(z, 0);
  }

  /// `G(z) = ∫ F`: in GeV m.
  double shift(double z) {
    return integral(z, 1);
  }

  /// `∫ (z − t)ⁿ B(t) dt`, piece by piece: B is linear, so Simpson's rule is exact.
  private double integral(double z, int n) {
    double sum = 0;
    for (int k = 0; k + 1 < zM.length; k++) {
      double low = Math.clamp(fromM, zM[k], zM[k + 1]);
      double high = Math.clamp(z, low, zM[k + 1]);
      double middle = (low + high) / 2;
      double parts = at(k, low, z, n) + 4 * at(k, middle, z, n) + at(k, high, z, n);
      sum += (high - low) / 6 * parts;
    }
    return sign * Constants.SPEED_OF_LIGHT_M_PER_NS * sum;
  }

  private double at(int k, double t, double z, int n) {
    double slope = (tesla[k + 1] - tesla[k]) / (zM[k + 1] - zM[k]);
    return (tesla[k] + slope * (t - zM[k])) * (n == 0 ? 1 : z - t);
  }
}
