package org.lacuna.application.calculator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The calculator; its quantities are commands below it.
@Command(
    name = "physics",
    mixinStandardHelpOptions = true,
    description = "Calculates rates, widths and spectra of the decay models.",
    subcommands = {
      RhoCommand.class,
      LifetimeCommand.class,
      WidthCommand.class,
      BranchingCommand.class,
      SpectrumCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  lacuna physics rho --lepton mu --mass \"263 MeV\"",
      "  lacuna physics lifetime --mass \"300 MeV\" --umu2 1e-8",
      "  lacuna physics branching --process munugamma --above \"0.1 GeV^2\"",
      "  lacuna physics spectrum --process munununu --bins 60"
    })
public final class PhysicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing the quantity to calculate");
  }
}
