package org.lacuna.statistics.counting;

import java.util.Map;
import java.util.TreeSet;

/// Finds by name in a visible table.
final class Table {
  private Table() {}

  static <T> T find(String what, String name, Map<String, T> table) {
    T found = table.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          what + " '" + name + "' is none of " + String.join(", ", new TreeSet<>(table.keySet())));
    }
    return found;
  }
}
