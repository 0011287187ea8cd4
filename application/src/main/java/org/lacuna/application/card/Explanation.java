package org.lacuna.application.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each value of a card with its meaning, and where it comes from.
public final class Explanation {
  private static final int WIDEST_VALUE = 60;

  /// One value.
  ///
  /// @param key path of the value from the top of the card
  /// @param value as it was written
  /// @param file where it was written
  public record Entry(
      String key,
      String value,
      String meaning,
      Optional<Mark> mark,
      Optional<String> source,
      String file,
      int line) {}

  private final List<Written.Line> lines;
  private final Map<String, String> meanings;

  Explanation(List<Written.Line> lines, Map<String, String> meanings) {
    this.lines = List.copyOf(lines);
    this.meanings = Map.copyOf(meanings);
  }

  /// The values in the order of the card.
  public List<Entry> entries() {
    return lines.stream()
        .flatMap(line -> line.value().stream().map(value -> entry(line.key(), value)))
        .toList();
  }

  private Entry entry(String key, Node value) {
    return new Entry(
        key,
        Written.flow(value),
        meaning(key),
        value.attribution().mark(),
        value.attribution().source(),
        value.origin().file().toString(),
        value.origin().line());
  }

  /// Of the key, or of what it is a part of: rows of a table have no meaning of their own.
  private String meaning(String key) {
    String meaning = meanings.get(key);
    if (meaning != null) return meaning;
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : meaning(key.substring(0, dot));
  }

  /// The card as YAML, each value with a comment.
  @Override
  public String toString() {
    int width =
        lines.stream()
            .mapToInt(line -> line.text().length())
            .filter(length -> length <= WIDEST_VALUE)
            .max()
            .orElse(0);
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Written.Line line : lines) {
      text.append(line.text());
      if (line.value().isPresent()) {
        Entry entry = entry(line.key(), line.value().get());
        String about = about(entry);
        text.repeat(' ', Math.max(0, width - line.text().length())).append("  # ");
        // The rows of a table need not all say the same.
        boolean isRepeated = about.equals(before) && !meanings.containsKey(entry.key);
        if (!isRepeated && !about.isEmpty()) text.append(about).append("; ");
        text.append(entry.file).append(entry.line == 0 ? "" : ":" + entry.line);
        before = about;
      }
      text.append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String about(Entry entry) {
    return Stream.of(
            Optional.of(entry.meaning).filter(meaning -> !meaning.isEmpty()),
            entry.mark.map(Mark::toString),
            entry.source)
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }
}
