package org.lacuna.application.calculator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.Answer;
import org.lacuna.application.input.InputException;
import org.lacuna.application.input.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Branching fraction of a process.
@Command(
    name = "branching",
    mixinStandardHelpOptions = true,
    description = "Share of all K+ decays that are of a process.",
    footer = {
      "",
      "Examples:",
      "  lacuna physics branching --process munugamma --above \"0.1 GeV^2\" --form-factors chpt",
      "  lacuna physics branching --process munux --model vector --mass \"100 MeV\" --coupling"
          + " 1e-3",
      "  lacuna physics branching --process munununu",
      "  lacuna physics branching --process hnl --lepton e --mass \"200 MeV\" --mixing 1e-9"
    })
final class BranchingCommand implements Runnable {
  @Option(
      names = "--above",
      paramLabel = "M2",
      converter = Quantity.EnergySquared.class,
      description =
          "Only with a squared missing mass above this, such as \"0.1 GeV^2\"; it is that of all"
              + " that accompanies the lepton.")
  private @Nullable Double aboveGeV2;

  @Mixin private ProcessOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    KaonDecay decay = options.process();
    Map<String, Object> inputs = options.inputs();
    double value;
    if (aboveGeV2 == null) {
      value = decay.branchingFraction();
    } else {
      inputs.put("aboveGeV2", aboveGeV2);
      value = spectrum(options, decay).of().branchingFractionAbove(aboveGeV2);
    }
    answer.print(
        new Calculated("branching", inputs, value, ""),
        () -> Calculated.text("B(" + options.name() + ")", value, ""));
  }

  static KaonDecay.Spectrum spectrum(ProcessOptions options, KaonDecay decay) {
    if (decay instanceof KaonDecay.Spectrum spectrum) return spectrum;
    throw new InputException(
        options.name()
            + " has no spectrum of missing mass here: munugamma, pi0munu, pi0enu, munux, munununu"
            + " have one");
  }
}
