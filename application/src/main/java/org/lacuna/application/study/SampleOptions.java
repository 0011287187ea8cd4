package org.lacuna.application.study;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.command.ProgressLine;
import org.lacuna.application.input.Count;
import org.lacuna.application.input.InputException;
import org.lacuna.application.run.Progress;
import org.lacuna.application.run.SampleList;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What studies have in common that throw samples. A command has it as a `@Mixin`.
final class SampleOptions {
  private static final long LEAST_EVENTS = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "2e6",
      converter = Count.class,
      description = "Decays thrown for each sample (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Key of all random numbers (default: that of the card).")
  private @Nullable String seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads (default: one for each processor). The results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /// Decays for each sample.
  long events() {
    if (events < LEAST_EVENTS) {
      throw new InputException(
          "--events " + events + ": at least " + LEAST_EVENTS + " are needed for a width");
    }
    return events;
  }

  /// What is other than in a card.
  Map<String, String> changes() {
    return seed == null ? Map.of() : Map.of("seed", seed);
  }

  /// A list of samples without one.
  SampleList samples() {
    if (threads < 1) {
      throw new InputException("--threads " + threads + ": must be at least 1");
    }
    return new SampleList(
        threads, quiet ? Progress.SILENT : ProgressLine.to(spec.commandLine().getErr()));
  }
}
