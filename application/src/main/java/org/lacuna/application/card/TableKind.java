package org.lacuna.application.card;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.application.card.Node.Items;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.application.card.Table.Column;

/// A table: a list of rows, or the name of a CSV file beside the card.
record TableKind(List<Column> columns) implements Kind<Table> {
  TableKind {
    columns = List.copyOf(columns);
  }

  @Override
  public Optional<Table> read(Found found) {
    return switch (found.node()) {
      case Items list -> rows(found, list.items());
      case Scalar name when isFile(name) -> rowsOf(found, file(name), name.attribution());
      default -> found.wrong("give " + expected());
    };
  }

  private Optional<Table> rows(Found found, List<Node> nodes) {
    List<List<Double>> rows = new ArrayList<>();
    for (Node node : nodes) {
      Found here = found.child(String.valueOf(rows.size() + 1), node);
      Optional<List<Double>> row =
          node instanceof Items fields && fields.items().size() == columns.size()
              ? row(here, fields.items())
              : here.wrong("give a row of " + names());
      // A placeholder keeps the numbering; the table is not made then.
      rows.add(row.orElse(List.of()));
    }
    if (rows.isEmpty()) return found.wrong("the table is empty: give rows of " + names());
    return rows.stream().anyMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(new Table(columns.stream().map(Column::name).toList(), rows));
  }

  private Optional<List<Double>> row(Found found, List<Node> fields) {
    List<Double> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      column.numbers().read(found.child(column.name(), fields.get(i))).ifPresent(row::add);
    }
    return row.size() == columns.size() ? Optional.of(row) : Optional.empty();
  }

  static boolean isFile(Scalar name) {
    return name.text().endsWith(".csv");
  }

  /// The file that a card names: beside the card.
  static CardFile file(Scalar name) {
    return name.origin().file().sibling(name.text());
  }

  /// The file as if its rows stood in the card.
  private Optional<Table> rowsOf(Found found, CardFile file, Attribution attribution) {
    List<Node> rows = new ArrayList<>();
    boolean isHeaderRead = false;
    int number = 0;
    try {
      for (String line : file.text().lines().toList()) {
        Origin origin = new Origin(file, ++number);
        if (line.isBlank() || line.startsWith("#")) continue;
        if (isHeaderRead) {
          rows.add(row(origin, attribution, line));
        } else if (!line.strip().equals(header())) {
          return found.wrong(origin, found.key(), "the first line must be \"" + header() + "\"");
        }
        isHeaderRead = true;
      }
    } catch (IOException e) {
      return found.wrong("cannot read " + file + ": " + e.getMessage());
    }
    return rows(found, rows);
  }

  private Items row(Origin origin, Attribution attribution, String line) {
    List<Node> fields = new ArrayList<>();
    for (String field : line.split(",", -1)) {
      String unit = fields.size() < columns.size() ? columns.get(fields.size()).unit() : "";
      String text = (field.strip() + " " + unit).strip();
      fields.add(new Scalar(origin, attribution, text, true));
    }
    return new Items(origin, attribution, fields);
  }

  private String header() {
    return columns.stream().map(Column::name).collect(Collectors.joining(","));
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String expected() {
    return "a list of rows " + names() + ", or the name of a CSV file";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return schema.table(columns.stream().map(Column::numbers).toList());
  }
}
