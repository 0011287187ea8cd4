package org.lacuna.application.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Version and commit, written by the build.
public final class Version {
  private Version() {}

  /// As in `lacuna 0.1.0 (commit 0123456789ab)`.
  public static String text() {
    Properties build = new Properties();
    try (InputStream properties =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      build.load(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "lacuna "
        + build.getProperty("version")
        + " (commit "
        + build.getProperty("commit")
        + ")";
  }
}
