package org.lacuna.application.card;

import java.util.function.Supplier;

/// Turns a block of a card into a T: says which keys there are, and how their values make a T.
///
/// ```java
/// static Supplier<Plane> square(Card card) {
///   var name = card.get("name", text(), "what messages call it");
///   var z = card.get("z", quantity(LENGTH).between(0, 300), "place along the beam");
///   var half = card.get("half", quantity(LENGTH).above(0), "half of the length of a side");
///   return () -> new Square(name.get(), z.get(), half.get());
/// }
/// ```
///
/// What stands before `return` is the declaration: reading, checking, explaining and the JSON
/// Schema all come from it, so it must ask for the same keys always. What is returned runs only
/// when all values are there and good; an `IllegalArgumentException` from it is a problem of the
/// block.
@FunctionalInterface
public interface Reader<T> {
  Supplier<? extends T> read(Card card);
}
