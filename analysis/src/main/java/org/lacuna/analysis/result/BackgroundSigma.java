package org.lacuna.analysis.result;

/// The absolute standard uncertainty of an expected background, in events, in its two parts.
///
/// @param statistical from the counts that the estimate is made of
/// @param systematic from its method
public record BackgroundSigma(double statistical, double systematic) {

  /// The uncertainty of a background that was not estimated.
  public static final BackgroundSigma NOT_COMPUTED = new BackgroundSigma(Double.NaN, Double.NaN);

  public BackgroundSigma {
    Checks.atLeastZeroOrMissing("statistical", statistical);
    Checks.atLeastZeroOrMissing("systematic", systematic);
  }

  /// Both parts added in quadrature.
  public double total() {
    return Math.sqrt(statistical * statistical + systematic * systematic);
  }
}
