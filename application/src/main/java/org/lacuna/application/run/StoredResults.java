package org.lacuna.application.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lacuna.analysis.interpretation.Recast;
import org.lacuna.analysis.result.BackgroundSigma;
import org.lacuna.analysis.result.Band;
import org.lacuna.analysis.result.Limit;
import org.lacuna.analysis.result.Results;
import org.lacuna.analysis.result.Threshold;
import org.lacuna.application.input.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a run has found: the part of `results.json` that others build on.
public final class StoredResults {
  private final Path file;
  private final JsonNode results;

  private StoredResults(Path file, JsonNode results) {
    this.file = file;
    this.results = results;
  }

  /// The results in a folder of a run.
  ///
  /// @throws InputException if there are none, or they are broken or of another version
  public static StoredResults in(Path folder) {
    Path file = folder.resolve("results.json");
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "there is no " + file + ": give the folder of a run that has ended, as --out named it");
    }
    try {
      JsonNode results = JsonMapper.shared().readTree(Files.readString(file));
      String schema = results.path("schema").asString("");
      if (!schema.equals(Results.SCHEMA)) {
        throw new InputException(
            "%s: schema is \"%s\": this version reads \"%s\""
                .formatted(file, schema, Results.SCHEMA));
      }
      return new StoredResults(file, results);
    } catch (JacksonException e) {
      throw new InputException(
          "%s: line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  /// Counts above thresholds, for signals of which the run knew nothing.
  ///
  /// @throws InputException if the run did not search above thresholds
  public Recast recast() {
    List<Threshold> thresholds = new ArrayList<>();
    for (JsonNode threshold : at(results, "thresholds")) thresholds.add(threshold(threshold));
    if (thresholds.isEmpty()) {
      throw new InputException(
          file + ": thresholds is empty: the card of the run had no threshold-search");
    }
    return new Recast(number(at(at(results, "normalisation"), "kaonDecays"), "value"), thresholds);
  }

  private Threshold threshold(JsonNode node) {
    JsonNode sigma = at(node, "expectedSigma");
    JsonNode limit = at(node, "eventsLimit");
    JsonNode band = at(limit, "expected");
    return InputException.given(() ->
        new Threshold(
            number(node, "m0SquaredGeV2"),
            count(node, "observed"),
            number(node, "expected"),
            new BackgroundSigma(number(sigma, "statistical"), number(sigma, "systematic")),
            new Limit(
                number(limit, "observed"),
                new Band(
                    number(band, "m2"),
                    number(band, "m1"),
                    number(band, "median"),
                    number(band, "p1"),
                    number(band, "p2")))));
  }

  private JsonNode at(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) throw new InputException(file + ": \"" + key + "\" is missing");
    return value;
  }

  /// A number as results write it: `null` is NaN, `"Infinity"` infinite.
  private double number(JsonNode node, String key) {
    JsonNode value = at(node, key);
    if (value.isNull()) return Double.NaN;
    if (value.isNumber()) return value.asDouble();
    if (value.isString() && value.asString().equals("Infinity")) return Double.POSITIVE_INFINITY;
    throw new InputException(file + ": \"" + key + "\" is " + value + ": not a number");
  }

  /// `null` where the data may not be looked at.
  private OptionalLong count(JsonNode node, String key) {
    JsonNode value = at(node, key);
    if (value.isNull()) return OptionalLong.empty();
    if (value.isIntegralNumber() && value.canConvertToLong())
      return OptionalLong.of(value.asLong());
    throw new InputException(file + ": \"" + key + "\" is " + value + ": not a count");
  }
}
