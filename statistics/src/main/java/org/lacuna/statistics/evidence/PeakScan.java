package org.lacuna.statistics.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandFit;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import org.lacuna.statistics.sideband.Sidebands;
import org.lacuna.statistics.sideband.SortedSample;

/// Many peak hypotheses in one spectrum. Their windows overlap and share sidebands; each has a
/// sideband estimate and a local significance of its own.
///
/// All edges of all windows and bins are put in one list, so that a spectrum is a list of counts
/// below each edge, and data and pseudo-experiments take the same way from there.
///
/// Immutable, so threads may share it.
public final class PeakScan {
  private final List<PeakHypothesis> hypotheses;
  private final double[] edges;
  private final List<Window> windows;

  /// @param layout how windows are laid around a hypothesis
  /// @param estimator of the background; with equal orders only its statistical error counts
  /// @param hypotheses in the order of the scan
  /// @throws IllegalArgumentException if there is no hypothesis, or one does not fit the layout
  public PeakScan(
      PeakWindows layout, SidebandEstimator estimator, List<PeakHypothesis> hypotheses) {
    if (hypotheses.isEmpty()) throw new IllegalArgumentException("a scan needs a hypothesis");
    this.hypotheses = List.copyOf(hypotheses);
    edges =
        hypotheses.stream()
            .flatMap(at -> intervals(layout, at))
            .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()))
            .sorted()
            .distinct()
            .toArray();
    windows = hypotheses.stream().map(at -> new Window(layout, estimator, at)).toList();
  }

  private static Stream<Interval> intervals(PeakWindows layout, PeakHypothesis at) {
    return Stream.concat(
        Stream.of(layout.signalAt(at.centre(), at.sigma())),
        layout.sidebandsAt(at.centre(), at.sigma()).bins().stream()
            .map(bin -> bin.around(at.centre(), at.sigma())));
  }

  private int place(double edge) {
    return Arrays.binarySearch(edges, edge);
  }

  /// The hypotheses, in the order of the scan.
  public List<PeakHypothesis> hypotheses() {
    return hypotheses;
  }

  /// Local significance of each hypothesis in data; NaN where the sidebands give no estimate.
  public double[] significances(SortedSample data) {
    return significances(counts(data::countBelow));
  }

  /// All edges, rising.
  double[] edges() {
    return edges.clone();
  }

  long[] counts(DoubleToLongFunction below) {
    return DoubleStream.of(edges).mapToLong(below).toArray();
  }

  /// @param below for each edge, the number of events below it, from any start
  double[] significances(long[] below) {
    return windows.stream().mapToDouble(window -> window.significance(below)).toArray();
  }

  /// A hypothesis with the places of its edges in the common list.
  private final class Window {
    private final SidebandFit fit;
    private final int low;
    private final int high;
    private final int[] binLow;
    private final int[] binHigh;

    Window(PeakWindows layout, SidebandEstimator estimator, PeakHypothesis at) {
      Interval signal = layout.signalAt(at.centre(), at.sigma());
      Sidebands sidebands = layout.sidebandsAt(at.centre(), at.sigma());
      List<Interval> bins =
          sidebands.bins().stream().map(bin -> bin.around(at.centre(), at.sigma())).toList();
      fit = estimator.on(sidebands);
      low = place(signal.low());
      high = place(signal.high());
      binLow = bins.stream().mapToInt(bin -> place(bin.low())).toArray();
      binHigh = bins.stream().mapToInt(bin -> place(bin.high())).toArray();
    }

    double significance(long[] below) {
      double[] contents = new double[binLow.length];
      for (int i = 0; i < contents.length; i++) {
        contents[i] = below[binHigh[i]] - below[binLow[i]];
      }
      return fit.outcome(contents) instanceof SidebandEstimate background
          ? LocalSignificance.profileGauss(
              new CountingExperiment(
                  below[high] - below[low],
                  new Background.Gaussian(background.expected(), background.sigma())))
          : Double.NaN;
    }
  }
}
