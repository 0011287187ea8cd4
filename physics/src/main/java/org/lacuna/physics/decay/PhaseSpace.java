package org.lacuna.physics.decay;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.TwoBody;

/// Volume of the phase space of n particles, what a constant amplitude would give.
///
/// `Φₙ = ∫ Π d³pᵢ/[(2π)³ 2Eᵢ] (2π)⁴ δ⁴(P − Σpᵢ)`: `Φ₂ = p*/(4πM)`, and one particle after the other
/// is split off, `Φₙ(M) = ∫ ds/2π Φ₂(M; √s, mₙ) Φₙ₋₁(√s)`.
public final class PhaseSpace {
  private static final GaussIntegrator UNIT = GaussLegendre.of(32, 0, 1);

  private PhaseSpace() {}

  /// Φₙ in GeV^(2n−4); 0 at and below threshold.
  ///
  /// @param parentGeV mass of what decays
  /// @param massesGeV masses of two or more products
  /// @throws IllegalArgumentException for fewer than two products
  public static double volume(double parentGeV, double... massesGeV) {
    if (massesGeV.length < 2) {
      throw new IllegalArgumentException(
          "massesGeV has " + massesGeV.length + " elements: give at least 2");
    }
    double last = massesGeV[massesGeV.length - 1];
    double[] others = Arrays.copyOf(massesGeV, massesGeV.length - 1);
    if (others.length == 1) return twoBody(parentGeV, others[0], last);
    double least = Arrays.stream(others).sum();
    double half = (parentGeV - last - least) / 2;
    if (!(half > 0)) return 0;
    return UNIT.integrate(u -> {
      // Both ends close like roots: a cosine opens them.
      double angle = Math.PI * u;
      double mass = least + half * (1 - StrictMath.cos(angle));
      return half
          * StrictMath.sin(angle)
          * mass
          * twoBody(parentGeV, mass, last)
          * volume(mass, others);
    });
  }

  private static double twoBody(double parentGeV, double firstGeV, double secondGeV) {
    return TwoBody.momentumGeV(parentGeV, firstGeV, secondGeV) / (4 * Math.PI * parentGeV);
  }
}
