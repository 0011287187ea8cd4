package org.lacuna.analysis.result;

import java.util.Arrays;
import java.util.List;

/// A histogram of m²_miss with the processes that make it up; kept beside `results.json`.
///
/// Bins are half-open and equally wide; all lists run over them.
///
/// @param lowGeV2 lower edge of the first bin
/// @param widthGeV2 of a bin
/// @param observed events of the data or pseudo-data
/// @param components expected for the same exposure, the largest first
/// @param sigma absolute standard uncertainty of their sum, systematic part included; `NaN` where
///   not estimated
public record Spectrum(
    double lowGeV2,
    double widthGeV2,
    List<Long> observed,
    List<Component> components,
    List<Double> sigma) {

  public Spectrum {
    Checks.positive("widthGeV2", widthGeV2);
    observed = List.copyOf(observed);
    components = List.copyOf(components);
    sigma = List.copyOf(sigma);
    int bins = observed.size();
    sameLength("sigma", sigma.size(), bins);
    for (Component component : components) {
      sameLength(component.process, component.expected.size(), bins);
    }
  }

  /// What one process contributes.
  ///
  /// @param process as on the command line, or `tail`
  /// @param expected events per bin
  public record Component(String process, List<Double> expected) {
    public Component {
      expected = List.copyOf(expected);
    }
  }

  /// Number of bins.
  public int bins() {
    return observed.size();
  }

  /// The edges of the bins, one more than there are bins.
  public double[] edgesGeV2() {
    double[] edges = new double[bins() + 1];
    Arrays.setAll(edges, i -> lowGeV2 + i * widthGeV2);
    return edges;
  }

  /// Expected events per bin, all components together.
  public double[] total() {
    double[] total = new double[bins()];
    for (Component component : components) {
      for (int bin = 0; bin < total.length; bin++) total[bin] += component.expected.get(bin);
    }
    return total;
  }

  private static void sameLength(String name, int length, int bins) {
    if (length != bins) {
      throw new IllegalArgumentException(
          "%s has %d bins: must have %d like the observed spectrum".formatted(name, length, bins));
    }
  }
}
