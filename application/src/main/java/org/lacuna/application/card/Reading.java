package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What comes to light while a card is read: problems, and what each key means.
final class Reading {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();

  void wrong(Problem problem) {
    problems.add(problem);
  }

  void means(String key, String meaning) {
    meanings.put(key, meaning);
  }

  List<Problem> problems() {
    return problems;
  }

  Map<String, String> meanings() {
    return meanings;
  }
}
