package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What comes to light while a card is read: problems, and what each key means.
final class Reading {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();

  private final IdentityHashMap<Node, Map<CardType<?>, Optional<?>>> made = new IdentityHashMap<>();

  void wrong(Problem problem) {
    problems.add(problem);
  }

  void means(String key, String meaning) {
    meanings.put(key, meaning);
  }

  /// What a part of the card was made into. A part that stands at two places, because one block is
  /// like another, is one thing.
  @SuppressWarnings("unchecked") // the key holds the type that makes T
  <T> Optional<T> once(CardType<T> type, Node node, Supplier<Optional<T>> read) {
    Optional<?> before = made.computeIfAbsent(node, _ -> new IdentityHashMap<>()).get(type);
    if (before != null) return (Optional<T>) before;
    Optional<T> now = read.get();
    made.computeIfAbsent(node, _ -> new IdentityHashMap<>()).put(type, now);
    return now;
  }

  List<Problem> problems() {
    return problems;
  }

  Map<String, String> meanings() {
    return meanings;
  }
}
