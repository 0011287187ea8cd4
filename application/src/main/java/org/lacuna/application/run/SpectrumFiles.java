package org.lacuna.application.run;

import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.statistics.sideband.SortedSample;

/// The spectra of a run as CSV, for an analysis of one's own.
final class SpectrumFiles {
  private SpectrumFiles() {}

  /// A line for each bin of m²_miss: its edges, what was selected, what is expected of each
  /// process, and the uncertainty of the sum, empty where it is not estimated.
  static String histogram(Spectrum spectrum) {
    List<String> processes =
        spectrum.components().stream().map(Spectrum.Component::process).toList();
    StringBuilder text = new StringBuilder("lowGeV2,highGeV2,selected,");
    text.append(String.join(",", processes)).append(",sigma\n");
    double[] edges = spectrum.edgesGeV2();
    for (int bin = 0; bin < spectrum.bins(); bin++) {
      int at = bin;
      double sigma = spectrum.sigma().get(bin);
      text.append(edges[bin]).append(',').append(edges[bin + 1]).append(',');
      text.append(spectrum.observed().get(bin)).append(',');
      text.append(
          spectrum.components().stream()
              .map(component -> component.expected().get(at).toString())
              .collect(Collectors.joining(",")));
      text.append(',').append(Double.isNaN(sigma) ? "" : sigma).append('\n');
    }
    return text.toString();
  }

  /// A line for each selected event in which the search looks, by rising missing mass.
  static String events(SortedSample missingMassGeV) {
    return missingMassGeV
        .values()
        .mapToObj(Double::toString)
        .collect(Collectors.joining("\n", "missingMassGeV\n", "\n"));
  }
}
