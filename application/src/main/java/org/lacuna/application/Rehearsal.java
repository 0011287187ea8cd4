package org.lacuna.application;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ExitCode;

/// Runs some commands for the JVM to learn from: the build makes the start-up cache of the classes
/// and profiles of these runs, so that a command a user types starts with them.
///
/// The commands are the lines of a file, one for each whose start should be quick; one that fails
/// fails the build.
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] files) throws IOException {
    System.exit(run(Files.readAllLines(Path.of(files[0])).toArray(String[]::new)));
  }

  /// Runs the commands in their order until one fails.
  ///
  /// @param commands each with its arguments, a blank between two
  /// @return exit code of the last that was run
  static int run(String... commands) {
    int code = ExitCode.OK;
    for (String command : commands) {
      if (code == ExitCode.OK) {
        code =
            Main.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(command.split(" ", -1));
      }
    }
    return code;
  }
}
