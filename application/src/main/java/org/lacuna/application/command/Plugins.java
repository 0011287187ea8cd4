package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.application.catalogue.Catalogue;
import picocli.CommandLine.Option;

/// Jars that add types to cards. A command that reads cards has them as a `@Mixin`.
public final class Plugins {
  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description = "A jar with further types for cards; may be repeated.")
  private final List<Path> jars = new ArrayList<>();

  /// All types that cards may name.
  public Catalogue catalogue() {
    return Catalogue.with(jars);
  }
}
