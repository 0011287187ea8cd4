package org.lacuna.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.Spectrum;
import org.lacuna.report.figure.Drawing;
import org.lacuna.report.figure.Figure;

/// Everything that people look at after a run.
///
/// The files are returned, not written: whoever writes knows how to do it so that none is ever half
/// there.
public final class Report {

  /// The files of a run by their path inside its folder: `figures/`, `tables/` and, last,
  /// `report/index.html`. The same input gives the same bytes.
  ///
  /// @param results of the run
  /// @param spectrum of its selected events
  /// @param provenance what the page says of how the numbers came about, in this order
  public static SequencedMap<String, byte[]> of(
      Results results, Spectrum spectrum, SequencedMap<String, String> provenance) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    List<Figure> figures = Figures.of(results, spectrum);
    for (Figure figure : figures) {
      new TreeMap<>(Drawing.FORMATS)
          .forEach((ending, draw) ->
              files.put("figures/%s.%s".formatted(figure.name(), ending), draw.apply(figure)));
    }
    for (Table<?> table : Tables.of(results)) {
      if (table.rows().isEmpty()) continue;
      files.put("tables/%s.csv".formatted(table.name()), table.csv());
      files.put("tables/%s.md".formatted(table.name()), table.markdown());
    }
    files.put(
        "report/index.html",
        Page.html(results, figures, provenance).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private Report() {}
}
