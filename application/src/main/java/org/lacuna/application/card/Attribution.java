package org.lacuna.application.card;

import java.util.Optional;

/// What a card says about the origin of a value: `source:` and `mark:`, of the value itself or of
/// the innermost block around it that says one of the two.
public record Attribution(Optional<String> source, Optional<Mark> mark) {
  static final Attribution NONE = new Attribution(Optional.empty(), Optional.empty());

  /// This, unless it says nothing at all. A value that says only one of the two takes nothing over
  /// from its block: a number marked as assumed has not the source of its neighbours.
  Attribution or(Attribution around) {
    return source.isEmpty() && mark.isEmpty() ? around : this;
  }
}
