package org.lacuna.application.run;

import java.nio.charset.StandardCharsets;
import org.lacuna.analysis.SingleMuonSearch.Findings;
import org.lacuna.application.json.Json;
import org.lacuna.report.Figures;
import org.lacuna.report.figure.Drawing;
import org.lacuna.report.figure.Figure;

/// The files of a finished run.
public final class RunFiles {
  private RunFiles() {}

  /// Writes them all; the results last, so that a folder with results is complete.
  public static void write(RunFolder folder, Findings findings, Provenance provenance) {
    for (Figure figure : Figures.of(findings.results(), findings.spectrum())) {
      Drawing.FORMATS.forEach((format, draw) ->
          folder.write("figures/" + figure.name() + "." + format, draw.apply(figure)));
    }
    folder.write("provenance.json", json(provenance));
    folder.write("results.json", json(findings.results()));
  }

  private static byte[] json(Object content) {
    return (Json.pretty(content) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
