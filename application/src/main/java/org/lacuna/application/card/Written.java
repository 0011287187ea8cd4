package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Nothing;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.json.Json;

/// A card written out line by line.
final class Written {
  /// What needs no quotes in YAML, whoever reads it.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][\\w ./+^%()-]*(?<! )|[+-]?[.\\d][\\w ./+^%-]*(?<! )");

  private static final Pattern NUMBER = Pattern.compile("[+-]?[.\\d][\\d.eE+-]*");

  /// @param key path of the value from the top
  /// @param value absent in a line that opens a block or list
  record Line(String text, String key, Optional<Node> value) {}

  private final List<Line> lines = new ArrayList<>();

  private Written() {}

  static List<Line> of(Block card) {
    Written written = new Written();
    written.write("", "", "", card);
    return List.copyOf(written.lines);
  }

  /// @param start what stands before the first line, in place of the indentation
  private void write(String start, String indent, String path, Block block) {
    String before = start;
    for (Map.Entry<String, Node> entry : block.entries().entrySet()) {
      String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      write(before + entry.getKey() + ":", indent, key, entry.getValue());
      before = indent;
    }
  }

  private void write(String head, String indent, String key, Node node) {
    switch (node) {
      case Block block when !block.entries().isEmpty() -> {
        lines.add(new Line(head, key, Optional.empty()));
        write(indent + "  ", indent + "  ", key, block);
      }
      case Items list when list.items().stream().anyMatch(item -> !(item instanceof Scalar)) -> {
        lines.add(new Line(head, key, Optional.empty()));
        int number = 0;
        for (Node item : list.items()) {
          number++;
          String itemKey =
              key
                  + "."
                  + (item instanceof Block
                      ? Node.name(item).orElse(String.valueOf(number))
                      : number);
          if (item instanceof Block block && !block.entries().isEmpty()) {
            write(indent + "- ", indent + "  ", itemKey, block);
          } else {
            write(indent + "-", indent, itemKey, item);
          }
        }
      }
      default -> lines.add(new Line(head + " " + flow(node), key, Optional.of(node)));
    }
  }

  static String flow(Node node) {
    return switch (node) {
      case Scalar scalar -> isPlain(scalar) ? scalar.text() : Json.line(scalar.text());
      case Items list ->
          list.items().stream().map(Written::flow).collect(Collectors.joining(", ", "[", "]"));
      case Nothing _ -> "null";
      case Block _ -> "{}";
    };
  }

  private static boolean isPlain(Scalar scalar) {
    return PLAIN.matcher(scalar.text()).matches()
        && (scalar.number() || !NUMBER.matcher(scalar.text()).matches());
  }
}
