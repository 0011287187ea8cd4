package org.lacuna.application.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.card.Cards;
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
  @Option(
      names = "--mass",
      paramLabel = "M",
      converter = Quantity.Energy.class,
      description = "Mass of the invisible particle with its unit, for the signal of the card.")
  private @Nullable Double massGeV;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Key of all random numbers (default: that of the card).")
  private @Nullable String seed;

  @Mixin private Plugins plugins;

  /// A sample, and where it comes from.
  ///
  /// @param resolved the card with the seed that was asked for
  record Sample(ResolvedCard resolved, RunCard card, Apparatus apparatus, Simulation simulation) {}

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
            model(card, setting, process),
            role,
            card.seed());
    return new Sample(resolved, card, setting.apparatus(), simulation);
  }

  private DecayModel model(RunCard card, RunCard.Setting setting, String process) {
    String signal = card.signal().apply(card.massesGeV().getFirst()).name();
    if (process.equals(signal)) return signal(card, process);
    if (massGeV != null) {
      throw new InputException(
          "--mass is for " + signal + ", the signal of the card: leave it out");
    }
    List<String> processes = setting.processes().stream().map(DecayModel::name).toList();
    return setting.processes().stream()
        .filter(model -> model.name().equals(process))
        .findFirst()
        .orElseThrow(() -> unknown(process, Stream.concat(processes.stream(), Stream.of(signal))));
  }

  private DecayModel signal(RunCard card, String process) {
    Double mass = massGeV;
    if (mass == null) {
      throw new InputException(process + " needs a mass: add --mass, such as --mass \"270 MeV\"");
    }
    return InputException.given(() -> card.signal().apply(mass));
  }

  private static InputException unknown(String process, Stream<String> known) {
    return new InputException(
        "process \"" + process + "\" is unknown: " + Spelling.hint(process, known.toList()));
  }
}
