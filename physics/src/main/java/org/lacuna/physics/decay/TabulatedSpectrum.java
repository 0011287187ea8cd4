package org.lacuna.physics.decay;

import java.util.List;

/// A spectrum of the squared missing mass that is known at points: straight lines between them,
/// nothing outside.
public final class TabulatedSpectrum implements MissingMassSpectrum {
  private final double[] squaredGeV2;
  private final double[] density;
  private final double branchingFraction;

  /// @param branchingFraction its integral, above 0
  /// @param squaredGeV2 t of at least two points, rising from at least 0
  /// @param density at the points in any unit, not negative; only ratios matter
  /// @throws IllegalArgumentException if an argument is out of its range, or the integral is 0
  public TabulatedSpectrum(
      double branchingFraction, List<Double> squaredGeV2, List<Double> density) {
    if (!(branchingFraction > 0)) {
      throw new IllegalArgumentException(
          "branchingFraction = " + branchingFraction + ": must be above 0");
    }
    if (squaredGeV2.size() < 2 || squaredGeV2.size() != density.size()) {
      throw new IllegalArgumentException(
          squaredGeV2.size()
              + " squared masses and "
              + density.size()
              + " densities: give as many of each, at least 2");
    }
    this.branchingFraction = branchingFraction;
    this.squaredGeV2 = squaredGeV2.stream().mapToDouble(Double::doubleValue).toArray();
    double area = 0;
    for (int k = 0; k < density.size(); k++) {
      double t = squaredGeV2.get(k);
      double height = density.get(k);
      double before = k == 0 ? 0 : squaredGeV2.get(k - 1);
      if (!(k == 0 ? t >= 0 : t > before) || Double.isInfinite(t)) {
        throw new IllegalArgumentException(
            "squared mass "
                + t
                + " GeV² after "
                + before
                + " GeV²: they must rise, from 0 or more");
      }
      if (!(height >= 0) || Double.isInfinite(height)) {
        throw new IllegalArgumentException(
            "density " + height + " at " + t + " GeV²: must be finite and not negative");
      }
      if (k > 0) area += (height + density.get(k - 1)) / 2 * (t - before);
    }
    if (!(area > 0)) throw new IllegalArgumentException("the densities are 0 everywhere");
    double scale = branchingFraction / area;
    this.density = density.stream().mapToDouble(height -> height * scale).toArray();
  }

  @Override
  public double lowestGeV2() {
    return squaredGeV2[0];
  }

  @Override
  public double highestGeV2() {
    return squaredGeV2[squaredGeV2.length - 1];
  }

  @Override
  public double density(double missingMassSquaredGeV2) {
    if (!(missingMassSquaredGeV2 >= lowestGeV2() && missingMassSquaredGeV2 <= highestGeV2())) {
      return 0;
    }
    int k = 1;
    while (squaredGeV2[k] < missingMassSquaredGeV2) k++;
    double share =
        (missingMassSquaredGeV2 - squaredGeV2[k - 1]) / (squaredGeV2[k] - squaredGeV2[k - 1]);
    return density[k - 1] + share * (density[k] - density[k - 1]);
  }

  @Override
  public double branchingFraction() {
    return branchingFraction;
  }
}
