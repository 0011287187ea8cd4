package org.lacuna.application.input;

import java.util.Map;
import java.util.Optional;

/// One of the names in a table, given by the user.
public final class Choice {
  private Choice() {}

  /// What stands behind a name.
  ///
  /// @param option where the name was given, such as `--model`
  /// @throws InputException with the nearest spelling, if the table has no such name
  public static <T> T of(String option, String name, Map<String, ? extends T> table) {
    return Optional.<T>ofNullable(table.get(name))
        .orElseThrow(() ->
            new InputException(
                "%s \"%s\" is unknown: %s"
                    .formatted(option, name, Spelling.hint(name, table.keySet()))));
  }
}
