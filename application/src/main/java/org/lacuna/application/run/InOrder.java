package org.lacuna.application.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Takes numbered parts in any order and hands them on in theirs, so that sums do not depend on
/// which thread was first.
final class InOrder<T> {
  private final Consumer<T> next;
  private final Map<Long, T> early = new HashMap<>();
  private long handedOn;

  InOrder(Consumer<T> next) {
    this.next = next;
  }

  synchronized void add(long number, T part) {
    early.put(number, part);
    for (T due = early.remove(handedOn); due != null; due = early.remove(handedOn)) {
      next.accept(due);
      handedOn++;
    }
  }
}
