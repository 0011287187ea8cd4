package org.lacuna.application.card;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.application.card.Node.Block;
import org.lacuna.application.card.Node.Scalar;

/// A type of whole cards. A block inside another card can be of one, too: it may extend a card of
/// that type, and need not say its schema.
///
/// @param schema what the key `schema` of these cards says, with the version, as in `lacuna/run/1`
public record CardType<T>(String schema, Reader<? extends T> reader) implements Kind<T> {
  private static final String KEY = "schema";

  @Override
  public Optional<T> read(Found found) {
    if (!(found.node() instanceof Block block)) return found.wrong("give " + expected());
    Optional<Scalar> given = block.word(KEY);
    if (given.isPresent() && !given.get().text().equals(schema)) {
      return found
          .child(KEY, given.get())
          .wrong("\"%s\" is another type of card: give %s".formatted(given.get().text(), schema));
    }
    found.reading().means(found.path(KEY), "type and version of the card");
    return Card.read(reader, found, Set.of(KEY)).map(made -> made);
  }

  /// The whole card must say its schema, because the next version of Lacuna may know another one.
  Optional<T> readWhole(Found found) {
    if (found.node() instanceof Block block && block.get(KEY).isEmpty()) {
      return found.wrong("\"schema\" is missing: give schema: " + schema);
    }
    return read(found);
  }

  @Override
  public String expected() {
    return "the keys of a card \"" + schema + "\"";
  }

  @Override
  public Map<String, Object> schema(Schema schemas) {
    return schemas.card(this);
  }

  /// The JSON Schema of these cards, for editors.
  public Map<String, Object> jsonSchema() {
    return Schema.of(this);
  }
}
