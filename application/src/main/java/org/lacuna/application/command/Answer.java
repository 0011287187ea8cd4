package org.lacuna.application.command;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.lacuna.application.json.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The answer of a command on standard output: a text for people, or with `--json` the result
/// itself and nothing else. A command has it as a `@Mixin`.
public final class Answer {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "Print the result as JSON and nothing else.")
  private boolean json;

  /// Prints the result.
  ///
  /// @param result what [Json] can write
  /// @param text the same for people, without the last line break
  public void print(Object result, Supplier<String> text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.line(result) : text.get());
    out.flush();
  }
}
