package org.lacuna.application.events;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.application.input.Count;

/// What a file of events says of itself, in lines `# key: value` above its table.
///
/// @param lines values by their keys; any key may be missing, and others may be there
public record EventHeader(Map<String, String> lines) {
  /// The only form of file that this version writes.
  public static final String SCHEMA = "lacuna/events/1";

  private static final String MARK = "# ";
  private static final String COLON = ": ";

  public EventHeader {
    lines = new LinkedHashMap<>(lines);
  }

  /// Takes in a line that begins with `#`; a comment without a key is passed over.
  void read(String line) {
    int colon = line.indexOf(COLON);
    if (line.startsWith(MARK) && colon > 0) {
      lines.put(line.substring(MARK.length(), colon).strip(), line.substring(colon + 1).strip());
    }
  }

  void write(Writer out) throws IOException {
    for (Map.Entry<String, String> line : lines.entrySet()) {
      out.append(MARK + line.getKey() + COLON + line.getValue() + "\n");
    }
  }

  /// The simulated decay.
  public Optional<String> process() {
    return Optional.ofNullable(lines.get("process"));
  }

  /// Whether the events are pseudo-data or of a simulated sample.
  public Optional<String> role() {
    return Optional.ofNullable(lines.get("role"));
  }

  /// Decays thrown for the events; empty for data.
  ///
  /// @throws IllegalArgumentException if that is no count
  public OptionalLong decays() {
    String decays = lines.get("decays");
    return decays == null ? OptionalLong.empty() : OptionalLong.of(Count.parse(decays));
  }
}
