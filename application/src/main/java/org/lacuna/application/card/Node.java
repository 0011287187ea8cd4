package org.lacuna.application.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A part of a card as it was written, with its place: nothing is interpreted here, so that `010`
/// or `1e8` are numbers only where a number is expected.
public sealed interface Node {
  Origin origin();

  Attribution attribution();

  /// A single word, number or text.
  ///
  /// @param number whether YAML takes it for a number: without quotes, and not like `010`
  record Scalar(Origin origin, Attribution attribution, String text, boolean number)
      implements Node {}

  /// The word `null`: in a variant, what it stands for is taken out.
  record Nothing(Origin origin, Attribution attribution) implements Node {}

  /// Items in their order.
  record Items(Origin origin, Attribution attribution, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Keys with their values, in the order of the card.
  record Block(Origin origin, Attribution attribution, SequencedMap<String, Node> entries)
      implements Node {
    public Block {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    Block without(String... keys) {
      var others = new LinkedHashMap<>(entries);
      others.keySet().removeAll(List.of(keys));
      return new Block(origin, attribution, others);
    }

    /// The single word at a key, if there is one.
    Optional<Scalar> word(String key) {
      return get(key)
          .flatMap(node -> node instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty());
    }

    Optional<String> text(String key) {
      return word(key).map(Scalar::text);
    }
  }

  /// What a type that stands alone, as a word, stands for.
  static Block ofType(Scalar word) {
    SequencedMap<String, Node> entries = new LinkedHashMap<>();
    entries.put("type", word);
    return new Block(word.origin, word.attribution, entries);
  }

  /// How a variant calls an item of a list: by its `name`, or else by its `type`; a word is its own
  /// name.
  static Optional<String> name(Node item) {
    return switch (item) {
      case Block block -> block.text("name").or(() -> block.text("type"));
      case Scalar scalar -> Optional.of(scalar.text);
      default -> Optional.empty();
    };
  }
}
