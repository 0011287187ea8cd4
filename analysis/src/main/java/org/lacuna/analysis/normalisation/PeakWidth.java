package org.lacuna.analysis.normalisation;

import java.util.List;
import java.util.stream.DoubleStream;
import org.lacuna.analysis.acceptance.GaussianCore;
import org.lacuna.analysis.result.Resolution;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.simulation.Spectrum;
import org.lacuna.statistics.sideband.Interval;

/// Width of the peak of `K⁺ → μ⁺ν` in the squared missing mass of the selected events: of its
/// Gaussian core, and the standard deviation inside the normalisation region.
///
/// From bins of 5·10⁻⁵ GeV², a thirtieth of the width.
public final class PeakWidth {
  private static final String UNIT = "GeV^2";

  private PeakWidth() {}

  /// Measures the width in the data.
  ///
  /// @param samples whose selected events are added
  /// @param regionGeV2 in which the standard deviation is taken
  public static Resolution of(List<Sample> samples, Interval regionGeV2) {
    Spectrum shape = samples.getFirst().result().peak();
    double[] centre = new double[shape.bins()];
    double[] count = new double[shape.bins()];
    for (int bin = 0; bin < shape.bins(); bin++) {
      centre[bin] = (shape.edge(bin) + shape.edge(bin + 1)) / 2;
      for (Sample sample : samples) count[bin] += sample.result().peak().count(bin);
    }
    return new Resolution(
        new Resolution.Width(core(centre, count), rms(shape, centre, count, regionGeV2)));
  }

  /// Counted entries: the effective number of entries is their number, not that of bins.
  private static Estimate core(double[] centre, double[] count) {
    double total = DoubleStream.of(count).sum();
    if (!(total > 0)) return new Estimate(Double.NaN, Double.NaN, UNIT);
    GaussianCore core = GaussianCore.ofBins(centre, count);
    return new Estimate(core.sigma(), core.sigmaError(), UNIT);
  }

  private static Estimate rms(
      Spectrum shape, double[] centre, double[] count, Interval regionGeV2) {
    double sum = 0;
    double sumX = 0;
    double sumXX = 0;
    int last = shape.at(regionGeV2.high());
    for (int bin = shape.at(regionGeV2.low()); bin < last; bin++) {
      sum += count[bin];
      sumX += count[bin] * centre[bin];
      sumXX += count[bin] * centre[bin] * centre[bin];
    }
    if (!(sum > 0)) return new Estimate(Double.NaN, Double.NaN, UNIT);
    double rms = Math.sqrt(sumXX / sum - (sumX / sum) * (sumX / sum));
    return new Estimate(rms, rms / Math.sqrt(2 * sum), UNIT);
  }
}
