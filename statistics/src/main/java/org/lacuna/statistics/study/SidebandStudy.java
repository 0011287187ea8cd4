package org.lacuna.statistics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.SmearedPoisson;
import org.lacuna.statistics.evidence.Spread;
import org.lacuna.statistics.function.PoissonQuantile;
import org.lacuna.statistics.function.PoissonTail;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandFit;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import org.lacuna.statistics.sideband.Sidebands;

/// Bias, pulls and coverage of the sideband estimate, from spectra that fall exponentially.
///
/// A pseudo-experiment draws a Poisson count for each bin around the truth. The coverage of the
/// limits needs no count to be drawn in the window: for each estimate the smallest count is found
/// whose limit reaches the signal, and its probability is summed.
///
/// @param estimator under study
/// @param sidebands window and bins
/// @param slope of the logarithm of the density, per σ
/// @param level confidence level of the limits
public record SidebandStudy(
    SidebandEstimator estimator, Sidebands sidebands, double slope, double level) {

  /// @throws IllegalArgumentException if the slope is not finite or the level not in (0, 1)
  public SidebandStudy {
    if (!Double.isFinite(slope)) {
      throw new IllegalArgumentException("slope = " + slope + ": must be finite");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level = " + level + ": must be above 0 and below 1");
    }
  }

  /// What pseudo-experiments show.
  ///
  /// @param events expected in the window
  /// @param constrained share of the estimates held at a bound
  /// @param empty share without any count beside the window, hence 0 ± 0
  /// @param bias mean of the estimate less the truth, in events
  /// @param estimate its number, mean and spread
  /// @param statistical mean of the quoted statistical error
  /// @param sigma mean of the quoted total error
  /// @param pull of (estimate - truth)/statistical, where there are counts
  /// @param statisticalCoverage share of estimates within one statistical error of the truth
  /// @param totalCoverage share of estimates within one total error
  /// @param limits coverage of limits, one per signal
  public record Closure(
      double events,
      double constrained,
      double empty,
      double bias,
      Spread estimate,
      double statistical,
      double sigma,
      Spread pull,
      double statisticalCoverage,
      double totalCoverage,
      List<LimitCoverage> limits) {}

  /// How often the limit lies above the signal.
  ///
  /// @param signal events
  /// @param coverage in all pseudo-experiments
  /// @param constrainedCoverage in those held at a bound; NaN if there is none
  public record LimitCoverage(double signal, double coverage, double constrainedCoverage) {}

  /// Makes pseudo-experiments.
  ///
  /// @param events expected in the window, positive
  /// @param spectra how many spectra are drawn, at least 2
  /// @param limits for how many of them, from the first on, limits are set; at least 1
  /// @param seed of the random numbers
  /// @throws IllegalArgumentException if a number is out of its range
  public Closure of(double events, int spectra, int limits, long seed) {
    if (!(events > 0) || Double.isInfinite(events)) {
      throw new IllegalArgumentException(
          "events = " + events + ": the expected number must be positive and finite");
    }
    if (spectra < 2 || limits < 1) {
      throw new IllegalArgumentException(
          spectra + " spectra and limits for " + limits + ": at least 2 and 1 are needed");
    }
    double[] truth = sidebands.bins().stream().mapToDouble(bin -> content(bin, events)).toArray();
    List<SidebandEstimate> estimates = draw(truth, spectra, seed);
    Spread found = Spread.of(all(estimates, SidebandEstimate::expected));
    double[] pulls =
        estimates.stream()
            .filter(estimate -> estimate.statistical() > 0)
            .mapToDouble(estimate -> (estimate.expected() - events) / estimate.statistical())
            .toArray();
    return new Closure(
        events,
        share(estimates, SidebandEstimate::constrained),
        share(estimates, estimate -> estimate.sigma() == 0),
        found.mean() - events,
        found,
        Spread.of(all(estimates, SidebandEstimate::statistical)).mean(),
        Spread.of(all(estimates, SidebandEstimate::sigma)).mean(),
        Spread.of(pulls),
        share(estimates, at -> Math.abs(at.expected() - events) <= at.statistical()),
        share(estimates, at -> Math.abs(at.expected() - events) <= at.sigma()),
        coverage(events, truth, estimates.subList(0, Math.min(limits, estimates.size()))));
  }

  private double content(Interval bin, double events) {
    return events * integral(bin) / integral(sidebands.window());
  }

  private double integral(Interval of) {
    return slope == 0
        ? of.width()
        : (StrictMath.exp(slope * of.high()) - StrictMath.exp(slope * of.low())) / slope;
  }

  private List<SidebandEstimate> draw(double[] truth, int spectra, long seed) {
    SidebandFit fit = estimator.on(sidebands);
    PoissonQuantile[] bins =
        Arrays.stream(truth).mapToObj(PoissonQuantile::new).toArray(PoissonQuantile[]::new);
    Draws draws = new Draws(Role.STUDY, "sideband", seed);
    draws.stage("spectrum");
    Rows rows = new Rows(bins.length);
    rows.n = bins.length;
    float[] tails = Rows.floats(bins.length);
    for (int bin = 0; bin < bins.length; bin++) rows.copy[bin] = bin;
    List<SidebandEstimate> estimates = new ArrayList<>();
    for (int spectrum = 0; spectrum < spectra; spectrum++) {
      Arrays.fill(rows.event, spectrum);
      draws.uniforms("counts", rows, tails);
      double[] contents = new double[bins.length];
      for (int bin = 0; bin < bins.length; bin++) contents[bin] = bins[bin].count(tails[bin]);
      if (fit.outcome(contents) instanceof SidebandEstimate estimate) estimates.add(estimate);
    }
    return estimates;
  }

  /// Signals at which coverage is asked for: just above what an experiment without a count
  /// excludes, where it is lowest, and at 1, 1.64, 3 and 5 standard deviations of the count.
  private double[] signals(double events, double[] truth) {
    double least = -StrictMath.log1p(-level) * 1.0001;
    double variance =
        estimator.estimateExpected(sidebands, truth) instanceof SidebandEstimate typical
            ? events + typical.sigma() * typical.sigma()
            : events;
    return DoubleStream.concat(
            DoubleStream.of(least),
            DoubleStream.of(1, 1.64, 3, 5).map(width -> width * Math.sqrt(variance)))
        .toArray();
  }

  private List<LimitCoverage> coverage(
      double events, double[] truth, List<SidebandEstimate> estimates) {
    return DoubleStream.of(signals(events, truth))
        .mapToObj(signal -> {
          double[] all = new double[estimates.size()];
          for (int i = 0; i < all.length; i++) {
            long least = smallestCount(estimates.get(i), signal);
            all[i] = StrictMath.exp(PoissonTail.logAtLeast((double) least, events + signal));
          }
          double[] constrained =
              IntStream.range(0, all.length)
                  .filter(i -> estimates.get(i).constrained())
                  .mapToDouble(i -> all[i])
                  .toArray();
          return new LimitCoverage(signal, Spread.of(all).mean(), Spread.of(constrained).mean());
        })
        .toList();
  }

  /// The smallest count whose CLs limit lies at or above the signal.
  private long smallestCount(SidebandEstimate estimate, double signal) {
    SmearedPoisson counts =
        new SmearedPoisson(new Background.Gaussian(estimate.expected(), estimate.sigma()));
    long below = -1;
    long reaching = (long) (estimate.expected() + signal) + 1;
    while (!reaches(counts, reaching, signal)) {
      below = reaching;
      reaching *= 2;
    }
    while (reaching - below > 1) {
      long middle = (below + reaching) / 2;
      if (reaches(counts, middle, signal)) reaching = middle;
      else below = middle;
    }
    return reaching;
  }

  private boolean reaches(SmearedPoisson counts, long observed, double signal) {
    return counts.logAtMost((double) observed, signal) - counts.logAtMost((double) observed, 0)
        >= StrictMath.log1p(-level);
  }

  private static double[] all(
      List<SidebandEstimate> estimates, ToDoubleFunction<SidebandEstimate> value) {
    return estimates.stream().mapToDouble(value).toArray();
  }

  private static double share(
      List<SidebandEstimate> estimates, Predicate<SidebandEstimate> condition) {
    return Spread.of(all(estimates, estimate -> condition.test(estimate) ? 1 : 0)).mean();
  }
}
