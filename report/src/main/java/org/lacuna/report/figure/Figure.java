package org.lacuna.report.figure;

import java.util.List;

/// A figure: panels one above the other on a common x-axis.
///
/// @param name of its files, in lower case with hyphens
/// @param caption a few sentences that say what is shown, in the mark-up of [Label]
/// @param stamp what the data are, such as `Lacuna pseudo-data`, above the frame on the left
/// @param conditions what they belong to, above the frame on the right
/// @param x the common axis
/// @param panels from top to bottom
public record Figure(
    String name, Label caption, Label stamp, Label conditions, Axis x, List<Panel> panels) {

  /// @throws IllegalArgumentException if the name is no plain file name or there is no panel
  public Figure {
    panels = List.copyOf(panels);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "figure \"%s\": a name is made of a-z, 0-9 and single hyphens".formatted(name));
    }
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure \"%s\" has no panel: give one".formatted(name));
    }
  }
}
