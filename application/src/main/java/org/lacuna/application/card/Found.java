package org.lacuna.application.card;

import java.util.Optional;

/// What stands at a key of the card that is being read.
///
/// @param key path of the key from the top of the card
public record Found(String key, Node node, Reading reading) {
  Found child(String name, Node part) {
    return new Found(path(name), part, reading);
  }

  String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  /// Reports a problem.
  ///
  /// @param message what was given, what is allowed, what to do
  /// @return nothing, in place of the value
  public <T> Optional<T> wrong(String message) {
    return wrong(node.origin(), key, message);
  }

  <T> Optional<T> wrong(Origin origin, String path, String message) {
    reading.wrong(new Problem(origin, path, message));
    return Optional.empty();
  }
}
