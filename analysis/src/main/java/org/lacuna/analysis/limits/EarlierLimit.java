package org.lacuna.analysis.limits;

import java.util.List;

/// A published limit on a mixing |U_ℓ4|² as a function of the mass of the heavy neutral lepton.
///
/// @param label short, for a legend
/// @param lepton that N mixes with
/// @param excludes the side of the curve that is excluded
/// @param process searched for
/// @param confidenceLevel as published
/// @param citation of the publication
/// @param obtained how the numbers came here
/// @param points by rising mass
public record EarlierLimit(
    String label,
    Lepton lepton,
    Side excludes,
    String process,
    String confidenceLevel,
    String citation,
    String obtained,
    List<Point> points) {

  /// The charged lepton that comes with N.
  public enum Lepton {
    ELECTRON,
    MUON
  }

  /// A side of a curve.
  public enum Side {
    /// Larger mixings would have been seen.
    ABOVE,
    /// Smaller mixings disagree with the abundances of light elements.
    BELOW
  }

  /// One point of a curve.
  ///
  /// @param massMeV mass of N
  /// @param mixingSquared |U_ℓ4|²
  public record Point(double massMeV, double mixingSquared) {}

  public EarlierLimit {
    points = List.copyOf(points);
  }
}
