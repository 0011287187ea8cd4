package org.lacuna.application.calculator;

import org.lacuna.application.command.Answer;
import org.lacuna.core.quantity.Dimension;
import org.lacuna.physics.widths.HeavyNeutrino;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Partial widths of N.
@Command(
    name = "width",
    mixinStandardHelpOptions = true,
    description = "Partial widths of a heavy neutral lepton N by final state.",
    footer = {"", "Example:", "  lacuna physics width --mass \"300 MeV\" --umu2 1 --dirac"})
final class WidthCommand implements Runnable {
  @Mixin private NeutrinoOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    HeavyNeutrino neutrino = options.neutrino();
    Calculated result =
        new Calculated(
            "width",
            options.inputs(),
            NeutrinoOptions.widthsGeV(neutrino),
            Dimension.ENERGY.unit());
    answer.print(result, () -> NeutrinoOptions.table(neutrino));
  }
}
