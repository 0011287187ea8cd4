package org.lacuna.statistics.sideband;

import java.util.Arrays;

/// Background in a signal window from a polynomial fitted to the counts beside it.
///
/// With `t` in units of the resolution, `p(t) = Σ_j c_j t^j` is integrated exactly over each bin,
/// `μ_i = Σ_j c_j (high^(j+1) - low^(j+1)) / (j+1)`, and over the window, which gives the expected
/// number `N = Σ_j c_j g_j`. The statistical error is `√(gᵀCg)` with `C = (Σ_i x_i x_iᵀ / μ_i)⁻¹`,
/// the systematic one the difference of the alternative order. At least `order + 2` bins of both
/// orders are needed, and bins on both sides.
///
/// Where the free minimum has `μ_i ≤ 0` in a bin or `N ≤ 0`, the same convex problem is solved with
/// these kept at or above zero; the variance of a bin in C is then at least half the mean count.
/// Without any count, N is 0 ± 0.
///
/// Neglected: correlation with other windows, a signal that leaks into the sidebands, and whatever
/// the two polynomials cannot follow: look at the deviance, and at pseudo-experiments.
///
/// @param order of the polynomial that gives the number, 0 to 6
/// @param alternative order whose difference is the systematic error, 0 to 6
/// @param statistic what is minimised
/// @cite NA62Invisible2021, BakerCousins1984
public record SidebandEstimator(int order, int alternative, FitStatistic statistic) {
  private static final int HIGHEST_ORDER = 6;

  /// Maximum likelihood with orders 2 and 3.
  public static final SidebandEstimator QUADRATIC =
      new SidebandEstimator(2, 3, FitStatistic.POISSON);

  /// @throws IllegalArgumentException if an order is negative or above 6
  public SidebandEstimator {
    requireOrder("order", order);
    requireOrder("alternative", alternative);
  }

  /// The estimate from observed counts.
  ///
  /// @param sidebands window and bins
  /// @param counts one per bin, not negative
  /// @throws IllegalArgumentException if a count is negative or the numbers of bins and counts
  ///   differ
  public SidebandOutcome estimate(Sidebands sidebands, long... counts) {
    return on(sidebands).outcome(Arrays.stream(counts).asDoubleStream().toArray());
  }

  /// The estimate from expected contents, weighted sums that were never fluctuated: the result that
  /// an experiment of that size has in the mean.
  ///
  /// @param sidebands window and bins
  /// @param contents one per bin, finite, not negative, not necessarily whole
  /// @throws IllegalArgumentException if a content is negative or not finite, or the numbers of
  ///   bins and contents differ
  public SidebandOutcome estimateExpected(Sidebands sidebands, double... contents) {
    return on(sidebands).outcome(contents);
  }

  /// The same estimate made ready for many spectra in one geometry.
  public SidebandFit on(Sidebands sidebands) {
    return new SidebandFit(sidebands, this);
  }

  private static void requireOrder(String name, int order) {
    if (order < 0 || order > HIGHEST_ORDER) {
      throw new IllegalArgumentException(
          name + " = " + order + ": a polynomial of order 0 to " + HIGHEST_ORDER + " is fitted");
    }
  }
}
