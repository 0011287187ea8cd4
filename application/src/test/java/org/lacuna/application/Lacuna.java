package org.lacuna.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the program as a user would, for the tests of commands.
public final class Lacuna {
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /// Runs a command; forgets what the one before has printed.
  ///
  /// @return its exit code
  public int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  /// Reads a command line as the program would, without running it.
  ///
  /// @throws picocli.CommandLine.ParameterException if it cannot be read
  public void parse(String... arguments) {
    Main.commandLine().parseArgs(arguments);
  }

  /// Runs a command with `--json`, which must succeed and say nothing else.
  public JsonNode json(String... arguments) {
    String[] withJson = Arrays.copyOf(arguments, arguments.length + 1);
    withJson[arguments.length] = "--json";
    int code = run(withJson);
    assertThat(err()).isEmpty();
    assertThat(code).isZero();
    return JsonMapper.shared().readTree(out());
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
