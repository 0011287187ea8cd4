package org.lacuna.analysis.background;

import java.util.Arrays;
import java.util.List;
import org.lacuna.analysis.sample.Order;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.experiment.response.Variant;
import org.lacuna.statistics.sideband.Interval;

/// The expected spectrum of missing masses from simulated samples: exact masses with weights, so
/// that the content of any window is known without a histogram in between.
///
/// It does not fluctuate as data do; it has the statistical error of the simulation.
public final class ExpectedSpectrum {
  private final double[] massGeV;

  /// Sum of weights below each mass, and of their squares.
  private final double[] below;

  private final double[] squaresBelow;

  private ExpectedSpectrum(double[] massGeV, double[] weight) {
    int[] order = Order.rising(massGeV);
    this.massGeV = Arrays.stream(order).mapToDouble(i -> massGeV[i]).toArray();
    below = new double[order.length + 1];
    squaresBelow = new double[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      double w = weight[order[i]];
      below[i + 1] = below[i] + w;
      squaresBelow[i + 1] = squaresBelow[i] + w * w;
    }
  }

  /// The sum of some samples.
  ///
  /// @param samples simulated processes, whose large squared missing masses are listed
  /// @param variant of the weights; samples without it count as nominal
  /// @param exposure K⁺ decays in the fiducial volume
  public static ExpectedSpectrum of(List<Sample> samples, Variant variant, double exposure) {
    int total = samples.stream().mapToInt(sample -> sample.result().listed().length).sum();
    double[] mass = new double[total];
    double[] weight = new double[total];
    int at = 0;
    for (Sample sample : samples) {
      int index = variant.index() < sample.result().variants() ? variant.index() : 0;
      float[] squared = sample.result().listed();
      float[] own = sample.result().listedWeight(index);
      double scale = sample.eventsPerWeight(exposure);
      for (int i = 0; i < squared.length; i++) {
        mass[at] = Math.sqrt(squared[i]);
        weight[at++] = own[i] * scale;
      }
    }
    return new ExpectedSpectrum(mass, weight);
  }

  /// Expected events with a missing mass in `[low, high)`, in GeV.
  public double contentOf(Interval window) {
    return below[index(window.high())] - below[index(window.low())];
  }

  /// Statistical error of the simulation in a window.
  public double errorOf(Interval window) {
    double squares = squaresBelow[index(window.high())] - squaresBelow[index(window.low())];
    return Math.sqrt(Math.max(0, squares));
  }

  private int index(double edgeGeV) {
    int found = Arrays.binarySearch(massGeV, edgeGeV);
    if (found < 0) return -found - 1;
    while (found > 0 && massGeV[found - 1] == edgeGeV) found--;
    return found;
  }
}
