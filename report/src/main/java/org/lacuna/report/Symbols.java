package org.lacuna.report;

import java.util.Map;
import org.lacuna.report.figure.Label;

/// How quantities and processes are written, in the mark-up of [Label].
final class Symbols {
  static final String MISSING_MASS_SQUARED =
      "<i>m</i><sup>2</sup><sub>miss</sub> [GeV<sup>2</sup>/<i>c</i><sup>4</sup>]";
  static final String THRESHOLD =
      "<i>m</i><sup>2</sup><sub>0</sub> [GeV<sup>2</sup>/<i>c</i><sup>4</sup>]";
  static final String MASS_N = "<i>m<sub>N</sub></i> [MeV/<i>c</i><sup>2</sup>]";
  static final String MASS_X = "<i>m<sub>X</sub></i> [MeV/<i>c</i><sup>2</sup>]";
  static final String MUON_MIXING = "|<i>U</i><sub>μ4</sub>|<sup>2</sup>";
  static final String ELECTRON_MIXING = "|<i>U</i><sub>e4</sub>|<sup>2</sup>";

  private static final String KAON = "<i>K</i><sup>+</sup> → ";
  private static final Map<String, String> PROCESSES =
      Map.ofEntries(
          Map.entry("munu", KAON + "μ<sup>+</sup>ν"),
          Map.entry("munugamma", KAON + "μ<sup>+</sup>νγ"),
          Map.entry("enu", KAON + "e<sup>+</sup>ν"),
          Map.entry("pipi0", KAON + "π<sup>+</sup>π<sup>0</sup>"),
          Map.entry("pipi0gamma", KAON + "π<sup>+</sup>π<sup>0</sup>γ"),
          Map.entry("pipipi", KAON + "π<sup>+</sup>π<sup>+</sup>π<sup>−</sup>"),
          Map.entry("pipi0pi0", KAON + "π<sup>+</sup>π<sup>0</sup>π<sup>0</sup>"),
          Map.entry("pi0munu", KAON + "π<sup>0</sup>μ<sup>+</sup>ν"),
          Map.entry("pi0enu", KAON + "π<sup>0</sup>e<sup>+</sup>ν"),
          Map.entry("hnl", KAON + "μ<sup>+</sup><i>N</i>"),
          Map.entry("munux", KAON + "μ<sup>+</sup>ν<i>X</i>"),
          Map.entry("munununu", KAON + "μ<sup>+</sup>ννν\u0305"));

  /// The symbol of a process; a name without one stands for itself.
  static String process(String name) {
    return PROCESSES.getOrDefault(name, name);
  }

  private Symbols() {}
}
