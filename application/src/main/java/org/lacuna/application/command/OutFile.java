package org.lacuna.application.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.input.InputException;
import org.lacuna.report.figure.Figure;
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

  /// Writes text, if there is to be a file.
  ///
  /// @return what the content returns
  /// @throws InputException if the file is there already, or its folder is not
  <T> T write(Content<T> content) {
    try {
      if (path == null) return content.write(null);
      return write(
          path,
          unfinished -> {
            try (Writer out = Files.newBufferedWriter(unfinished)) {
              return content.write(out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e, e);
    }
  }

  /// Draws a figure in the format that the ending of the file says, if there is to be a file.
  ///
  /// @throws InputException as above, and if the ending is no format
  void draw(Supplier<Figure> figure) {
    if (path == null) return;
    Function<Figure, byte[]> format = Pictures.format("--out", path);
    try {
      write(path, unfinished -> Files.write(unfinished, format.apply(figure.get())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e, e);
    }
  }

  /// Fills a file.
  @FunctionalInterface
  private interface Filling<T> {
    T fill(Path unfinished) throws IOException;
  }

  private <T> T write(Path file, Filling<T> filling) throws IOException {
    if (Files.exists(file) && !overwrite) {
      throw new InputException("--out " + file + " exists: name another file, or add --overwrite");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException("--out " + file + ": there is no folder " + folder);
    }
    Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
    try {
      T result = filling.fill(unfinished);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
