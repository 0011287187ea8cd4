package org.lacuna.analysis.normalisation;

import java.util.List;
import java.util.stream.DoubleStream;
import org.lacuna.analysis.acceptance.GaussianCore;
import org.lacuna.analysis.result.Resolution;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Spectrum;
import org.lacuna.statistics.sideband.Interval;

/// Width of the peak of `K⁺ → μ⁺ν` in the squared missing mass of the selected events: of its
/// Gaussian core, and the standard deviation inside the normalisation region.
///
/// From bins of 5·10⁻⁵ GeV², a thirtieth of the width.
public final class PeakWidth {
  private static final String UNIT = "GeV^2";
  private static final int NOMINAL = Variant.NOMINAL.index();

  private PeakWidth() {}

  /// Measures the width: of pseudo-data, whose events are counted, or of simulated samples, whose
  /// events have weights.
  ///
  /// @param samples whose selected events are added
  /// @param regionGeV2 in which the standard deviation is taken
  public static Resolution of(List<Sample> samples, Interval regionGeV2) {
    Spectrum shape = samples.getFirst().result().peak();
    double[] centre = new double[shape.bins()];
    double[] content = new double[shape.bins()];
    double[] variance = new double[shape.bins()];
    for (int bin = 0; bin < shape.bins(); bin++) {
      centre[bin] = (shape.edge(bin) + shape.edge(bin + 1)) / 2;
      for (Sample sample : samples) {
        Spectrum peak = sample.result().peak();
        boolean isWeighted = sample.result().variants() > 0;
        double scale = isWeighted ? sample.eventsPerWeight(1) : 1;
        content[bin] += isWeighted ? scale * peak.sum(NOMINAL, bin) : peak.count(bin);
        variance[bin] +=
            isWeighted ? scale * scale * peak.sumOfSquares(NOMINAL, bin) : peak.count(bin);
      }
    }
    return new Resolution(
        new Resolution.Width(
            core(centre, content, variance), rms(shape, centre, content, variance, regionGeV2)));
  }

  /// The effective number of entries is that of events, not that of bins.
  private static Estimate core(double[] centre, double[] content, double[] variance) {
    double total = DoubleStream.of(content).sum();
    if (!(total > 0)) return new Estimate(Double.NaN, Double.NaN, UNIT);
    GaussianCore core = GaussianCore.ofBins(centre, content, variance);
    return new Estimate(core.sigma(), core.sigmaError(), UNIT);
  }

  private static Estimate rms(
      Spectrum shape, double[] centre, double[] content, double[] variance, Interval regionGeV2) {
    double sum = 0;
    double sumX = 0;
    double sumXX = 0;
    double squares = 0;
    int last = shape.at(regionGeV2.high());
    for (int bin = shape.at(regionGeV2.low()); bin < last; bin++) {
      sum += content[bin];
      sumX += content[bin] * centre[bin];
      sumXX += content[bin] * centre[bin] * centre[bin];
      squares += variance[bin];
    }
    if (!(sum > 0)) return new Estimate(Double.NaN, Double.NaN, UNIT);
    double rms = Math.sqrt(sumXX / sum - (sumX / sum) * (sumX / sum));
    return new Estimate(rms, rms * Math.sqrt(squares / 2) / sum, UNIT);
  }
}
