package org.lacuna.application.study;

import static org.lacuna.application.input.InputException.given;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lacuna.application.input.CsvFile;
import org.lacuna.application.input.InputException;
import org.lacuna.statistics.evidence.PeakHypothesis;
import org.lacuna.statistics.evidence.PeakScan;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;

/// A spectrum without a signal and the hypotheses that are looked for in it; masses in MeV.
///
/// @param range where the spectrum is defined
/// @param expected events between two masses
record ScanRecipe(
    String name, Interval range, List<PeakHypothesis> hypotheses, DoubleBinaryOperator expected) {

  private static final double[] LINEAR = {200, 1.7, 384, 0.6};
  private static final double[] SIMULATED = {
    200, 2.7, 250, 1.9, 300, 1.3, 350, 0.78, 380, 0.34, 384, 0.24
  };

  /// Synthetic spectra, fixed so that results can be compared; a further one is a line here.
  ///
  /// The density per MeV is the exponential of a parabola in `x = (m - 292)/92`. `reference` and
  /// `tenth` have a resolution that falls linearly; that of `steep` is the one expected of the
  /// apparatus, and its spectrum falls too fast for a parabola at the low end.
  static final Map<String, ScanRecipe> BY_NAME =
      Map.of(
          "reference",
          of("reference", LINEAR, 0.0287315493538, -2.33116429991, 6.31981627165),
          "tenth",
          of("tenth", LINEAR, 0.0287315493538, -2.33116429991, 4.01723117865),
          "steep",
          of("steep", SIMULATED, 0.484040488027, -1.641707173, 6.09134093794));

  /// The 269 hypotheses of the search: steps of 1 MeV up to 300 MeV, of 0.5 MeV beyond.
  private static ScanRecipe of(String name, double[] resolution, double x2, double x1, double x0) {
    DoubleUnaryOperator density =
        mass -> {
          double x = (mass - 292) / 92;
          return StrictMath.exp((x2 * x + x1) * x + x0);
        };
    return new ScanRecipe(
        name,
        new Interval(188, 386),
        DoubleStream.concat(
                IntStream.rangeClosed(200, 300).asDoubleStream(),
                IntStream.rangeClosed(601, 768).mapToDouble(half -> half / 2.0))
            .mapToObj(mass -> new PeakHypothesis(mass, interpolated(resolution, mass)))
            .toList(),
        // Neighbouring edges are so close that Simpson's rule is exact to ten digits.
        (low, high) ->
            (high - low)
                / 6
                * (density.applyAsDouble(low)
                    + 4 * density.applyAsDouble((low + high) / 2)
                    + density.applyAsDouble(high)));
  }

  private static double interpolated(double[] nodes, double mass) {
    int k = 2;
    while (nodes[k] < mass) k += 2;
    double share = (mass - nodes[k - 2]) / (nodes[k] - nodes[k - 2]);
    return (1 - share) * nodes[k - 1] + share * nodes[k + 1];
  }

  /// A spectrum and hypotheses of the user.
  ///
  /// @param spectrum columns `lowMeV,highMeV,events`, bins that follow each other; within a bin the
  ///   density is taken as constant
  /// @param hypotheses columns `massMeV,sigmaMeV`
  static ScanRecipe read(Path spectrum, Path hypotheses) {
    List<CsvFile.Row> bins =
        CsvFile.read(spectrum, List.of("lowMeV", "highMeV", "events"), List.of()).rows();
    if (bins.isEmpty()) throw new InputException(spectrum + " has no bins");
    double[] edges = new double[bins.size() + 1];
    double[] below = new double[bins.size() + 1];
    edges[0] = bins.getFirst().number("lowMeV");
    for (int i = 0; i < bins.size(); i++) {
      CsvFile.Row bin = bins.get(i);
      if (bin.number("lowMeV") != edges[i]) {
        throw bin.refused("lowMeV must be " + edges[i] + ", where the bin before ends");
      }
      edges[i + 1] = bin.number("highMeV");
      if (!(edges[i + 1] > edges[i])) throw bin.refused("highMeV must lie above lowMeV");
      below[i + 1] = below[i] + bin.notNegative("events");
    }
    return new ScanRecipe(
        spectrum.toString(),
        new Interval(edges[0], edges[edges.length - 1]),
        CsvFile.read(hypotheses, List.of("massMeV", "sigmaMeV"), List.of()).rows().stream()
            .map(row -> new PeakHypothesis(row.number("massMeV"), row.number("sigmaMeV")))
            .toList(),
        (low, high) -> Math.max(0, at(edges, below, high) - at(edges, below, low)));
  }

  private static double at(double[] edges, double[] below, double mass) {
    int found = Arrays.binarySearch(edges, mass);
    if (found >= 0) return below[found];
    int next = -found - 1;
    if (next == 0) return 0;
    if (next == edges.length) return below[next - 1];
    double share = (mass - edges[next - 1]) / (edges[next] - edges[next - 1]);
    return (1 - share) * below[next - 1] + share * below[next];
  }

  /// The hypotheses with windows of ±1.5 σ and bins of 0.75 σ up to 11.25 σ.
  PeakScan scan(SidebandEstimator estimator) {
    return given(
        () -> new PeakScan(new PeakWindows(1.5, 11.25, 0.75, range), estimator, hypotheses));
  }
}
