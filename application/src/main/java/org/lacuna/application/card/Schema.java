package org.lacuna.application.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lacuna.core.quantity.Dimension;

/// Says in JSON Schema what cards may look like, for editors: keys, types, units, spelling. Below
/// the top it does not say what is missing: a variant need not repeat what it inherits.
public final class Schema {
  private static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

  private final SequencedMap<String, Object> definitions = new TreeMap<>();
  private final Map<String, Map<String, ? extends Reader<?>>> tables = new HashMap<>();

  private Schema() {
    definitions.put(
        "source", object("type", "string", "description", "where the value comes from"));
    definitions.put(
        "mark",
        object("enum", Kinds.sorted(Mark.BY_NAME), "description", "how well the value is known"));
  }

  /// The schema of whole cards.
  static SequencedMap<String, Object> of(CardType<?> type) {
    Schema schema = new Schema();
    SequencedMap<String, Object> card =
        object("$schema", "https://json-schema.org/draft/2020-12/schema", "title", type.schema());
    card.putAll(schema.block(type));
    card.put("required", List.of("schema"));
    card.put(
        "anyOf",
        List.of(
            object("required", List.of("extends")),
            object("required", Card.declaration(type.reader()).required())));
    card.put("$defs", schema.definitions);
    return card;
  }

  /// What stands for itself or in a block with its source and mark.
  SequencedMap<String, Object> value(Map<String, Object> plain) {
    return object("anyOf", List.of(plain, closed(object("value", plain))));
  }

  SequencedMap<String, Object> text() {
    // What YAML takes for a number or a truth value is text here.
    definitions.computeIfAbsent(
        "text", _ -> value(object("type", List.of("string", "number", "boolean"))));
    return reference("text");
  }

  SequencedMap<String, Object> quantity(Dimension dimension) {
    String name = dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
    definitions.computeIfAbsent(
        name,
        _ -> {
          // As `Dimension` reads them: µ and u are the same, an energy may be a momentum or mass.
          String units =
              String.join("|", dimension.symbols()).replace("u", "[uµ]").replace("^", "\\^");
          var withUnit =
              object("type", "string", "pattern", "^" + NUMBER + " *(" + units + ")(/c.*)?$");
          return value(
              dimension.unit().isEmpty()
                  ? object("anyOf", List.of(object("type", "number"), withUnit))
                  : withUnit);
        });
    return reference(name);
  }

  /// A list, or the changes of its items by name.
  SequencedMap<String, Object> list(Kind<?> item) {
    Map<String, Object> items = item.schema(this);
    var change = object("anyOf", List.of(items, object("type", "null")));
    return value(
        object(
            "anyOf",
            List.of(
                object("type", "array", "items", items),
                object("type", "object", "additionalProperties", change))));
  }

  /// Rows of numbers, or the name of a file.
  SequencedMap<String, Object> table(List<? extends Kind<?>> columns) {
    List<Map<String, Object>> fields = columns.stream().map(kind -> kind.schema(this)).toList();
    var row =
        object("type", "array", "prefixItems", fields, "items", false, "minItems", fields.size());
    var file = object("type", "string", "pattern", "[.]csv$");
    return value(object("anyOf", List.of(object("type", "array", "items", row), file)));
  }

  /// A block whose `type` decides which keys it has, defined once by its noun.
  SequencedMap<String, Object> oneOf(String noun, Map<String, ? extends Reader<?>> readers) {
    String name = noun.replaceFirst("^an? ", "").replace(' ', '-');
    if (!Objects.requireNonNullElse(tables.putIfAbsent(name, readers), readers).equals(readers)) {
      throw new IllegalArgumentException(
          "two tables of types are called \"" + noun + "\": rename one");
    }
    define(name, () -> cases(readers));
    return reference(name);
  }

  /// Its name is taken first, because its parts are defined meanwhile.
  private void define(String name, Supplier<Map<String, Object>> definition) {
    if (definitions.putIfAbsent(name, Map.of()) == null) definitions.put(name, definition.get());
  }

  private SequencedMap<String, Object> cases(Map<String, ? extends Reader<?>> readers) {
    List<Object> cases = new ArrayList<>();
    new TreeMap<>(readers)
        .forEach((type, reader) -> {
          var chosen = object("type", object("const", type));
          var known = object("type", object("const", type), "name", object("type", "string"));
          cases.add(
              object(
                  "if", object("properties", chosen, "required", List.of("type")),
                  "then", block(known, Card.declaration(reader))));
        });
    List<String> types = Kinds.sorted(readers);
    var block =
        object(
            "type", "object", "properties", object("type", object("enum", types)), "allOf", cases);
    return object("anyOf", List.of(object("enum", types), block));
  }

  /// A card of another type, defined once by its schema.
  SequencedMap<String, Object> card(CardType<?> type) {
    String name = type.schema().replace('/', '-');
    define(name, () -> block(type));
    return reference(name);
  }

  private SequencedMap<String, Object> block(CardType<?> type) {
    return block(object("schema", object("const", type.schema())), Card.declaration(type.reader()));
  }

  /// A block with these properties and those that a reader declares.
  SequencedMap<String, Object> block(Map<String, Object> known, Card declared) {
    SequencedMap<String, Object> properties = new LinkedHashMap<>(known);
    declared
        .keys()
        .forEach((key, it) -> {
          var property = object("description", it.meaning() + ": " + it.kind().expected());
          property.putAll(it.kind().schema(this));
          properties.put(key, property);
        });
    return closed(properties);
  }

  /// An object with these properties and those that every block may have.
  private static SequencedMap<String, Object> closed(Map<String, Object> properties) {
    var all = new LinkedHashMap<>(properties);
    all.put("source", reference("source"));
    all.put("mark", reference("mark"));
    if (!properties.containsKey("value")) {
      for (String key : List.of("extends", "like", "after", "before"))
        all.put(key, object("type", "string"));
    }
    return object("type", "object", "properties", all, "additionalProperties", false);
  }

  private static SequencedMap<String, Object> reference(String definition) {
    return object("$ref", "#/$defs/" + definition);
  }

  private static SequencedMap<String, Object> object(Object... keysAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
