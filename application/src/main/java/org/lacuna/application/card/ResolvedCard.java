package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.application.card.Node.Block;

/// A card with all that it inherits, ready to be read.
public final class ResolvedCard {
  private final String name;
  private final Block tree;
  private final List<Problem> problems;

  /// @param name what the user called it
  /// @param problems of its text and of what it extends
  ResolvedCard(String name, Block tree, List<Problem> problems) {
    this.name = name;
    this.tree = tree;
    this.problems = List.copyOf(problems);
  }

  /// What the key `schema` says, if anything.
  public Optional<String> schema() {
    return tree.text("schema");
  }

  /// What the card says.
  ///
  /// @throws CardException with everything that is wrong with the card
  public <T> T read(CardType<T> type) {
    return read(type, new Reading());
  }

  private <T> T read(CardType<T> type, Reading reading) {
    Optional<T> made = type.readWhole(new Found("", tree, reading));
    // An earlier problem may have brought about a later one at the same place.
    Map<List<Object>, Problem> firstOfPlace = new LinkedHashMap<>();
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(reading.problems());
    for (Problem it : all) firstOfPlace.putIfAbsent(List.of(it.origin(), it.key()), it);
    if (firstOfPlace.isEmpty()) return made.orElseThrow();
    throw new CardException(
        name,
        firstOfPlace.values().stream()
            .sorted(
                Comparator.comparing((Problem it) -> it.origin().file().toString())
                    .thenComparingInt(it -> it.origin().line()))
            .toList());
  }

  /// The card written out, as YAML that reads as the same card. It says nothing of where a value
  /// comes from: cards that mean the same have the same text.
  public String toYaml() {
    return Written.of(tree).stream().map(line -> line.text() + "\n").reduce("", String::concat);
  }

  /// Each value of the card with its meaning and origin.
  ///
  /// @throws CardException if the card cannot be read
  public Explanation explain(CardType<?> type) {
    Reading reading = new Reading();
    read(type, reading);
    return new Explanation(Written.of(tree), reading.meanings());
  }
}
