package org.lacuna.application.card;

/// Where a part of a card was written.
///
/// @param line from 1, or 0 for the file as a whole
public record Origin(CardFile file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line;
  }
}
