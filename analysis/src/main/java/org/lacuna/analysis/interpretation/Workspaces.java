package org.lacuna.analysis.interpretation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Hypothesis;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Munununu;
import org.lacuna.analysis.result.Munux;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.SearchStatus;
import org.lacuna.statistics.histfactory.Modifier;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Workspace;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Observation;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;
import org.lacuna.statistics.histfactory.Workspace.Sample;

/// The searches of a run as HistFactory workspaces, one count each: for pyhf, and to be combined
/// with the searches of others.
///
/// The background moves linearly with one normal parameter (`histosys`), as in the limits of the
/// run; those average over it where HistFactory fits it. The parameter of interest is the branching
/// fraction, or for a heavy neutral lepton the mixing, in units of a power of ten that the name of
/// the measurement says.
///
/// @cite Cranmer2012
public final class Workspaces {
  private static final String SIGNAL_STRENGTH = "mu";

  /// The strength may go up to so many times the limit that is expected.
  private static final double REACH = 100;

  private Workspaces() {}

  /// All searches that counted, by name.
  public static SequencedMap<String, Workspace> of(Results results) {
    SequencedMap<String, Workspace> all = new LinkedHashMap<>();
    for (Hypothesis h : results.hnl().hypotheses()) {
      add(
          all,
          "hnl-" + mass(h.massMeV()),
          "|U_mu4|^2",
          h.status(),
          h.observed(),
          h.expected(),
          h.expectedSigma(),
          h.mixingLimit(),
          1 / h.mixingSES().value());
    }
    double kaonDecays = results.normalisation().kaonDecays().value();
    add(all, "munux-scalar-", results.munux().scalar(), kaonDecays);
    add(all, "munux-vector-", results.munux().vector(), kaonDecays);
    Munununu neutrinos = results.munununu();
    add(
        all,
        "munununu",
        "B(K+ -> mu+ nu nu nubar)",
        neutrinos.status(),
        neutrinos.observed(),
        neutrinos.expected(),
        neutrinos.expectedSigma(),
        neutrinos.branchingLimit(),
        kaonDecays * neutrinos.acceptance().value());
    return all;
  }

  private static void add(
      SequencedMap<String, Workspace> all,
      String name,
      List<Munux.Mass> masses,
      double kaonDecays) {
    for (Munux.Mass at : masses) {
      add(
          all,
          name + mass(at.massMeV()),
          "B(K+ -> mu+ nu X)",
          at.status(),
          at.observed(),
          at.expected(),
          at.expectedSigma(),
          at.branchingLimit(),
          kaonDecays * at.acceptance().value());
    }
  }

  /// @param limit on what is sought
  /// @param events for each unit of it
  private static void add(
      SequencedMap<String, Workspace> all,
      String name,
      String sought,
      SearchStatus status,
      OptionalLong observed,
      double expected,
      BackgroundSigma sigma,
      Limit limit,
      double events) {
    double median = limit.expected().median();
    boolean isCounted = status.hasLimit() && observed.isPresent();
    if (!isCounted || !Double.isFinite(median) || !(events > 0)) return;
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(median)));
    String measurement = String.format(Locale.ROOT, "%s in units of %.0e", sought, unit);
    all.put(name, workspace(measurement, observed.getAsLong(), expected, sigma, unit * events));
  }

  private static Workspace workspace(
      String measurement, long observed, double expected, BackgroundSigma sigma, double signal) {
    String region = "region";
    double uncertainty = sigma.total();
    List<Modifier> background =
        uncertainty > 0
            ? List.of(
                new HistoSys(
                    "background", List.of(expected - uncertainty), List.of(expected + uncertainty)))
            : List.of();
    Sample signals =
        new Sample("signal", List.of(signal), List.of(new NormFactor(SIGNAL_STRENGTH)));
    return new Workspace(
        List.of(
            new Channel(
                region, List.of(signals, new Sample("background", List.of(expected), background)))),
        List.of(new Observation(region, List.of((double) observed))),
        List.of(new Measurement(measurement, SIGNAL_STRENGTH, List.of(strength()))));
  }

  private static ParameterSetting strength() {
    ParameterSetting none = ParameterSetting.none(SIGNAL_STRENGTH);
    return new ParameterSetting(
        SIGNAL_STRENGTH,
        Optional.of(List.of(1.0)),
        Optional.of(List.of(new Range(0, REACH))),
        none.auxdata(),
        none.factors(),
        none.sigmas(),
        none.fixed());
  }

  private static String mass(double massMeV) {
    return String.format(Locale.ROOT, massMeV == Math.rint(massMeV) ? "%.0f" : "%.1f", massMeV);
  }
}
