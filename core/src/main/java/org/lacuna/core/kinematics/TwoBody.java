package org.lacuna.core.kinematics;

/// The decay of a particle at rest into two: everything follows from the three masses.
///
/// All functions of masses return 0 for a momentum at and beyond the kinematic limit, never NaN.
public final class TwoBody {
  private TwoBody() {}

  /// Källén's function `λ(a, b, c) = a² + b² + c² − 2(ab + bc + ca)`, symmetric in its arguments.
  public static double kallen(double a, double b, double c) {
    double difference = a - b - c;
    return difference * difference - 4 * b * c;
  }

  /// Momentum of either daughter in the rest frame of the parent, `p* = √λ(M², m₁², m₂²) / 2M`,
  /// from the product form of λ, exact near threshold.
  public static double momentumGeV(double parentGeV, double firstGeV, double secondGeV) {
    double sum = firstGeV + secondGeV;
    double difference = firstGeV - secondGeV;
    if (sum >= parentGeV) return 0;
    double lambda =
        (parentGeV - sum) * (parentGeV + sum) * (parentGeV - difference) * (parentGeV + difference);
    return Math.sqrt(lambda) / (2 * parentGeV);
  }

  /// Energy of the first daughter in the rest frame of the parent, `E* = (M² + m₁² − m₂²) / 2M`.
  public static double energyGeV(double parentGeV, double firstGeV, double secondGeV) {
    return (parentGeV * parentGeV + (firstGeV - secondGeV) * (firstGeV + secondGeV))
        / (2 * parentGeV);
  }
}
