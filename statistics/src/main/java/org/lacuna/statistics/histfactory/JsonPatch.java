package org.lacuna.statistics.histfactory;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Applies the operations of a JSON patch to a copy of a document, in their order.
///
/// One operation that cannot be applied refuses the whole patch.
///
/// @cite RFC6902
final class JsonPatch {
  /// What each operation makes of the document.
  private static final Map<String, BiFunction<Operation, JsonNode, JsonNode>> OPERATIONS =
      Map.of(
          "add", (step, document) -> step.add(step.path(), step.value(), document),
          "remove", (step, document) -> step.remove(step.path(), document),
          "replace",
              (step, document) ->
                  step.path().isEmpty()
                      ? step.value()
                      : step.add(step.path(), step.value(), step.remove(step.path(), document)),
          "move",
              (step, document) -> {
                JsonNode moved = step.find(step.from(), document);
                return step.add(step.path(), moved, step.remove(step.from(), document));
              },
          "copy",
              (step, document) ->
                  step.add(step.path(), step.find(step.from(), document).deepCopy(), document),
          "test", Operation::test);

  /// RFC 6902, 4.6: numbers are equal if their values are, so 1 is 1.0.
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? decimal(one).compareTo(decimal(other))
              : one.equals(other) ? 0 : 1;

  /// @throws WorkspaceException naming the operation by its place in the patch, from 0
  static JsonNode apply(JsonNode patch, JsonNode document) {
    if (!patch.isArray()) {
      throw new WorkspaceException(
          "the patch is no list of operations (RFC 6902); of a patch set give one of its patches");
    }
    JsonNode patched = document.deepCopy();
    for (int i = 0; i < patch.size(); i++) {
      Operation step = new Operation(i, patch.get(i));
      String op = step.text("op");
      BiFunction<Operation, JsonNode, JsonNode> operation = OPERATIONS.get(op);
      if (operation == null) throw step.refused("unknown op \"" + op + "\"");
      patched = operation.apply(step, patched);
    }
    return patched;
  }

  private static BigDecimal decimal(JsonNode number) {
    return number.decimalValue();
  }

  private record Operation(int index, JsonNode node) {
    List<String> path() {
      return pointer("path");
    }

    List<String> from() {
      return pointer("from");
    }

    JsonNode value() {
      JsonNode value = node.path("value");
      if (value.isMissingNode()) throw refused("\"value\" is missing");
      // Later operations may change what this one put there, not what the patch says.
      return value.deepCopy();
    }

    JsonNode find(List<String> path, JsonNode document) {
      JsonNode found = document;
      for (String token : path) {
        found =
            switch (found) {
              case ArrayNode array -> array.get(index(token, array.size() - 1));
              case JsonNode other -> other.path(token);
            };
        if (found.isMissingNode()) throw nothingAt(path);
      }
      return found;
    }

    JsonNode add(List<String> path, JsonNode value, JsonNode document) {
      if (path.isEmpty()) return value;
      String last = path.getLast();
      switch (find(path.subList(0, path.size() - 1), document)) {
        case ObjectNode object -> object.set(last, value);
        case ArrayNode array ->
            array.insert(last.equals("-") ? array.size() : index(last, array.size()), value);
        case JsonNode _ -> throw nothingAt(path);
      }
      return document;
    }

    JsonNode remove(List<String> path, JsonNode document) {
      if (path.isEmpty()) throw refused("the whole workspace cannot be removed");
      find(path, document);
      String last = path.getLast();
      switch (find(path.subList(0, path.size() - 1), document)) {
        case ObjectNode object -> object.remove(last);
        case ArrayNode array -> array.remove(index(last, array.size() - 1));
        case JsonNode _ -> throw nothingAt(path);
      }
      return document;
    }

    JsonNode test(JsonNode document) {
      JsonNode found = find(path(), document);
      if (!found.equals(BY_VALUE, value())) {
        throw refused("test failed, found " + found);
      }
      return document;
    }

    String text(String key) {
      JsonNode text = node.path(key);
      if (!text.isString()) throw refused("\"" + key + "\" is no text");
      return text.stringValue();
    }

    /// The tokens of a JSON pointer (RFC 6901).
    private List<String> pointer(String key) {
      String text = text(key);
      if (text.isEmpty()) return List.of();
      if (!text.startsWith("/")) throw refused("\"" + key + "\" does not begin with /");
      return List.of(text.substring(1).split("/", -1)).stream()
          .map(token -> token.replace("~1", "/").replace("~0", "~"))
          .toList();
    }

    private int index(String token, int highest) {
      if (!token.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(token) > highest) {
        throw refused("no index " + token + " in a list, the highest is " + highest);
      }
      return Integer.parseInt(token);
    }

    private WorkspaceException nothingAt(List<String> path) {
      return refused("nothing at /" + String.join("/", path));
    }

    WorkspaceException refused(String why) {
      return new WorkspaceException(
          "operation "
              + index
              + " of the patch ("
              + node.path("op").asString("no op")
              + " "
              + node.path("path").asString("nowhere")
              + "): "
              + why);
    }
  }

  private JsonPatch() {}
}
