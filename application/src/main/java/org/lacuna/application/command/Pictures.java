package org.lacuna.application.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.lacuna.application.input.Choice;
import org.lacuna.report.figure.Drawing;
import org.lacuna.report.figure.Figure;

/// Files of figures.
public final class Pictures {
  private Pictures() {}

  /// The format that the ending of a file says.
  ///
  /// @param option where the file was given, such as `--plot`
  /// @throws org.lacuna.application.input.InputException if the ending is none
  public static Function<Figure, byte[]> format(String option, Path file) {
    String name = file.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Choice.of("ending of " + option, ending, Drawing.FORMATS);
  }
}
