package org.lacuna.application.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.InputException;
import org.lacuna.statistics.histfactory.Model;
import org.lacuna.statistics.histfactory.Workspace;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.WorkspaceException;
import org.lacuna.statistics.histfactory.WorkspaceJson;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which workspace, and which measurement of it: what the `workspace` commands share.
final class WorkspaceOptions {
  @Parameters(paramLabel = "FILE", description = "HistFactory workspace in JSON, version 1.0.0.")
  private Path file = Path.of("");

  @Option(
      names = "--measurement",
      paramLabel = "NAME",
      description = "Measurement to make (default: the first of the file).")
  private @Nullable String measurement;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description = "JSON patch (RFC 6902) to apply to the workspace first.")
  private @Nullable Path patch;

  /// A workspace and the measurement chosen.
  record Chosen(Workspace workspace, Measurement measurement, Model model) {}

  Chosen chosen() {
    String json = text(file);
    try {
      Workspace workspace =
          patch == null ? WorkspaceJson.read(json) : WorkspaceJson.read(json, text(patch));
      Measurement chosen =
          measurement == null
              ? workspace.measurements().getFirst()
              : workspace.measurement(measurement);
      return new Chosen(workspace, chosen, Model.of(workspace, chosen));
    } catch (WorkspaceException wrong) {
      String files = patch == null ? file.toString() : file + " with " + patch;
      throw new InputException(files + ": " + wrong.getMessage(), wrong);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException absent) {
      throw new InputException("there is no file " + path, absent);
    } catch (IOException unreadable) {
      throw new InputException("cannot read " + path + " as text: " + unreadable, unreadable);
    }
  }
}
