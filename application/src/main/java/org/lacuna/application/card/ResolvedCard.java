package org.lacuna.application.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.input.Spelling;

/// A card with all that it inherits, ready to be read.
public final class ResolvedCard {
  private final String name;
  private final Block tree;
  private final Block whole;
  private final List<Problem> problems;

  /// @param name what the user called it
  /// @param tree as it is written
  /// @param whole as it is read: with blocks that are like others written out
  /// @param problems of its text and of what it extends
  ResolvedCard(String name, Block tree, Block whole, List<Problem> problems) {
    this.name = name;
    this.tree = tree;
    this.whole = whole;
    this.problems = List.copyOf(problems);
  }

  /// The same card with another value at a key.
  ///
  /// @param key as [Explanation] calls it; of a table, whose rows are values of their own, the last
  ///   word of each row changes
  /// @param change from the old word to the new one
  public ResolvedCard varied(String key, UnaryOperator<String> change) {
    IdentityHashMap<Node, Node> changed = new IdentityHashMap<>();
    for (Written.Line line : Written.of(tree)) {
      boolean isRow = line.key().matches(Pattern.quote(key) + "\\.\\d+");
      if (!isRow && !line.key().equals(key)) continue;
      line.value().ifPresent(node -> changed.put(node, changed(node, change)));
    }
    return Cards.resolved(name, (Block) replaced(tree, changed), problems);
  }

  /// The same card with one more item at the end of a list, given on the command line.
  ///
  /// @param block that holds the list
  /// @param list its key in the block
  /// @param item its values by key
  public ResolvedCard withItem(String block, String list, Map<String, String> item) {
    List<Node> items = new ArrayList<>();
    if (block(whole, block).get(list).orElse(null) instanceof Items old) items.addAll(old.items());
    items.add(Cards.written(item));
    Block old = block(tree, block);
    var inside = new LinkedHashMap<>(old.entries());
    inside.put(list, new Items(old.origin(), old.attribution(), items));
    var entries = new LinkedHashMap<>(tree.entries());
    entries.put(block, new Block(old.origin(), old.attribution(), inside));
    Block changed = new Block(tree.origin(), tree.attribution(), entries);
    return Cards.resolved(name, changed, problems);
  }

  private static Block block(Block card, String key) {
    return card.get(key).orElse(null) instanceof Block block ? block : Cards.written(Map.of());
  }

  private static Node changed(Node node, UnaryOperator<String> change) {
    return switch (node) {
      case Scalar it ->
          new Scalar(it.origin(), it.attribution(), change.apply(it.text()), it.number());
      case Items row when !row.items().isEmpty() -> {
        List<Node> items = new ArrayList<>(row.items());
        items.set(items.size() - 1, changed(items.getLast(), change));
        yield new Items(row.origin(), row.attribution(), items);
      }
      default -> node;
    };
  }

  /// The tree with some nodes, and no others like them, replaced.
  private static Node replaced(Node node, IdentityHashMap<Node, Node> changed) {
    Node other = changed.get(node);
    if (other != null) return other;
    return switch (node) {
      case Block it -> {
        var entries = new LinkedHashMap<>(it.entries());
        entries.replaceAll((_, value) -> replaced(value, changed));
        yield new Block(it.origin(), it.attribution(), entries);
      }
      case Items it ->
          new Items(
              it.origin(),
              it.attribution(),
              it.items().stream().map(item -> replaced(item, changed)).toList());
      default -> node;
    };
  }

  /// The one of some types that the key `schema` names.
  ///
  /// @throws CardException if it names none of them
  public CardType<?> type(List<CardType<?>> types) {
    List<String> known = types.stream().map(CardType::schema).toList();
    String given = tree.text("schema").orElse("");
    for (CardType<?> type : types) {
      if (type.schema().equals(given)) return type;
    }
    Origin origin = tree.get("schema").map(Node::origin).orElse(tree.origin());
    String message = "\"" + given + "\" is no type of card: " + Spelling.hint(given, known);
    throw new CardException(name, List.of(new Problem(origin, "schema", message)));
  }

  /// What the card says.
  ///
  /// @throws CardException with everything that is wrong with the card
  public <T> T read(CardType<T> type) {
    return read(type, new Reading());
  }

  private <T> T read(CardType<T> type, Reading reading) {
    Optional<T> made = type.readWhole(new Found("", whole, reading));
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

  /// SHA-256 of the card written out and of the files that it names: a fingerprint of its meaning.
  ///
  /// @throws CardException if a file cannot be read
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(toYaml().getBytes(StandardCharsets.UTF_8));
      for (Written.Line line : Written.of(tree)) {
        if (line.value().orElse(null) instanceof Scalar word && TableKind.isFile(word)) {
          digest.update(TableKind.file(word).text().getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new CardException(
          name, List.of(new Problem(tree.origin(), "", "cannot read a table: " + e.getMessage())));
    }
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
