package org.lacuna.application.command.workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Binned templates: what a HistFactory workspace holds, its fit, CLs and limits.
@Command(
    name = "workspace",
    mixinStandardHelpOptions = true,
    description = "Fits and limits of HistFactory (pyhf) workspaces.",
    subcommands = {InspectCommand.class, FitCommand.class, ClsCommand.class, LimitCommand.class})
public final class WorkspaceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
