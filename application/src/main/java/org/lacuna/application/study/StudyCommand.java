package org.lacuna.application.study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The studies; each is a command below it.
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = "Shows what a method does to pseudo-experiments whose truth is known.",
    subcommands = {
      CoverageStudyCommand.class,
      LookElsewhereStudyCommand.class,
      MatchingStudyCommand.class,
      SidebandStudyCommand.class,
      ValidationStudyCommand.class,
    },
    footer = {
      "",
      "Examples:",
      "  lacuna study coverage --method cls-hybrid --toys 2000",
      "  lacuna study sideband --toys 2000",
      "  lacuna study look-elsewhere --recipe reference --local 3.2",
      "  lacuna study validation --out docs/validation.md"
    })
public final class StudyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing the name of a study");
  }
}
