package org.lacuna.statistics.counting;

import java.util.Optional;

/// Unified interval whose upper end never grows when less background is expected: the end of
/// [FeldmanCousins] replaced by its maximum over all backgrounds from the given one up.
///
/// That maximum lies at the given background or just above one of the jumps of the construction;
/// the tables of 1998 contain it.
///
/// For a known background.
///
/// @cite FeldmanCousins1998
public record MonotoneFeldmanCousins(LimitSettings settings) implements LimitMethod {
  /// How far to look beyond, in events: the envelope of the jumps falls, the first few are enough.
  private static final double REACH = 4;

  private static final double STEP = 0.1;

  public MonotoneFeldmanCousins {
    settings.requireExactSignal("feldman-cousins-monotone");
  }

  @Override
  public Limit limit(CountingExperiment experiment) {
    Background background = experiment.background();
    if (!background.isKnown()) {
      throw new IllegalArgumentException(
          "feldman-cousins-monotone needs a known background: uncertainty "
              + background.sigma()
              + " must be 0; feldman-cousins averages over it");
    }
    SmearedPoisson counts = new SmearedPoisson(background);
    double upper = upper(experiment.observed(), background.expected());
    double lower = construction(background.expected()).lower(experiment.observed());
    ExpectedBand expected =
        ExpectedBand.of(z -> upper(counts.quantile(z).count(), background.expected()));
    return new Limit(
        new UpperLimit.Converged(upper),
        expected,
        Double.NaN,
        Double.NaN,
        0,
        Optional.of(new Limit.Interval(lower, upper)));
  }

  private FeldmanCousins.Construction construction(double background) {
    return new FeldmanCousins(settings).construction(new Background.Gaussian(background, 0));
  }

  private double upper(long observed, double background) {
    double largest = raw(observed, background);
    double before = largest;
    for (double b = background; b < background + REACH; b += STEP) {
      double after = raw(observed, b + STEP);
      // Without a jump it falls; with one its top is at most STEP higher than seen.
      if (after + STEP > largest + 1e-6) {
        largest = Math.max(largest, top(observed, b, before, b + STEP, after));
      }
      before = after;
    }
    return largest;
  }

  /// The value just above a jump between two backgrounds, found by halving.
  private double top(long observed, double low, double atLow, double high, double atHigh) {
    double left = low;
    double atLeft = atLow;
    double right = high;
    double atRight = atHigh;
    // Neighbours among large backgrounds are farther apart than that.
    double resolution = 1e-7 + 4 * Math.ulp(high);
    while (right - left > resolution) {
      double middle = 0.5 * (left + right);
      double value = raw(observed, middle);
      // The jump lies where the value has not fallen as much as the background has grown.
      if (value - atLeft > atRight - value) {
        right = middle;
        atRight = value;
      } else {
        left = middle;
        atLeft = value;
      }
    }
    return Math.max(atLeft, atRight);
  }

  private double raw(long observed, double background) {
    return construction(background).upper(observed);
  }
}
