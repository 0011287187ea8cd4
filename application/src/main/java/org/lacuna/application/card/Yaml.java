package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Nothing;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.input.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads the YAML 1.2 text of one file to nodes that know their lines.
///
/// A card reads the same everywhere: aliases, tags, a second document in the file and keys given
/// twice are refused.
final class Yaml {
  private static final Pattern SYNTAX_ERROR =
      Pattern.compile("(?m)^(\\S.*)\\R in reader, line (\\d+)");

  private final CardFile file;
  private final YAMLParser parser;
  private final List<Problem> problems;

  private Yaml(CardFile file, YAMLParser parser, List<Problem> problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /// What is understood of a text; nothing after an error of syntax.
  ///
  /// @param problems takes up what is wrong with the text
  static Optional<Block> read(CardFile file, String text, List<Problem> problems) {
    try (var parser =
        (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      return new Yaml(file, parser, problems).document();
    } catch (JacksonException e) {
      // The library tells the line of the mistake in its text alone; its location is one of the
      // last token that was good.
      List<MatchResult> errors = SYNTAX_ERROR.matcher(e.getOriginalMessage()).results().toList();
      String why = errors.isEmpty() ? e.getOriginalMessage() : errors.getLast().group(1);
      int line = errors.isEmpty() ? 1 : Integer.parseInt(errors.getLast().group(2));
      if (errors.isEmpty() && e.getLocation() != null) line = e.getLocation().getLineNr();
      problems.add(new Problem(new Origin(file, line), "", "this is not YAML: " + why));
      return Optional.empty();
    }
  }

  private Optional<Block> document() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      wrong(here(), "", "a card consists of lines such as \"title: Heavy neutral leptons\"");
      return Optional.empty();
    }
    Node root = node("", here());
    if (parser.nextToken() != null) {
      wrong(here(), "", "a second document begins here: one card per file");
    }
    return root instanceof Block block
        ? Optional.of((Block) attributed(block, Attribution.NONE))
        : Optional.empty();
  }

  /// @param origin of the key where there is one: its line is the one to look at
  private Node node(String path, Origin origin) {
    if (parser.isCurrentAlias()) {
      wrong(origin, path, "aliases are not used in cards: write the value, or use \"extends\"");
    }
    if (parser.getTypeId() != null) {
      wrong(origin, path, "tags such as \"!!str\" are not used in cards");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> block(path, origin);
      case START_ARRAY -> items(path, origin);
      case VALUE_NULL -> {
        if (parser.getString().isEmpty()) wrong(origin, path, "has no value");
        yield new Nothing(origin, Attribution.NONE);
      }
      default -> new Scalar(origin, Attribution.NONE, parser.getString(), token.isNumeric());
    };
  }

  private Node items(String path, Origin origin) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + (items.size() + 1) + "]", here()));
    }
    return new Items(origin, Attribution.NONE, items);
  }

  /// A block, or what its `value` stands for.
  private Node block(String path, Origin origin) {
    var entries = new LinkedHashMap<String, Node>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Origin place = here();
      parser.nextToken();
      Node before = entries.putIfAbsent(key, node(child(path, key), place));
      if (before != null) {
        wrong(place, child(path, key), "was given before, in line " + before.origin().line());
      }
    }
    Attribution said = attribution(path, entries);
    Node value = entries.remove("value");
    if (value == null) return new Block(origin, said, entries);
    entries.forEach((key, node) ->
        wrong(
            node.origin(),
            child(path, key),
            "only \"source\" and \"mark\" stand beside \"value\""));
    return attributed(value, said);
  }

  /// Takes `source` and `mark` out of the entries.
  private Attribution attribution(String path, Map<String, Node> entries) {
    Node source = entries.remove("source");
    Node mark = entries.remove("mark");
    return new Attribution(
        word(child(path, "source"), source).map(Scalar::text),
        word(child(path, "mark"), mark).flatMap(it -> mark(child(path, "mark"), it)));
  }

  private Optional<Mark> mark(String path, Scalar name) {
    Optional<Mark> known = Optional.ofNullable(Mark.BY_NAME.get(name.text()));
    if (known.isEmpty()) {
      String hint = Spelling.hint(name.text(), Mark.BY_NAME.keySet());
      wrong(name.origin(), path, "\"" + name.text() + "\" is no mark: " + hint);
    }
    return known;
  }

  private Optional<Scalar> word(String path, @Nullable Node node) {
    if (node instanceof Scalar scalar) return Optional.of(scalar);
    if (node != null) wrong(node.origin(), path, "is not a text");
    return Optional.empty();
  }

  /// The node where it and its parts say nothing else: what is said around it.
  private static Node attributed(Node node, Attribution around) {
    Attribution all = node.attribution().or(around);
    return switch (node) {
      case Scalar scalar -> new Scalar(scalar.origin(), all, scalar.text(), scalar.number());
      case Nothing nothing -> new Nothing(nothing.origin(), all);
      case Items items ->
          new Items(
              items.origin(),
              all,
              items.items().stream().map(item -> attributed(item, all)).toList());
      case Block block -> {
        var entries = new LinkedHashMap<>(block.entries());
        entries.replaceAll((key, value) -> attributed(value, all));
        yield new Block(block.origin(), all, entries);
      }
    };
  }

  private Origin here() {
    return new Origin(file, parser.currentTokenLocation().getLineNr());
  }

  private void wrong(Origin origin, String path, String message) {
    problems.add(new Problem(origin, path, message));
  }

  private static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
