package org.lacuna.application.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.card.Cards;
import org.lacuna.application.card.Kind;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.ResolvedCard;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.input.InputException;
import org.lacuna.application.input.Quantity;
import org.lacuna.application.input.Spelling;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The sample of one process that a user asks for. A command has it as a `@Mixin`.
final class AskedSample {
  /// What a process is if neither the card nor the user says so. Rates, couplings and mixings scale
  /// the samples of a run; here the user says how many decays there are.
  private static final Map<String, Map<String, String>> USUAL =
      Map.of(
          "munu", Map.of("branching-fraction", "1"),
          "upstream-munu", Map.of("branching-fraction", "1", "per-fiducial-decay", "1"),
          "gtk3-inelastic",
              Map.of(
                  "probability", "0.1 %",
                  "per-fiducial-decay", "8.07",
                  "transverse-momentum", "400 MeV",
                  "products", "3",
                  "in-chanti", "90 %",
                  "chanti-efficiency", "99 %"),
          "munugamma",
              Map.of("form-factors", "kloe", "infrared", "fixed-order", "photons", "natural"),
          "munununu", Map.of("spectrum", "sm"),
          "invisible", Map.of("branching-fraction", "1"),
          "munux", Map.of("model", "scalar", "coupling", "1"),
          "hnl", Map.of("lepton", "muon", "mixing", "1"));

  /// What has no usual mass.
  private static final Set<String> MASSIVE = Set.of("hnl", "munux");

  @Option(
      names = "--mass",
      paramLabel = "M",
      converter = Quantity.Energy.class,
      description = "Mass of the invisible particle with its unit, for hnl and munux.")
  private @Nullable Double massGeV;

  @Option(
      names = "--lepton",
      paramLabel = "L",
      description = "Charged lepton of hnl: muon or electron (default: that of the card).")
  private @Nullable String lepton;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Boson of munux: scalar (default), vector or vector-muon-only.")
  private @Nullable String model;

  @Option(
      names = "--spectrum",
      paramLabel = "S",
      description = {
        "Missing mass of munununu: sm (default), phase-space or local;",
        "of invisible: a CSV file with columns squaredMassGeV2,density."
      })
  private @Nullable String spectrum;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Key of all random numbers (default: that of the card).")
  private @Nullable String seed;

  @Mixin private Plugins plugins;

  /// A sample, and where it comes from.
  ///
  /// @param resolved the card with the seed that was asked for
  record Sample(ResolvedCard resolved, RunCard card, Apparatus apparatus, Simulation simulation) {
    /// The same events, but those that a veto or an efficiency loses go on.
    Simulation recorded() {
      return Simulation.recorded(simulation, apparatus, card.reconstruction());
    }
  }

  /// Assembles the sample: the same events as in a run of the card.
  Sample sample(String cardName, String process, Role role) {
    Map<String, String> changes = seed == null ? Map.of() : Map.of("seed", seed);
    ResolvedCard resolved = Cards.resolve(cardName, changes);
    RunCard card = resolved.read(RunCard.cards(plugins.catalogue()));
    RunCard.Setting setting = role == Role.NATURE ? card.nature() : card.simulation();
    Simulation simulation =
        Simulation.of(
            setting.apparatus(),
            card.reconstruction(),
            card.selection(),
            model(card, setting.processes(), process),
            role,
            setting.losses(),
            card.seed());
    return new Sample(resolved, card, setting.apparatus(), simulation);
  }

  /// The process of the card, or its signal; else the process as it usually is, with what the user
  /// says of it.
  private DecayModel model(RunCard card, List<DecayModel> processes, String process) {
    Map<String, String> said = said();
    Double mass = massGeV;
    String signal = card.signal().apply(card.massesGeV().getFirst()).name();
    if (process.equals(signal) && mass != null && said.size() == 1) {
      return InputException.given(() -> card.signal().apply(mass));
    }
    return processes.stream()
        .filter(it -> said.isEmpty() && it.name().equals(process))
        .findFirst()
        .orElseGet(() -> usual(process, said));
  }

  /// What the user says of the process, as keys of a card.
  private Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    if (massGeV != null) said.put("mass", massGeV + " GeV");
    if (lepton != null) said.put("lepton", lepton);
    if (model != null) said.put("model", model);
    if (spectrum != null) said.put("spectrum", spectrum);
    return said;
  }

  private DecayModel usual(String process, Map<String, String> said) {
    Map<String, Reader<? extends DecayModel>> known = plugins.catalogue().processes();
    if (!known.containsKey(process)) {
      throw new InputException(
          "process \"" + process + "\" is unknown: " + Spelling.hint(process, known.keySet()));
    }
    if (MASSIVE.contains(process) && massGeV == null) {
      throw new InputException(process + " needs a mass: add --mass, such as --mass \"270 MeV\"");
    }
    Map<String, String> keys = new LinkedHashMap<>(Map.of("type", process));
    keys.putAll(USUAL.getOrDefault(process, Map.of()));
    keys.putAll(said);
    return Cards.commandLine(process, keys, Kind.oneOf("a process", known));
  }
}
