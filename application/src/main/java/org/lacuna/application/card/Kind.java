package org.lacuna.application.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.core.quantity.Dimension;

/// What may stand at a key: how it is read, and how to say what is expected.
public interface Kind<T> {
  /// The value, or nothing if a problem was reported.
  Optional<T> read(Found found);

  /// What is expected, as in "a length of at least 0 m".
  String expected();

  /// The same as JSON Schema.
  Map<String, Object> schema(Schema schema);

  /// Any text.
  static Kind<String> text() {
    return new Kinds.Text();
  }

  /// One of some words.
  ///
  /// @param meanings what each word stands for
  static <T> Kind<T> choice(Map<String, T> meanings) {
    return new Kinds.Choice<>(meanings);
  }

  /// `true` or `false`.
  static Kind<Boolean> flag() {
    return new Kinds.Flag();
  }

  /// A bare number.
  static Numeric number() {
    return new Numeric(Optional.empty(), Range.ALL);
  }

  /// A number with a unit.
  static Numeric quantity(Dimension dimension) {
    return new Numeric(Optional.of(dimension), Range.ALL);
  }

  /// A fraction between 0 and 1, as `0.03` or `3 %`.
  static Numeric fraction() {
    return quantity(Dimension.FRACTION).between(0, 1);
  }

  /// A whole number, both bounds included.
  static Kind<Long> count(long low, long high) {
    return new Kinds.Count(low, high);
  }

  /// Rows of numbers, or the name of a CSV file with them.
  static Kind<Table> table(Table.Column... columns) {
    return new TableKind(List.of(columns));
  }

  /// Any number of items, all of one kind.
  static <T> Kind<List<T>> list(Kind<T> item) {
    return new Kinds.ListOf<>(item);
  }

  /// A block.
  static <T> Kind<T> block(Reader<? extends T> reader) {
    return new Kinds.BlockOf<>(reader);
  }

  /// A block whose `type` says which reader it is for.
  ///
  /// @param noun what it is, as in "a plane"
  static <T> Kind<T> oneOf(String noun, Map<String, Reader<? extends T>> readers) {
    return new Kinds.OneOf<>(noun, readers);
  }

  /// This, turned into something else.
  ///
  /// @param make may throw `IllegalArgumentException`, whose message becomes a problem
  default <R> Kind<R> map(Function<T, R> make) {
    return new Kinds.Mapped<>(this, make);
  }
}
