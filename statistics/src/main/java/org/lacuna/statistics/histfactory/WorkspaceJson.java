package org.lacuna.statistics.histfactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.Lumi;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeFactor;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;
import org.lacuna.statistics.histfactory.Modifier.StatError;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Observation;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;
import org.lacuna.statistics.histfactory.Workspace.Sample;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes a [Workspace] as HistFactory JSON of version 1.0.0.
///
/// Unknown, missing and doubled keys are refused. What is written reads back as an equal workspace;
/// numbers stay the same doubles, though perhaps in another spelling.
///
/// @cite Heinrich2021
public final class WorkspaceJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Where a message of the parser begins to speak of its own types and settings.
  private static final Pattern ADVICE =
      Pattern.compile("\\s*(\\(start marker|\\(not recognized|[:(][^:(]*`).*", Pattern.DOTALL);

  private static final int LONGEST_QUOTE = 40;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// How the `data` of each kind of modifier is read.
  private static final Map<String, BiFunction<String, Fields, Modifier>> MODIFIERS =
      Map.of(
          "normfactor", (name, given) -> new NormFactor(given.without("data", name)),
          "shapefactor", (name, given) -> new ShapeFactor(given.without("data", name)),
          "lumi", (name, given) -> new Lumi(given.without("data", name)),
          "normsys",
              (name, given) -> {
                Fields data = given.object("data", Set.of("lo", "hi"), Set.of());
                return new NormSys(name, data.number("lo"), data.number("hi"));
              },
          "histosys",
              (name, given) -> {
                Fields data = given.object("data", Set.of("lo_data", "hi_data"), Set.of());
                return new HistoSys(name, data.numbers("lo_data"), data.numbers("hi_data"));
              },
          "shapesys", (name, given) -> new ShapeSys(name, given.numbers("data")),
          "staterror", (name, given) -> new StatError(name, given.numbers("data")));

  /// Reads a workspace.
  ///
  /// @throws WorkspaceException if the text is no JSON, or not that of a consistent workspace
  public static Workspace read(String json) {
    return workspace(tree("workspace", json));
  }

  /// Reads a workspace and applies a patch to it first.
  ///
  /// @param patch operations after RFC 6902 on the whole workspace
  /// @throws WorkspaceException also if the patch cannot be applied
  /// @cite RFC6902
  public static Workspace read(String json, String patch) {
    return workspace(JsonPatch.apply(tree("patch", patch), tree("workspace", json)));
  }

  /// Writes a workspace, indented, with a line break at the end.
  public static String write(Workspace workspace) {
    ObjectNode root = NODES.objectNode();
    root.set("channels", array(workspace.channels(), WorkspaceJson::node));
    root.set(
        "observations",
        array(
            workspace.observations(),
            observed -> named(observed.name()).set("data", numbers(observed.counts()))));
    root.set("measurements", array(workspace.measurements(), WorkspaceJson::node));
    root.put("version", Workspace.VERSION);
    return root.toPrettyString() + "\n";
  }

  private static JsonNode tree(String what, String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException malformed) {
      throw new WorkspaceException(
          "the " + what + " is no JSON" + place(malformed.getLocation()) + ": " + why(malformed),
          malformed);
    }
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /// What the parser says, without its advice to those who program it.
  private static String why(JacksonException malformed) {
    return ADVICE.matcher(malformed.getOriginalMessage()).replaceFirst("");
  }

  private static Workspace workspace(JsonNode root) {
    Fields workspace =
        Fields.of(
            "workspace",
            root,
            Set.of("channels", "observations", "measurements", "version"),
            Set.of());
    String version = workspace.text("version");
    if (!version.equals(Workspace.VERSION)) {
      throw new WorkspaceException(
          "workspace: version is \""
              + version
              + "\"; only \""
              + Workspace.VERSION
              + "\" can be read");
    }
    return new Workspace(
        workspace.list("channels", WorkspaceJson::channel),
        workspace.list("observations", WorkspaceJson::observation),
        workspace.list("measurements", WorkspaceJson::measurement));
  }

  private static Channel channel(String place, JsonNode node) {
    Fields channel = Fields.named("channel", place, node, Set.of("samples"));
    return new Channel(channel.text("name"), channel.list("samples", WorkspaceJson::sample));
  }

  private static Sample sample(String place, JsonNode node) {
    Fields sample = Fields.named("sample", place, node, Set.of("data", "modifiers"));
    return new Sample(
        sample.text("name"),
        sample.numbers("data"),
        sample.list("modifiers", WorkspaceJson::modifier));
  }

  private static Modifier modifier(String place, JsonNode node) {
    Fields modifier = Fields.named("modifier", place, node, Set.of("type", "data"));
    String type = modifier.text("type");
    BiFunction<String, Fields, Modifier> kind = MODIFIERS.get(type);
    if (kind == null) {
      throw new WorkspaceException(
          modifier.place
              + ": unknown type \""
              + type
              + "\"; known are "
              + new TreeSet<>(MODIFIERS.keySet()));
    }
    return kind.apply(modifier.text("name"), modifier);
  }

  private static Observation observation(String place, JsonNode node) {
    Fields observation = Fields.named("observation", place, node, Set.of("data"));
    return new Observation(observation.text("name"), observation.numbers("data"));
  }

  private static Measurement measurement(String place, JsonNode node) {
    Fields measurement = Fields.named("measurement", place, node, Set.of("config"));
    Fields config = measurement.object("config", Set.of("poi", "parameters"), Set.of());
    return new Measurement(
        measurement.text("name"),
        config.text("poi"),
        config.list("parameters", WorkspaceJson::setting));
  }

  private static ParameterSetting setting(String place, JsonNode node) {
    Fields setting =
        Fields.of(
            Fields.place("parameter", place, node),
            node,
            Set.of("name"),
            Set.of("inits", "bounds", "auxdata", "factors", "sigmas", "fixed"));
    return new ParameterSetting(
        setting.text("name"),
        setting.optional("inits", setting::numbers),
        setting.optional("bounds", key -> setting.list(key, WorkspaceJson::range)),
        setting.optional("auxdata", setting::numbers),
        setting.optional("factors", setting::numbers),
        setting.optional("sigmas", setting::numbers),
        setting.optional("fixed", setting::flag));
  }

  private static Range range(String place, JsonNode node) {
    List<Double> ends = Fields.numbers(place + ", bounds", node);
    if (ends.size() != 2) {
      throw new WorkspaceException(
          place + ", bounds: " + node + " has " + ends.size() + " numbers; give [lower, upper]");
    }
    return new Range(ends.getFirst(), ends.getLast());
  }

  private static JsonNode node(Channel channel) {
    return named(channel.name()).set("samples", array(channel.samples(), WorkspaceJson::node));
  }

  private static JsonNode node(Sample sample) {
    return named(sample.name())
        .set("data", numbers(sample.nominal()))
        .set("modifiers", array(sample.modifiers(), WorkspaceJson::node));
  }

  private static JsonNode node(Modifier modifier) {
    return named(modifier.name())
        .put("type", modifier.type())
        .set(
            "data",
            switch (modifier) {
              case NormFactor _, ShapeFactor _, Lumi _ -> NODES.nullNode();
              case NormSys(_, double low, double high) ->
                  NODES.objectNode().put("lo", low).put("hi", high);
              case HistoSys(_, List<Double> low, List<Double> high) ->
                  NODES.objectNode().set("lo_data", numbers(low)).set("hi_data", numbers(high));
              case ShapeSys(_, List<Double> sigma) -> numbers(sigma);
              case StatError(_, List<Double> sigma) -> numbers(sigma);
            });
  }

  private static JsonNode node(Measurement measurement) {
    return named(measurement.name())
        .set(
            "config",
            NODES
                .objectNode()
                .put("poi", measurement.poi())
                .set("parameters", array(measurement.parameters(), WorkspaceJson::node)));
  }

  private static JsonNode node(ParameterSetting setting) {
    ObjectNode node = named(setting.name());
    setting.inits().ifPresent(inits -> node.set("inits", numbers(inits)));
    setting
        .bounds()
        .ifPresent(bounds ->
            node.set(
                "bounds", array(bounds, range -> numbers(List.of(range.lower(), range.upper())))));
    setting.auxdata().ifPresent(data -> node.set("auxdata", numbers(data)));
    setting.factors().ifPresent(factors -> node.set("factors", numbers(factors)));
    setting.sigmas().ifPresent(sigmas -> node.set("sigmas", numbers(sigmas)));
    setting.fixed().ifPresent(fixed -> node.put("fixed", fixed));
    return node;
  }

  private static ObjectNode named(String name) {
    return NODES.objectNode().put("name", name);
  }

  private static <T> ArrayNode array(List<T> elements, Function<T, JsonNode> node) {
    ArrayNode array = NODES.arrayNode();
    elements.forEach(element -> array.add(node.apply(element)));
    return array;
  }

  private static ArrayNode numbers(List<Double> numbers) {
    return array(numbers, NODES::numberNode);
  }

  /// The fields of one object of the file, and where it stands.
  private record Fields(String place, JsonNode node) {
    static Fields of(String place, JsonNode node, Set<String> required, Set<String> optional) {
      if (!node.isObject()) throw wrong(place, "an object", node);
      for (String key : new TreeSet<>(required)) {
        if (!node.has(key)) throw new WorkspaceException(place + ": \"" + key + "\" is missing");
      }
      for (String key : node.propertyNames()) {
        if (!required.contains(key) && !optional.contains(key)) {
          Set<String> known = new TreeSet<>(required);
          known.addAll(optional);
          throw new WorkspaceException(place + ": unknown key \"" + key + "\"; known are " + known);
        }
      }
      return new Fields(place, node);
    }

    static Fields named(String what, String outer, JsonNode node, Set<String> others) {
      Set<String> required = new TreeSet<>(others);
      required.add("name");
      return of(place(what, outer, node), node, required, Set.of());
    }

    /// Says which one is meant, by its name if it has one.
    static String place(String what, String outer, JsonNode node) {
      JsonNode name = node.path("name");
      String own = name.isString() ? what + " \"" + name.stringValue() + "\"" : what;
      return outer.equals("workspace") ? own : outer + ", " + own;
    }

    Fields object(String key, Set<String> required, Set<String> optional) {
      return of(place + ", " + key, value(key), required, optional);
    }

    String text(String key) {
      JsonNode value = value(key);
      if (!value.isString()) throw wrong(place + ", " + key, "a text", value);
      return value.stringValue();
    }

    double number(String key) {
      return number(place + ", " + key, value(key));
    }

    List<Double> numbers(String key) {
      return numbers(place + ", " + key, value(key));
    }

    boolean flag(String key) {
      JsonNode value = value(key);
      if (!value.isBoolean()) throw wrong(place + ", " + key, "true or false", value);
      return value.booleanValue();
    }

    /// Nothing may stand there; hands on the other value.
    <T> T without(String key, T other) {
      JsonNode value = value(key);
      if (!value.isNull()) throw wrong(place + ", " + key, "null", value);
      return other;
    }

    <T> List<T> list(String key, BiFunction<String, JsonNode, T> element) {
      JsonNode value = value(key);
      if (!value.isArray()) throw wrong(place + ", " + key, "a list", value);
      List<T> elements = new ArrayList<>();
      value.forEach(node -> elements.add(element.apply(place, node)));
      return elements;
    }

    <T> Optional<T> optional(String key, Function<String, T> read) {
      return node.has(key) ? Optional.of(read.apply(key)) : Optional.empty();
    }

    private JsonNode value(String key) {
      @Nullable JsonNode value = node.get(key);
      if (value == null) throw new WorkspaceException(place + ": \"" + key + "\" is missing");
      return value;
    }

    static List<Double> numbers(String place, JsonNode node) {
      if (!node.isArray()) throw wrong(place, "a list of numbers", node);
      List<Double> numbers = new ArrayList<>();
      node.forEach(number -> numbers.add(number(place, number)));
      return numbers;
    }

    private static double number(String place, JsonNode node) {
      if (!node.isNumber()) throw wrong(place, "a number", node);
      return node.doubleValue();
    }

    private static WorkspaceException wrong(String place, String expected, JsonNode found) {
      String text = found.isMissingNode() ? "empty" : found.toString();
      String shown =
          text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
      return new WorkspaceException(place + " is " + shown + "; give " + expected);
    }
  }

  private WorkspaceJson() {}
}
