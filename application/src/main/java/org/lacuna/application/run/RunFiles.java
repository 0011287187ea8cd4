package org.lacuna.application.run;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.lacuna.analysis.SingleMuonSearch.Findings;
import org.lacuna.analysis.interpretation.Workspaces;
import org.lacuna.application.json.Json;
import org.lacuna.report.Report;
import org.lacuna.statistics.histfactory.WorkspaceJson;

/// The files of a finished run.
public final class RunFiles {
  private RunFiles() {}

  /// Writes them all; the results last, so that a folder with results is complete.
  public static void write(RunFolder folder, Findings findings, Provenance provenance) {
    Report.of(findings.results(), findings.spectrum(), shown(provenance)).forEach(folder::write);
    Workspaces.of(findings.results())
        .forEach((name, workspace) ->
            folder.write("workspaces/" + name + ".json", text(WorkspaceJson.write(workspace))));
    folder.write(
        "spectra/missing-mass-squared.csv", text(SpectrumFiles.histogram(findings.spectrum())));
    folder.write("spectra/selected.csv", text(SpectrumFiles.events(findings.missingMassGeV())));
    folder.write("provenance.json", json(provenance));
    folder.write("results.json", json(findings.results()));
  }

  /// What the page says of how the numbers came about.
  private static SequencedMap<String, String> shown(Provenance provenance) {
    SequencedMap<String, String> shown = new LinkedHashMap<>();
    shown.put("version", provenance.version());
    shown.put("card", provenance.cardName() + ", SHA-256 " + provenance.cardSha256());
    shown.put("exposure", words("%.4g kaon decays in the fiducial volume", provenance.exposure()));
    shown.put(
        "delivered",
        words("%.4g kaon decays before trigger and random veto", provenance.decaysDelivered()));
    shown.put("seed", Long.toString(provenance.seed()));
    shown.put("java", provenance.java());
    double cpu = provenance.workers().stream().mapToDouble(Provenance.WorkerTime::cpuSeconds).sum();
    shown.put(
        "time",
        words(
            "%.0f s with %d threads, %.0f s of CPU",
            provenance.wallSeconds(), provenance.workers().size(), cpu));
    provenance
        .events()
        .forEach((sample, events) -> shown.put("decays thrown, " + sample, words("%d", events)));
    return shown;
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static byte[] json(Object content) {
    return text(Json.pretty(content) + "\n");
  }

  private static byte[] text(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
