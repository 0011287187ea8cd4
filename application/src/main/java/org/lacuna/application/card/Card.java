package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Nothing;
import org.lacuna.application.input.Spelling;

/// A block of a card in the hands of a [Reader], which asks for all keys that it knows.
///
/// What was never asked for is unknown, and reported with the nearest spelling. Every value asked
/// for with [#get] must be in the card: there are no defaults.
public final class Card {
  private static final Set<String> RESERVED =
      Set.of("value", "source", "mark", "extends", "after", "before", "like", "type");

  record Key(Kind<?> kind, String meaning, boolean isRequired) {}

  /// Absent if only the declaration is wanted.
  private final @Nullable Found found;

  private final SequencedMap<String, Key> keys = new LinkedHashMap<>();
  private final SequencedMap<String, Key> missing = new LinkedHashMap<>();
  private boolean isGood = true;

  private Card(@Nullable Found found) {
    this.found = found;
  }

  /// The value at a key.
  ///
  /// @param meaning one line for `card explain` and the JSON Schema
  /// @return to be called only by what the [Reader] returns
  /// @throws IllegalArgumentException if the key was asked for before, or means the same everywhere
  public <T> Supplier<T> get(String key, Kind<T> kind, String meaning) {
    Optional<T> value = ask(key, kind, meaning, true);
    return () -> value.orElseThrow(() -> new NoSuchElementException(key));
  }

  /// The value at a key that may be left out because its absence has a meaning of its own.
  ///
  /// @param meaning one line for `card explain` and the JSON Schema
  /// @return to be called only by what the [Reader] returns
  /// @throws IllegalArgumentException if the key was asked for before, or means the same everywhere
  public <T> Supplier<Optional<T>> find(String key, Kind<T> kind, String meaning) {
    Optional<T> value = ask(key, kind, meaning, false);
    return () -> value;
  }

  private <T> Optional<T> ask(String key, Kind<T> kind, String meaning, boolean isRequired) {
    if (RESERVED.contains(key)) {
      throw new IllegalArgumentException("key \"" + key + "\" means the same in all cards");
    }
    Key asked = new Key(kind, meaning, isRequired);
    if (keys.putIfAbsent(key, asked) != null) {
      throw new IllegalArgumentException("key \"" + key + "\" is asked for twice");
    }
    if (found == null) return Optional.empty();
    Optional<Node> node = block(found).get(key);
    if (node.isEmpty()) {
      if (isRequired) missing.put(key, asked);
      return Optional.empty();
    }
    Found here = found.child(key, node.get());
    here.reading().means(here.key(), meaning);
    Optional<T> value =
        node.get() instanceof Nothing
            ? here.wrong("there is nothing to take out; give " + kind.expected())
            : kind.read(here);
    if (value.isEmpty()) isGood = false;
    return value;
  }

  /// What the reader makes of a block.
  ///
  /// @param known keys that somebody else reads
  /// @return nothing if there are problems, which are then reported
  static <T> Optional<T> read(Reader<T> reader, Found found, Set<String> known) {
    Card card = new Card(found);
    Supplier<? extends T> maker = reader.read(card);
    card.reportUnknown(found, known);
    card.missing.forEach((key, it) ->
        found.wrong(
            found.node().origin(),
            found.path(key),
            "is missing (" + it.meaning + "): give " + it.kind.expected()));
    if (!card.isGood || !card.missing.isEmpty()) return Optional.empty();
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      return found.wrong(String.valueOf(e.getMessage()));
    }
  }

  /// A key that is likely a misspelt one is not reported as missing, too.
  private void reportUnknown(Found found, Set<String> known) {
    List<String> candidates = new ArrayList<>(keys.keySet());
    candidates.addAll(known);
    block(found)
        .entries()
        .forEach((key, node) -> {
          if (candidates.contains(key)) return;
          isGood = false;
          Spelling.nearest(key, missing.keySet()).ifPresent(missing::remove);
          found.child(key, node).wrong("is unknown: " + Spelling.hint(key, candidates));
        });
  }

  private static Block block(Found found) {
    return (Block) found.node();
  }

  /// A card that was only asked: it knows the keys of the reader and has no values.
  static Card declaration(Reader<?> reader) {
    Card asked = new Card(null);
    var _ = reader.read(asked);
    return asked;
  }

  SequencedMap<String, Key> keys() {
    return Collections.unmodifiableSequencedMap(keys);
  }

  List<String> required() {
    return keys.entrySet().stream()
        .filter(key -> key.getValue().isRequired)
        .map(Map.Entry::getKey)
        .toList();
  }
}
