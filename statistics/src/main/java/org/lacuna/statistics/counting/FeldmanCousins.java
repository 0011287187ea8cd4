package org.lacuna.statistics.counting;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.lacuna.statistics.function.Normal;
import org.lacuna.statistics.function.Root;

/// Unified interval: for each signal the counts are accepted in falling order of `R = P(n | s) /
/// max P(n | s)` until they hold the level; the interval is the hull of all signals that accept
/// what was observed.
///
/// `R` rises up to the expected count and falls beyond, so the counts before the observed one are
/// those between it and the count `k` on the other side whose `R` is equal. Where `k` changes the
/// construction jumps; between the jumps it is smooth, so the ends are found exactly, without a
/// grid in `s`.
///
/// An uncertain background is averaged over in `P`, as for neutrino telescopes.
///
/// @cite FeldmanCousins1998, Conrad2003
public record FeldmanCousins(LimitSettings settings) implements LimitMethod {

  @Override
  public Limit limit(CountingExperiment experiment) {
    Construction construction = construction(experiment.background());
    Limit.Interval interval = construction.interval(experiment.observed());
    ExpectedBand expected =
        ExpectedBand.of(
            z -> construction.interval(construction.counts.quantile(z).count()).upper());
    return new Limit(
        new UpperLimit.Converged(interval.upper()),
        expected,
        Double.NaN,
        Double.NaN,
        0,
        Optional.of(interval));
  }

  @Override
  public Limit.Interval allowed(CountingExperiment experiment) {
    return construction(experiment.background()).interval(experiment.observed());
  }

  Construction construction(Background background) {
    return new Construction(
        new SmearedPoisson(background, settings.signalUncertainty()), settings.level());
  }

  /// The interval of a normal measurement of standard deviation 1 of a mean that is not negative.
  ///
  /// @param measured in standard deviations
  public Limit.Interval ofNormalMeasurement(double measured) {
    double level = settings.level();
    double upper =
        Root.ofFalling(
                mean -> level - heldAbove(measured, mean),
                Math.max(1, measured + 1),
                Math.max(1.1, measured + 1.1))
            .orElseThrow();
    if (Normal.cumulative(measured) <= level) return new Limit.Interval(0, upper);
    double lower =
        Root.ofFalling(mean -> heldBelow(measured, mean) - level, measured / 2, measured / 3)
            .orElseThrow();
    return new Limit.Interval(lower, upper);
  }

  /// Probability between a measurement below the mean and its equal above.
  private static double heldAbove(double measured, double mean) {
    double distance =
        measured >= 0 ? mean - measured : Math.sqrt(mean * mean - 2 * mean * measured);
    return Normal.cumulative(distance) - Normal.cumulative(measured - mean);
  }

  /// Probability between a measurement above the mean and its equal below.
  private static double heldBelow(double measured, double mean) {
    double mirror = 2 * mean - measured;
    double distance = measured - mean;
    double equal = mirror >= 0 ? mirror : (mean * mean - distance * distance) / (2 * mean);
    return Normal.cumulative(distance) - Normal.cumulative(equal - mean);
  }

  /// The construction for one background.
  record Construction(SmearedPoisson counts, double level) {
    /// How many pieces beyond the first that accepts nothing are looked at.
    private static final int FURTHER = 8;

    Limit.Interval interval(long observed) {
      return new Limit.Interval(lower(observed), upper(observed));
    }

    /// The greatest signal that accepts the count.
    double upper(long observed) {
      // Gallop to a count whose piece accepts nothing, then halve.
      long last = observed;
      long step = 1;
      while (!Double.isNaN(upperOfPiece(observed, last + step))) {
        last += step;
        step *= 2;
      }
      while (step > 1) {
        step /= 2;
        if (!Double.isNaN(upperOfPiece(observed, last + step))) last += step;
      }
      // The construction is not monotone: a later piece may accept again.
      double upper = upperOfPiece(observed, last);
      for (long k = last + 1; k < last + FURTHER; k++) {
        double again = upperOfPiece(observed, k);
        if (!Double.isNaN(again)) upper = again;
      }
      return upper;
    }

