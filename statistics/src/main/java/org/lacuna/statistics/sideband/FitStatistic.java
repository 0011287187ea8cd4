package org.lacuna.statistics.sideband;

/// What is minimised: a sum over bins of a convex function of the expected count μ, for n counts.
///
/// The three agree for large counts, but least squares is biased by a constant number of events: by
/// about -1 per bin ([#NEYMAN]) or +1/2 per bin ([#PEARSON]), whatever the counts. They are here
/// for comparison.
///
/// @cite BakerCousins1984
public enum FitStatistic {
  /// Maximum likelihood of independent Poisson counts: `μ - n ln μ`.
  POISSON {
    @Override
    double slope(double n, double mu) {
      return 1 - n / mu;
    }

    @Override
    double curvature(double n, double mu) {
      return n / (mu * mu);
    }

    @Override
    double variance(double n, double mu) {
      return mu;
    }
  },

  /// Least squares with expected weights, minimised with them: `(n - μ)² / 2μ`.
  PEARSON {
    @Override
    double slope(double n, double mu) {
      double ratio = n / mu;
      return (1 - ratio * ratio) / 2;
    }

    @Override
    double curvature(double n, double mu) {
      double ratio = n / mu;
      return ratio * ratio / mu;
    }

    @Override
    double variance(double n, double mu) {
      return mu;
    }
  },

  /// Least squares with observed weights: `(n - μ)² / 2 max(n, 1)`.
  NEYMAN {
    @Override
    double slope(double n, double mu) {
      return (mu - n) / variance(n, mu);
    }

    @Override
    double curvature(double n, double mu) {
      return 1 / variance(n, mu);
    }

    @Override
    double variance(double n, double mu) {
      return Math.max(n, 1);
    }
  };

  /// First derivative with respect to μ.
  abstract double slope(double n, double mu);

  /// Second derivative with respect to μ, not negative.
  abstract double curvature(double n, double mu);

  /// The variance that the statistic ascribes to the count of a bin.
  abstract double variance(double n, double mu);
}
