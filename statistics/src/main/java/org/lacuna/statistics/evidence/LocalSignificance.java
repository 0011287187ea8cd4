package org.lacuna.statistics.evidence;

import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.ProfileLikelihood;
import org.lacuna.statistics.counting.SmearedPoisson;
import org.lacuna.statistics.function.PoissonTerm;

/// Significance of an excess where it was looked for, in standard deviations, one function per
/// definition in use.
///
/// For counts above 100 they agree to a few hundredths while `|z| < 3`, except the simple ones. NaN
/// means that a definition says nothing about such an input.
public final class LocalSignificance {
  private LocalSignificance() {}

  /// The probability to count as many or more, the background averaged over; the default.
  ///
  /// @cite CousinsHighland1992
  public static Significance hybrid(CountingExperiment experiment) {
    double observed = experiment.observed();
    if (observed == 0) return new Significance(1, Double.NEGATIVE_INFINITY);
    SmearedPoisson counts = new SmearedPoisson(experiment.background());
    return Significance.ofTails(counts.logAtMost(observed - 1, 0), counts.logAtLeast(observed, 0));
  }

  /// `(n − b₀)/√(b₀ + δ²)`.
  public static double simplePredicted(CountingExperiment experiment) {
    return simple(experiment, experiment.background().expected());
  }

  /// `(n − b₀)/√(n + δ²)`.
  public static double simpleObserved(CountingExperiment experiment) {
    return simple(experiment, (double) experiment.observed());
  }

  private static double simple(CountingExperiment experiment, double variance) {
    double sigma = experiment.background().sigma();
    double excess = experiment.observed() - experiment.background().expected();
    return excess / Math.sqrt(variance + sigma * sigma);
  }

  /// `sign(n − b₀) √q₀` of the profile likelihood with a normal constraint.
  ///
  /// @cite Cowan2011
  public static double profileGauss(CountingExperiment experiment) {
    double observed = experiment.observed();
    double expected = experiment.background().expected();
    Background normal = new Background.Gaussian(expected, experiment.background().sigma());
    double q0 = new ProfileLikelihood(normal).deviance(0, observed, expected);
    return Math.signum(observed - expected) * Math.sqrt(q0);
  }

  /// On and off region, equation 17 of Li and Ma: the profile likelihood with a Poisson constraint.
  ///
  /// @param on events, at least 0
  /// @param off events in a region that counts `tau` times the background of the other
  /// @cite LiMa1983
  public static double liMa(long on, double off, double tau) {
    requireOnOff(on, off, tau);
    return profilePoisson((double) on, off, tau);
  }

  private static double profilePoisson(double on, double off, double tau) {
    double fitted = (on + off) / (1 + tau);
    double q0 = 2 * (PoissonTerm.deviance(on, fitted) + PoissonTerm.deviance(off, tau * fitted));
    return Math.signum(on - off / tau) * Math.sqrt(q0);
  }

  /// As [#liMa(long, double, double)] with the off region that has the same uncertainty, `τ =
  /// b₀/δ²`.
  public static double liMa(CountingExperiment experiment) {
    Background background = experiment.background();
    if (background.isKnown()) return profileGauss(experiment);
    if (background.expected() == 0) return Double.NaN;
    double tau = tau(background);
    return liMa(experiment.observed(), tau * background.expected(), tau);
  }

  /// On and off region, from the binomial distribution of the events among the two: `p =
  /// I_{1/(1+τ)}(n_on, n_off + 1)`.
  ///
  /// The same as a background of gamma density, shape `n_off + 1` and scale `1/τ`, averaged over,
  /// and computed so.
  ///
  /// @cite Cousins2008
  public static Significance binomial(long on, double off, double tau) {
    requireOnOff(on, off, tau);
    double shape = off + 1;
    Background background = new Background.Gamma(shape / tau, Math.sqrt(shape) / tau);
    return hybrid(new CountingExperiment(on, background));
  }

  /// As [#binomial(long, double, double)] with the off region that has the same uncertainty.
  public static double binomial(CountingExperiment experiment) {
    Background background = experiment.background();
    if (background.isKnown()) return hybrid(experiment).sigma();
    if (background.expected() == 0) return Double.NaN;
    double tau = tau(background);
    return binomial(experiment.observed(), tau * background.expected(), tau).sigma();
  }

  /// On and off region, with the background as a normal density: `b₀ = n_off/τ`, `δ = √n_off/τ`.
  public static Significance hybridGauss(long on, double off, double tau) {
    requireOnOff(on, off, tau);
    Background background = new Background.Gaussian(off / tau, Math.sqrt(off) / tau);
    return hybrid(new CountingExperiment(on, background));
  }

  /// Median significance to expect of a signal, from the typical data set `n = s + b₀`.
  ///
  /// @cite Cowan2011
  public static double asimov(double signal, Background background) {
    double expected = background.expected();
    if (background.isKnown()) {
      return Math.sqrt(2 * PoissonTerm.deviance(signal + expected, expected));
    }
    double tau = tau(background);
    return profilePoisson(signal + expected, tau * expected, tau);
  }

  private static double tau(Background background) {
    return background.expected() / background.sigma() / background.sigma();
  }

  private static void requireOnOff(long on, double off, double tau) {
    requireCount("on", (double) on);
    requireCount("off", off);
    if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "tau " + tau + " must be above 0: how many times more background the off region counts");
    }
  }

  private static void requireCount(String name, double count) {
    if (!(count >= 0 && count <= CountingExperiment.LARGEST)) {
      throw new IllegalArgumentException(
          name + " " + count + " must be from 0 to " + CountingExperiment.LARGEST + " events");
    }
  }
}
