package org.lacuna.application.card;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a card consists of: one that comes with the program, or one on disk.
///
/// @param builtIn whether the path is one below the folder `cards` of the program
public record CardFile(boolean builtIn, Path path) {
  public CardFile {
    path = path.normalize();
  }

  /// A name such as `apparatus/na62` stands for a card that comes with the program, a name that
  /// ends in `.yaml` or `.yml` for a file.
  static boolean isPath(String nameOrPath) {
    return nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
  }

  static CardFile builtIn(String name) {
    return new CardFile(true, Path.of(name + ".yaml"));
  }

  /// A file named in this one, relative to its folder.
  CardFile sibling(String file) {
    return new CardFile(builtIn, path.resolveSibling(file));
  }

  String text() throws IOException {
    if (!builtIn) return Files.readString(path);
    String resource = "/cards/" + path.toString().replace('\\', '/');
    try (InputStream stream = CardFile.class.getResourceAsStream(resource)) {
      if (stream == null) throw new FileNotFoundException(path.toString());
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
