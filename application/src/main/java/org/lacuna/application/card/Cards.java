package org.lacuna.application.card;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Nothing;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.input.Spelling;

/// Finds cards and works out what they inherit.
///
/// `extends: name` or `extends: path.yaml` may stand in any block: the block then says only how it
/// differs from that card. What a difference is:
///
/// - blocks differ key by key; `null` takes a key out; a block of another `type`, or one that
///   itself extends a card, has nothing in common with the old one;
/// - a block in the place of a list changes the items it names (by their `name`, or else their
///   `type`), takes those out for which it says `null`, and adds those that say `after` or
///   `before`;
/// - everything else, lists among it, is replaced.
///
/// `like: key` says that a block differs from the one at that key beside it, in the same way. It is
/// worked out last, so that a variant that changes the one changes the other, too.
public final class Cards {
  /// The cards that come with the program: each is the file `cards/<name>.yaml`.
  public static final List<String> BUILT_IN =
      List.of(
          "na62-2016-2018",
          "na62-2016",
          "na62-2017",
          "na62-recorded",
          "na62-upstream",
          "apparatus/na62",
          "apparatus/na62-2016",
          "apparatus/na62-2017",
          "validation/control-sample",
          "validation/kmu2-gtk",
          "validation/kmu2-without-gtk",
          "validation/without-gtk");

  private static final CardFile COMMAND_LINE = new CardFile(false, Path.of("command line"));
  private static final String EXTENDS = "extends";
  private static final String LIKE = "like";

  private final String asked;
  private final List<Problem> problems = new ArrayList<>();

  private Cards(String asked) {
    this.asked = asked;
  }

  /// A card with all that it inherits.
  ///
  /// @param card name of one that comes with the program, or a file that ends in `.yaml`
  /// @param changes values given on the command line, by key
  /// @throws CardException if there is no such card, or its text is not YAML
  public static ResolvedCard resolve(String card, Map<String, String> changes) {
    Cards cards = new Cards(card);
    Origin commandLine = new Origin(COMMAND_LINE, 0);
    CardFile file =
        CardFile.isPath(card)
            ? new CardFile(false, Path.of(card))
            : cards.builtIn(card, commandLine, "");
    Block tree = cards.load(file, commandLine, "", List.of());
    var entries = new LinkedHashMap<>(tree.entries());
    entries.putAll(words(changes));
    return resolved(card, new Block(tree.origin(), tree.attribution(), entries), cards.problems);
  }

  /// A part of a card that is given on the command line.
  ///
  /// @param name of the part
  /// @param words values by key
  /// @throws CardException if something is wrong with them
  public static <T> T commandLine(String name, Map<String, String> words, Kind<T> kind) {
    Reading reading = new Reading();
    return kind.read(new Found(name, written(words), reading))
        .orElseThrow(() -> new CardException(name, reading.problems()));
  }

  /// A block of words from the command line.
  static Block written(Map<String, String> words) {
    return new Block(new Origin(COMMAND_LINE, 0), Attribution.NONE, words(words));
  }

  private static SequencedMap<String, Node> words(Map<String, String> words) {
    SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    Origin origin = new Origin(COMMAND_LINE, 0);
    words.forEach((key, text) -> nodes.put(key, new Scalar(origin, Attribution.NONE, text, true)));
    return nodes;
  }

  /// A card whose blocks that are like others are worked out.
  ///
  /// @param problems that were found before
  static ResolvedCard resolved(String card, Block tree, List<Problem> problems) {
    Cards cards = new Cards(card);
    cards.problems.addAll(problems);
    return new ResolvedCard(card, tree, cards.alike(tree), cards.problems);
  }

  /// The card with blocks that are like others written out.
  private Block alike(Block card) {
    var entries = new LinkedHashMap<>(card.entries());
    entries.replaceAll((key, node) -> {
      if (!(node instanceof Block block) || block.word(LIKE).isEmpty()) return node;
      Scalar like = block.word(LIKE).get();
      if (card.get(like.text()).orElse(null) instanceof Block other) {
        return overBlock(other, block.without(LIKE), key, List.of());
      }
      wrong(
          like.origin(),
          child(key, LIKE),
          "there is no block \"%s\": %s"
              .formatted(like.text(), Spelling.hint(like.text(), card.entries().keySet())));
      return node;
    });
    return new Block(card.origin(), card.attribution(), entries);
  }

  /// @param chain the cards that led here, to notice a circle
  private Block load(CardFile file, Origin from, String key, List<CardFile> chain) {
    if (chain.contains(file)) {
      throw refused(from, key, file + " extends itself, by way of " + chain.getLast());
    }
    List<CardFile> longer = Stream.concat(chain.stream(), Stream.of(file)).toList();
    return Yaml.read(file, text(file, from, key), problems)
        .map(block -> overBlock(null, block, "", longer))
        .orElseThrow(() -> new CardException(asked, problems));
  }

  private String text(CardFile file, Origin from, String key) {
    try {
      return file.text();
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw refused(from, key, "there is no file " + file);
    } catch (MalformedInputException e) {
      throw refused(from, key, file + " is not a text in UTF-8");
    } catch (IOException e) {
      throw refused(from, key, "cannot read " + file + ": " + e);
    }
  }

