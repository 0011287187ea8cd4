package org.lacuna.application.command;

import static org.lacuna.application.input.InputException.given;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.Count;
import org.lacuna.statistics.counting.CountingExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// One counting experiment: observed limit, expected band, p-value and significance.
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = "Upper limit on the signal of one counting experiment.",
    footer = {"", "Example:", "  lacuna limit --observed 6894 --background 7549 --uncertainty 928"})
public final class LimitCommand implements Runnable {
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

  @Mixin private LimitOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    var density = options.density();
    var method = options.method();
    CountingExperiment experiment =
        given(() -> new CountingExperiment(observed, density.of(background, uncertainty)));
    Map<String, @Nullable Object> result = options.result(method, experiment);
    answer.print(result, () -> LimitOptions.text(result));
  }
}