    /// The greatest accepting signal of those for which `k` is the last count above the observed
    /// one that comes before it; NaN if none accepts.
    private double upperOfPiece(long observed, long k) {
      double from = k == observed ? 0 : equal(observed, k);
      double to = equal(observed, k + 1);
      if (held(observed, k + 1, to) < level) return to;
      if (held(observed, k + 1, from) >= level) return Double.NaN;
      return crossing(observed, k + 1, from, to);
    }

    /// The smallest signal that accepts the count.
    double lower(long observed) {
      if (observed == 0 || held(-1, observed, 0) < level) return 0;
      long first = observed;
      long step = 1;
      while (first >= step && !Double.isNaN(lowerOfPiece(observed, first - step))) {
        first -= step;
        step *= 2;
      }
      while (step > 1) {
        step /= 2;
        if (first >= step && !Double.isNaN(lowerOfPiece(observed, first - step))) first -= step;
      }
      double lower = lowerOfPiece(observed, first);
      for (long k = first - 1; k >= 0 && k > first - FURTHER; k--) {
        double again = lowerOfPiece(observed, k);
        if (!Double.isNaN(again)) lower = again;
      }
      return lower;
    }

    /// The smallest accepting signal of those for which `k` is the first count below the observed
    /// one that comes before it; NaN if none accepts.
    private double lowerOfPiece(long observed, long k) {
      double from = k == 0 ? 0 : equal(k - 1, observed);
      double to = k == observed ? equal(observed, observed + 1) : equal(k, observed);
      if (held(k - 1, observed, from) < level) return from;
      if (held(k - 1, observed, to) >= level) return Double.NaN;
      return crossing(k - 1, observed, to, from);
    }

    /// `P(low < n < high | signal)`.
    private double held(long low, long high, double signal) {
      if (high <= low + 1) return 0;
      double below = low < 0 ? 0 : StrictMath.exp(counts.logAtMost((double) low, signal));
      return StrictMath.exp(counts.logAtMost(high - 1.0, signal)) - below;
    }

    /// Where what is held crosses the level, between a signal that accepts and one that does not.
    private double crossing(long low, long high, double accepting, double refusing) {
      double in = accepting;
      double out = refusing;
      while (Math.abs(in - out) > 1e-10 * Math.max(in, out)) {
        double middle = 0.5 * (in + out);
        if (held(low, high, middle) < level) in = middle;
        else out = middle;
      }
      return in;
    }

    /// The signal at which two counts have the same `R`; 0 if it would be negative.
    private double equal(long fewer, long more) {
      double best = logBest(fewer) - logBest(more);
      // Of R, that of the fewer falls against that of the more as the signal grows.
      DoubleUnaryOperator ratio =
          s -> counts.logMass((double) fewer, s) - counts.logMass((double) more, s) - best;
      if (ratio.applyAsDouble(0) <= 0) return 0;
      double guess = Math.max(0.5, 0.5 * (fewer + more) - counts.background().expected());
      return Root.ofFalling(ratio, guess, 1.01 * guess).orElse(Double.POSITIVE_INFINITY);
    }

    /// `ln` of the largest probability that any signal gives a count.
    private double logBest(long count) {
      double n = count;
      // The slope of P(n | s) is P(n − 1 | s) − P(n | s); averaged over a log-normal efficiency,
      // whose weight it carries, it has that of the signal s exp κ².
      DoubleUnaryOperator slope = s -> counts.logMass(n - 1, s) - counts.logMass(n, s);
      if (count == 0 || slope.applyAsDouble(0) <= 0) return counts.logMass(n, 0);
      double guess = Math.max(0.5, n - counts.background().expected());
      double kappa = StrictMath.log1p(counts.signalUncertainty());
      double best = Root.ofFalling(slope, guess, 1.01 * guess).orElseThrow();
      return counts.logMass(n, best * StrictMath.exp(-kappa * kappa));
    }
  }
}
