package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import org.lacuna.application.input.Count;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import picocli.CommandLine.Option;

/// One counting experiment on the command line.
public final class Counts {
  @Option(
      names = "--observed",
      required = true,
      paramLabel = "N",
      converter = Count.class,
      description = "Events counted.")
  private long observed;

  @Option(
      names = "--background",
      required = true,
      paramLabel = "B",
      description = "Events expected without a signal.")
  private double background;

  @Option(
      names = "--uncertainty",
      required = true,
      paramLabel = "D",
      description = "Standard deviation of the background; 0 if it is known.")
  private double uncertainty;

  CountingExperiment with(Background.Density density) {
    return given(() -> new CountingExperiment(observed, density.of(background, uncertainty)));
  }
}
