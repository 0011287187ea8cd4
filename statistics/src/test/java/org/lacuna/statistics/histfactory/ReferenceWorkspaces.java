package org.lacuna.statistics.histfactory;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workspaces with results computed by pyhf, as they lie in the resources.
final class ReferenceWorkspaces {
  private static final String RESULT = ".result.json";

  record Case(String name, String json, JsonNode result) {
    Model model() {
      return Model.of(WorkspaceJson.read(json));
    }

    double tolerance(String quantity, String kind) {
      return result.at("/tolerance/" + quantity + "/" + kind).asDouble();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> all() throws IOException, URISyntaxException {
    URI folder =
        Objects.requireNonNull(ReferenceWorkspaces.class.getResource("/reference/statistics/pyhf"))
            .toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(RESULT))
          .sorted()
          .map(ReferenceWorkspaces::read)
          .toList();
    }
  }

  static Case named(String name) {
    try {
      return all().stream().filter(found -> found.name().equals(name)).findFirst().orElseThrow();
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  private static Case read(Path result) {
    String name = result.getFileName().toString().replace(RESULT, "");
    try {
      return new Case(
          name,
          Files.readString(result.resolveSibling(name + ".json")),
          JsonMapper.shared().readTree(Files.readString(result)));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private ReferenceWorkspaces() {}
}
