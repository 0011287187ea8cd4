package org.lacuna.experiment.validation;

import org.lacuna.core.quantity.Estimate;

/// A ratio of two sums over the same events, `R = Σa/Σb`, with the error of the simulation `√Σ(a −
/// R b)²/Σb`.
public final class Ratio {
  private double a;
  private double b;
  private double aa;
  private double ab;
  private double bb;

  /// Adds an event.
  ///
  /// @param above its part of the numerator
  /// @param below its part of the denominator
  public void add(double above, double below) {
    a += above;
    b += below;
    aa += above * above;
    ab += above * below;
    bb += below * below;
  }

  void add(Ratio next) {
    a += next.a;
    b += next.b;
    aa += next.aa;
    ab += next.ab;
    bb += next.bb;
  }

  /// The ratio with its error; both NaN without events.
  public Estimate estimate() {
    double ratio = a / b;
    double squares = Math.max(0, aa - ratio * (2 * ab - ratio * bb));
    return new Estimate(ratio, Math.sqrt(squares) / b, "");
  }
}