  private CardFile builtIn(String name, Origin from, String key) {
    if (BUILT_IN.contains(name)) return CardFile.builtIn(name);
    throw refused(
        from,
        key,
        "no card \"%s\" comes with the program: %s (the name of a file ends in .yaml)"
            .formatted(name, Spelling.hint(name, BUILT_IN)));
  }

  /// Without what it extends, a card lacks so much that nothing else is worth telling.
  private CardException refused(Origin from, String key, String message) {
    wrong(from, key, message);
    return new CardException(asked, problems);
  }

  private Node over(@Nullable Node base, Node node, String path, List<CardFile> chain) {
    return switch (node) {
      case Block changes when base instanceof Items list && changes.get(EXTENDS).isEmpty() ->
          overItems(list, changes, path, chain);
      case Block block when base instanceof Scalar word ->
          overBlock(Node.ofType(word), block, path, chain);
      case Block block -> overBlock(base instanceof Block old ? old : null, block, path, chain);
      case Items items ->
          new Items(
              items.origin(),
              items.attribution(),
              items.items().stream().map(item -> over(null, item, path, chain)).toList());
      default -> node;
    };
  }

  private Block overBlock(@Nullable Block old, Block block, String path, List<CardFile> chain) {
    Optional<Node> named = block.get(EXTENDS);
    Optional<Block> base =
        named.isPresent()
            ? Optional.of(base(named.get(), child(path, EXTENDS), chain))
            : Optional.ofNullable(old).filter(it -> isOfSameType(it, block));
    var entries = new LinkedHashMap<String, Node>();
    base.ifPresent(it -> entries.putAll(it.entries()));
    block
        .entries()
        .forEach((key, value) -> {
          if (key.equals(EXTENDS)) return;
          if (!(value instanceof Nothing)) {
            entries.put(key, over(entries.get(key), value, child(path, key), chain));
          } else if (entries.remove(key) == null) {
            // Nothing to take out: a reader that knows the key will say so.
            entries.put(key, value);
          }
        });
    Attribution said =
        base.map(it -> block.attribution().or(it.attribution())).orElse(block.attribution());
    return new Block(block.origin(), said, entries);
  }

  private static boolean isOfSameType(Block old, Block block) {
    Optional<String> type = block.text("type");
    return type.isEmpty() || type.equals(old.text("type"));
  }

  private Block base(Node named, String key, List<CardFile> chain) {
    if (!(named instanceof Scalar(Origin origin, _, String name, _))) {
      throw refused(named.origin(), key, "is not the name of a card or file");
    }
    CardFile file =
        CardFile.isPath(name) ? origin.file().sibling(name) : builtIn(name, origin, key);
    return load(file, origin, key, chain);
  }

  private Items overItems(Items list, Block changes, String path, List<CardFile> chain) {
    List<Node> items = new ArrayList<>(list.items());
    changes
        .entries()
        .forEach((name, change) -> {
          String key = child(path, name);
          Optional<Node> after = change instanceof Block it ? it.get("after") : Optional.empty();
          Optional<Node> before = change instanceof Block it ? it.get("before") : Optional.empty();
          if (change instanceof Block added && (after.isPresent() || before.isPresent())) {
            Node item = over(null, named(name, added), key, chain);
            after.flatMap(it -> index(items, it, key)).ifPresent(i -> items.add(i + 1, item));
            before.flatMap(it -> index(items, it, key)).ifPresent(i -> items.add(i, item));
          } else {
            index(items, name, change.origin(), key)
                .ifPresent(i -> {
                  if (change instanceof Nothing) items.remove((int) i);
                  else items.set(i, over(items.get(i), change, key, chain));
                });
          }
        });
    return new Items(changes.origin(), list.attribution(), items);
  }

  /// The item itself: without its place, and with the name by which it was added.
  private static Block named(String name, Block added) {
    Block item = added.without("after", "before");
    var entries = new LinkedHashMap<>(item.entries());
    if (!added.text("type").equals(Optional.of(name))) {
      entries.putIfAbsent("name", new Scalar(added.origin(), added.attribution(), name, false));
    }
    return new Block(added.origin(), added.attribution(), entries);
  }

  private Optional<Integer> index(List<Node> items, Node named, String key) {
    return index(items, Node.name(named).orElse(""), named.origin(), key);
  }

  private Optional<Integer> index(List<Node> items, String name, Origin from, String key) {
    List<Integer> found =
        IntStream.range(0, items.size())
            .filter(i -> Node.name(items.get(i)).equals(Optional.of(name)))
            .boxed()
            .toList();
    if (found.size() == 1) return Optional.of(found.getFirst());
    wrong(
        from,
        key,
        found.isEmpty()
            ? "the list has no \"%s\": %s"
                .formatted(
                    name,
                    Spelling.hint(
                        name,
                        items.stream()
                            .flatMap(item -> Node.name(item).stream())
                            .distinct()
                            .toList()))
            : "the list has %d of \"%s\": give them a \"name\"".formatted(found.size(), name));
    return Optional.empty();
  }

  private void wrong(Origin origin, String key, String message) {
    problems.add(new Problem(origin, key, message));
  }

  private static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
