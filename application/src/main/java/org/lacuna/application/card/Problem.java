package org.lacuna.application.card;

/// One thing that is wrong with a card.
///
/// @param key path of the key, as in `apparatus.planes.STRAW1.z`; empty for the file as a whole
/// @param message what was given, what is allowed, what to do; one line
public record Problem(Origin origin, String key, String message) {
  @Override
  public String toString() {
    return origin + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
