package org.lacuna.application.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.input.Spelling;

/// The kinds behind the factories of [Kind].
final class Kinds {
  record Text() implements Kind<String> {
    @Override
    public Optional<String> read(Found found) {
      return found.node() instanceof Scalar scalar
          ? Optional.of(scalar.text())
          : found.wrong("give " + expected());
    }

    @Override
    public String expected() {
      return "a text";
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.text();
    }
  }

  record Choice<T>(Map<String, T> meanings) implements Kind<T> {
    @Override
    public Optional<T> read(Found found) {
      if (!(found.node() instanceof Scalar scalar)) return found.wrong("give " + expected());
      Optional<T> meant = Optional.ofNullable(meanings.get(scalar.text()));
      return meant.isPresent()
          ? meant
          : found.wrong(
              "\"%s\" is unknown: %s"
                  .formatted(scalar.text(), Spelling.hint(scalar.text(), meanings.keySet())));
    }

    @Override
    public String expected() {
      return "one of " + words(meanings);
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.value(Map.of("enum", sorted(meanings)));
    }
  }

  record Flag() implements Kind<Boolean> {
    private static final Kind<Boolean> WORDS = Kind.choice(Map.of("true", true, "false", false));

    @Override
    public Optional<Boolean> read(Found found) {
      return WORDS.read(found);
    }

    @Override
    public String expected() {
      return "true or false";
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.value(Map.of("type", "boolean"));
    }
  }

  record Count(long low, long high) implements Kind<Long> {
    @Override
    public Optional<Long> read(Found found) {
      if (!(found.node() instanceof Scalar scalar) || !scalar.number()) {
        return found.wrong("give " + expected());
      }
      try {
        long count = new BigDecimal(scalar.text()).longValueExact();
        if (count >= low && count <= high) return Optional.of(count);
      } catch (ArithmeticException | NumberFormatException e) {
        // Not whole, not finite, or beyond all long values: the same remedy.
      }
      return found.wrong("\"%s\" is out of range: give %s".formatted(scalar.text(), expected()));
    }

    @Override
    public String expected() {
      return high == Long.MAX_VALUE
          ? "a whole number of at least " + low
          : "a whole number from " + low + " to " + high;
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      var number = new LinkedHashMap<String, Object>();
      number.put("type", "integer");
      number.put("minimum", low);
      if (high < Long.MAX_VALUE) number.put("maximum", high);
      return schema.value(number);
    }
  }

  record ListOf<T>(Kind<T> item) implements Kind<List<T>> {
    @Override
    public Optional<List<T>> read(Found found) {
      if (!(found.node() instanceof Items(_, _, List<Node> nodes))) {
        return found.wrong("give " + expected());
      }
      List<T> items = new ArrayList<>();
      int number = 0;
      for (Node node : nodes) {
        number++;
        String name = node instanceof Block ? Node.name(node).orElse("") : "";
        String shown = name.isEmpty() ? String.valueOf(number) : name;
        item.read(found.child(shown, node)).ifPresent(items::add);
      }
      return items.size() == nodes.size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    @Override
    public String expected() {
      return "a list, each item " + item.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.list(item);
    }
  }

  record BlockOf<T>(Reader<? extends T> reader) implements Kind<T> {
    @Override
    public Optional<T> read(Found found) {
      return found.node() instanceof Block
          ? Card.read(reader, found, Set.of()).map(made -> made)
          : found.wrong("give " + expected());
    }

    @Override
    public String expected() {
      return "a block of keys";
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.block(Map.of(), Card.declaration(reader));
    }
  }

  /// A block of one of some types; a type without keys may stand alone, as a word.
  record OneOf<T>(String noun, Map<String, Reader<? extends T>> readers) implements Kind<T> {
    @Override
    public Optional<T> read(Found found) {
      if (found.node() instanceof Scalar word) {
        return read(new Found(found.key(), Node.ofType(word), found.reading()));
      }
      if (!(found.node() instanceof Block block)) return found.wrong("give " + expected());
      Optional<Scalar> type = block.word("type");
      if (type.isEmpty()) return found.wrong("has no \"type\": give " + expected());
      String name = type.get().text();
      Reader<? extends T> reader = readers.get(name);
      if (reader == null) {
        return found
            .child("type", type.get())
            .wrong(
                "\"%s\" is unknown, known are %s%s"
                    .formatted(
                        name,
                        words(readers),
                        Spelling.nearest(name, readers.keySet())
                            .map(nearest -> ": did you mean \"" + nearest + "\"?")
                            .orElse("")));
      }
      found.reading().means(found.path("type"), "type of " + noun.replaceFirst("^an? ", ""));
      // Unless the reader says more.
      found.reading().means(found.path("name"), "what it is called");
      return Card.read(reader, found, Set.of("type", "name")).map(made -> made);
    }

    @Override
    public String expected() {
      return noun + " of type " + words(readers);
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return schema.oneOf(noun, readers);
    }
  }

  record Mapped<S, T>(Kind<S> kind, Function<S, T> make) implements Kind<T> {
    @Override
    public Optional<T> read(Found found) {
      Optional<S> read = kind.read(found);
      try {
        return read.map(make);
      } catch (IllegalArgumentException e) {
        return found.wrong(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public String expected() {
      return kind.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return kind.schema(schema);
    }
  }

  static List<String> sorted(Map<String, ?> table) {
    return table.keySet().stream().sorted().toList();
  }

  private static String words(Map<String, ?> table) {
    return String.join(", ", sorted(table));
  }

  private Kinds() {}
}
