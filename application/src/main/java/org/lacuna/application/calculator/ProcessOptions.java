package org.lacuna.application.calculator;

import static org.lacuna.application.calculator.Limits.below;
import static org.lacuna.application.input.InputException.given;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.Choice;
import org.lacuna.application.input.InputException;
import org.lacuna.application.input.Quantity;
import org.lacuna.core.quantity.Dimension;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A process and its model parameters on the command line.
///
/// A process asks for the parameters it has; an option that nobody asked for is refused, and so is
/// one that is missing.
final class ProcessOptions {
  private static final String FORM_FACTORS = "--form-factors";
  private static final String INFRARED = "--infrared";
  private static final String PHOTON_FROM = "--photon-from";
  private static final String SPECTRUM = "--spectrum";
  private static final String MODEL = "--model";
  private static final String LEPTON = "--lepton";
  private static final String MASS = "--mass";
  private static final String COUPLING = "--coupling";
  private static final String MIXING = "--mixing";
  private static final List<String> PARAMETERS =
      List.of(FORM_FACTORS, INFRARED, PHOTON_FROM, SPECTRUM, MODEL, LEPTON, MASS, COUPLING, MIXING);

  private final Set<String> used = new HashSet<>();
  private final Map<String, Object> inputs = new LinkedHashMap<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--process",
      required = true,
      paramLabel = "P",
      description =
          "munu, munugamma, enu, pipi0, pipi0gamma, pipipi, pipi0pi0, pi0munu, pi0enu, hnl, munux"
              + " or munununu.")
  private String process = "";

  @Option(
      names = FORM_FACTORS,
      paramLabel = "SET",
      defaultValue = "kloe",
      description = "munu, munugamma: kloe, chpt or e787 (default: ${DEFAULT-VALUE}).")
  private String formFactors = "";

  @Option(
      names = INFRARED,
      paramLabel = "R",
      defaultValue = "fixed-order",
      description =
          "munu, munugamma: fixed-order or resummed soft photons (default: ${DEFAULT-VALUE}).")
  private String infrared = "";

  @Option(
      names = PHOTON_FROM,
      paramLabel = "E",
      defaultValue = "1 MeV",
      converter = Quantity.Energy.class,
      description =
          "munu, munugamma, pipi0gamma: least photon energy in the kaon frame (default:"
              + " ${DEFAULT-VALUE}).")
  private double photonFromGeV;

  @Option(
      names = SPECTRUM,
      paramLabel = "S",
      defaultValue = "sm",
      description = "munununu: sm, phase-space or local (default: ${DEFAULT-VALUE}).")
  private String spectrum = "";

  @Option(
      names = MODEL,
      paramLabel = "M",
      description = "munux: scalar, vector (L_mu - L_tau) or vector-muon-only.")
  private @Nullable String model;

  @Option(
      names = LEPTON,
      paramLabel = "L",
      defaultValue = "mu",
      description = "hnl: mu or e (default: ${DEFAULT-VALUE}).")
  private String lepton = "";

  @Option(
      names = MASS,
      paramLabel = "M",
      converter = Quantity.Energy.class,
      description = "munux, hnl: mass of what is not seen, with its unit.")
  private @Nullable Double massGeV;

  @Option(
      names = COUPLING,
      paramLabel = "G",
      description = "munux: coupling g to the muon, above 0 (default: 1).",
      defaultValue = "1")
  private double coupling;

  @Option(
      names = MIXING,
      paramLabel = "U2",
      description = "hnl: mixing squared with the neutrino of the lepton, 0 to 1 (default: 1).",
      defaultValue = "1")
  private double mixing;

  /// The process with its parameters.
  KaonDecay process() {
    var make = Choice.of("--process", process, Processes.BY_NAME);
    KaonDecay made = given(() -> make.apply(this));
    for (String option : PARAMETERS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option) && !used.contains(option)) {
        throw new InputException(option + " does not apply to " + process + ": leave it out");
      }
    }
    return made;
  }

  <T> T formFactors(Map<String, T> sets) {
    return choice(FORM_FACTORS, "formFactors", formFactors, sets);
  }

  <T> T spectrum(Map<String, T> spectra) {
    return choice(SPECTRUM, "spectrum", spectrum, spectra);
  }

  <T> T model(Map<String, T> models) {
    return choice(MODEL, "model", required(MODEL, model), models);
  }

  <T> T lepton(Map<String, T> leptons) {
    return choice(LEPTON, "lepton", lepton, leptons);
  }

  <T> T infrared(Map<String, T> recipes) {
    return choice(INFRARED, "infrared", infrared, recipes);
  }

  /// Least photon energy.
  ///
  /// @param limitGeV the largest one there is
  double photonFromGeV(double limitGeV) {
    double from = asked(PHOTON_FROM, "photonFromGeV", photonFromGeV);
    if (from > 0 && from < limitGeV) return from;
    throw new InputException(
        "%s is %s: %s needs a photon energy above 0, where the rate diverges, and below %s"
            .formatted(
                PHOTON_FROM,
                Dimension.ENERGY.format(from),
                process,
                Dimension.ENERGY.format(limitGeV)));
  }

  /// Mass of what is not seen.
  ///
  /// @param limitGeV at and above which the decay is closed
  double massGeV(double limitGeV) {
    double mass = asked(MASS, "massGeV", required(MASS, massGeV));
    below(MASS, mass, limitGeV, process);
    return mass;
  }

  double coupling() {
    if (coupling > 0 && coupling < Double.POSITIVE_INFINITY) {
      return asked(COUPLING, "coupling", coupling);
    }
    throw new InputException(COUPLING + " is " + coupling + ": give a finite number above 0");
  }

  double mixing() {
    if (mixing >= 0 && mixing <= 1) return asked(MIXING, "mixing", mixing);
    throw new InputException(MIXING + " is " + mixing + ": give 0 to 1");
  }

  String name() {
    return process;
  }

  /// The process and the parameters that it asked for.
  Map<String, Object> inputs() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("process", process);
    all.putAll(inputs);
    return all;
  }

  private <T> T choice(String option, String key, String name, Map<String, T> table) {
    return Choice.of(option, asked(option, key, name), table);
  }

  private <T> T asked(String option, String key, T value) {
    used.add(option);
    inputs.put(key, value);
    return value;
  }

  private <T> T required(String option, @Nullable T value) {
    if (value != null) return value;
    throw new InputException(process + " needs " + option + ": see physics branching --help");
  }
}
