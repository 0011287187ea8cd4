package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A jar with a plug-in, as somebody outside would build it.
final class PluginJar {
  private PluginJar() {}

  /// Compiles one source file and packs it with its service file.
  ///
  /// @param name of the jar
  /// @param type full name of the class in the source that is the plug-in
  static Path of(Path folder, String name, String type, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path file = folder.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
    assertThat(status).isZero();
    Path jar = folder.resolve(name + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path compiled : files.filter(Files::isRegularFile).toList()) {
        add(out, classes.relativize(compiled).toString(), Files.readAllBytes(compiled));
      }
      add(
          out,
          "META-INF/services/" + Plugin.class.getName(),
          type.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name.replace('\\', '/')));
    jar.write(content);
  }
}
