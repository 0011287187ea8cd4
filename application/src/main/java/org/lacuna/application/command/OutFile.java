package org.lacuna.application.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.InputException;
import picocli.CommandLine.Option;

/// A file that a command writes. It is complete or absent. A command has it as a `@Mixin`.
final class OutFile {
  @Option(names = "--out", paramLabel = "FILE", description = "File to write.")
  private @Nullable Path path;

  @Option(names = "--overwrite", description = "Replace the file if it exists.")
  private boolean overwrite;

  /// What fills the file, or does without.
  @FunctionalInterface
  interface Content<T> {
    T write(@Nullable Writer out) throws IOException;
  }

  /// Whether a file is to be written.
  boolean isAsked() {
    return path != null;
  }

  /// Writes the file, if there is to be one.
  ///
  /// @return what the content returns
  /// @throws InputException if the file is there already, or its folder is not
  <T> T write(Content<T> content) {
    try {
      return path == null ? content.write(null) : write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e, e);
    }
  }

  private <T> T write(Path file, Content<T> content) throws IOException {
    if (Files.exists(file) && !overwrite) {
      throw new InputException("--out " + file + " exists: name another file, or add --overwrite");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException("--out " + file + ": there is no folder " + folder);
    }
    Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
    try {
      T result;
      try (Writer out = Files.newBufferedWriter(unfinished)) {
        result = content.write(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
