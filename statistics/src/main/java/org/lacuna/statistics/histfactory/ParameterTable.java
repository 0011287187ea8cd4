package org.lacuna.statistics.histfactory;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lacuna.statistics.histfactory.Constraint.Free;
import org.lacuna.statistics.histfactory.Constraint.Normal;
import org.lacuna.statistics.histfactory.Constraint.Poisson;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.Lumi;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeFactor;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;
import org.lacuna.statistics.histfactory.Modifier.StatError;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;
import org.lacuna.statistics.histfactory.Workspace.Sample;

/// The parameters that the modifiers of a workspace need, with the settings of one measurement, and
/// which modifier uses which.
///
/// The order is that of pyhf: kinds of modifiers alphabetically, within a kind as one meets them in
/// channels, samples and modifiers taken alphabetically, `staterror` alphabetically.
final class ParameterTable {
  private static final Range FACTOR = new Range(0, 10);
  private static final Range POSITIVE_FACTOR = new Range(1e-10, 10);
  private static final Range PULL = new Range(-5, 5);

  private final Measurement measurement;
  private final Map<String, List<Parameter>> byName = new LinkedHashMap<>();
  private final Map<String, Integer> firstIndex = new HashMap<>();

  /// Where in a `staterror` the bins of a channel begin.
  private final Map<NameAndChannel, Integer> channelOffset = new HashMap<>();

  private record NameAndChannel(String name, String channel) {}

  /// A modifier at its place.
  private record Use(Channel channel, Sample sample, Modifier modifier) {
    String kindAndName() {
      return modifier.type() + " " + modifier.name();
    }

    @Override
    public String toString() {
      return channel + ", sample \"" + sample.name() + "\", " + Workspace.label(modifier);
    }
  }

  /// @param channels in alphabetical order
  ParameterTable(List<Channel> channels, Measurement measurement) {
    this.measurement = measurement;
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (Use use : inOrder(channels)) {
      uses.computeIfAbsent(use.kindAndName(), _ -> new ArrayList<>()).add(use);
    }
    uses.values().forEach(this::addParameters);
    int index = 0;
    for (Map.Entry<String, List<Parameter>> entry : byName.entrySet()) {
      firstIndex.put(entry.getKey(), index);
      index += entry.getValue().size();
      entry.setValue(set(entry.getValue(), setting(entry.getKey())));
    }
  }

  List<Parameter> all() {
    return byName.values().stream().flatMap(Collection::stream).toList();
  }

  /// The parameter that this modifier has in this bin.
  int index(Channel channel, int bin, Modifier modifier) {
    int first = requireNonNull(firstIndex.get(modifier.name()));
    return switch (modifier) {
      case NormFactor _, Lumi _, NormSys _, HistoSys _ -> first;
      case ShapeFactor _, ShapeSys _ -> first + bin;
      case StatError(String name, _) ->
          first + requireNonNull(channelOffset.get(new NameAndChannel(name, channel.name()))) + bin;
    };
  }

  OptionalInt poi() {
    String name = measurement.poi();
    if (name.isEmpty()) return OptionalInt.empty();
    List<Parameter> candidates = byName.getOrDefault(name, List.of());
    if (candidates.size() != 1) {
      throw new WorkspaceException(
          "measurement \""
              + measurement.name()
              + "\": the parameter of interest \""
              + name
              + "\" has "
              + candidates.size()
              + " parameters; name one of "
              + scalars());
    }
    return OptionalInt.of(requireNonNull(firstIndex.get(name)));
  }

  private List<String> scalars() {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Use> inOrder(List<Channel> channels) {
    List<Use> uses = new ArrayList<>();
    for (Channel channel : channels) {
      for (Sample sample : channel.samples().stream().sorted(comparing(Sample::name)).toList()) {
        sample.modifiers().stream()
            .sorted(comparing(Modifier::name))
            .forEach(modifier -> uses.add(new Use(channel, sample, modifier)));
      }
    }
    uses.sort(
        comparing((Use use) -> use.modifier().type())
            .thenComparing(use -> use.modifier() instanceof StatError(String name, _) ? name : ""));
    return uses;
  }

  private void addParameters(List<Use> uses) {
    Use first = uses.getFirst();
    String name = first.modifier().name();
    List<Parameter> needed =
        switch (first.modifier()) {
          case NormFactor _ -> List.of(free(name));
          case ShapeFactor _ ->
              perBin(
                  name,
                  uses.stream().mapToInt(use -> use.channel().bins()).max().orElseThrow(),
                  _ -> free(name));
          case Lumi _ -> List.of(lumi(first));
          case NormSys _, HistoSys _ -> List.of(of(name, 0, PULL, false, new Normal(0, 1)));
          case ShapeSys shape -> shapeSys(uses, shape.sigma());
          case StatError _ -> statError(name, uses);
        };
    List<Parameter> known = byName.putIfAbsent(name, needed);
    if (known != null && !known.equals(needed)) {
      throw new WorkspaceException(
          first + ": a modifier of another kind has this name and another parameter; rename one");
    }
  }

  private static Parameter of(
      String name, double init, Range range, boolean fixed, Constraint constraint) {
    return new Parameter(name, init, range.lower(), range.upper(), fixed, constraint);
  }

  private static Parameter free(String name) {
    return of(name, 1, FACTOR, false, new Free());
  }

  private static Parameter gamma(String name, boolean fixed, Constraint constraint) {
    return of(name, 1, POSITIVE_FACTOR, fixed, constraint);
  }

  private static List<Parameter> perBin(String name, int bins, IntFunction<Parameter> parameter) {
    return IntStream.range(0, bins)
        .mapToObj(bin -> parameter.apply(bin).named(name + "[" + bin + "]"))
        .toList();
  }

  private Parameter lumi(Use use) {
    ParameterSetting setting = setting(use.modifier().name());
    if (setting.inits().isEmpty()
        || setting.bounds().isEmpty()
        || setting.auxdata().isEmpty()
        || setting.sigmas().isEmpty()) {
      throw new WorkspaceException(
          use
              + ": measurement \""
              + measurement.name()
              + "\" must set inits, bounds, auxdata and sigmas of the parameter \"lumi\"");
    }
    // The values follow with the settings.
    return of(use.modifier().name(), 1, FACTOR, false, new Normal(1, 1));
  }

  /// A bin without counts or without uncertainty does not move; like pyhf's its constraint stays in
  /// the density, with one auxiliary count.
  private static List<Parameter> shapeSys(List<Use> uses, List<Double> sigma) {
    if (uses.size() > 1) {
      throw new WorkspaceException(
          uses.get(1)
              + ": another sample has a shapesys of this name, which cannot be shared;"
              + " rename one");
    }
    String name = uses.getFirst().modifier().name();
    List<Double> nominal = uses.getFirst().sample().nominal();
    return perBin(
        name,
        sigma.size(),
        bin -> {
          boolean fixed = nominal.get(bin) <= 0 || sigma.get(bin) == 0;
          double accuracy = nominal.get(bin) / sigma.get(bin);
          double factor = fixed ? 1 : accuracy * accuracy;
          return gamma(name, fixed, new Poisson(factor, factor));
        });
  }

  /// A bin without counts or without uncertainty does not move; like pyhf's its constraint stays in
  /// the density, with `r = 1`.
  private List<Parameter> statError(String name, List<Use> uses) {
    List<double[]> sums = new ArrayList<>();
    for (Use use : uses) {
      int offset =
          channelOffset.computeIfAbsent(
              new NameAndChannel(name, use.channel().name()), _ -> sums.size());
      for (int bin = 0; bin < use.channel().bins(); bin++) {
        if (offset + bin == sums.size()) sums.add(new double[2]);
        double sigma = ((StatError) use.modifier()).sigma().get(bin);
        sums.get(offset + bin)[0] += use.sample().nominal().get(bin);
        sums.get(offset + bin)[1] += sigma * sigma;
      }
    }
    return perBin(
        name,
        sums.size(),
        bin -> {
          double nominal = sums.get(bin)[0];
          double variance = sums.get(bin)[1];
          boolean fixed = nominal <= 0 || variance == 0;
          return gamma(name, fixed, new Normal(1, fixed ? 1 : Math.sqrt(variance) / nominal));
        });
  }

  // --- What the measurement sets

  private ParameterSetting setting(String name) {
    return measurement.parameters().stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElse(ParameterSetting.none(name));
  }

  private List<Parameter> set(List<Parameter> parameters, ParameterSetting setting) {
    String place =
        "measurement \"" + measurement.name() + "\", parameter \"" + setting.name() + "\": ";
    requireSize(parameters, setting.inits(), place + "inits");
    requireSize(parameters, setting.bounds(), place + "bounds");
    requireSize(parameters, setting.auxdata(), place + "auxdata");
    requireSize(parameters, setting.factors(), place + "factors");
    requireSize(parameters, setting.sigmas(), place + "sigmas");
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> set(parameters.get(i), i, setting, place))
        .toList();
  }

  private static Parameter set(Parameter given, int i, ParameterSetting setting, String place) {
    Range range =
        setting
            .bounds()
            .map(bounds -> bounds.get(i))
            .orElse(new Range(given.lower(), given.upper()));
    double init = setting.inits().map(inits -> inits.get(i)).orElse(given.init());
    if (init < range.lower() || init > range.upper()) {
      throw new WorkspaceException(
          place
              + "the start "
              + init
              + " lies outside the bounds ["
              + range.lower()
              + ", "
              + range.upper()
              + "]; change inits or bounds");
    }
    return of(
        given.name(),
        init,
        range,
        // A bin without uncertainty stays fixed whatever the setting says of the others.
        given.fixed() || setting.fixed().orElse(false),
        set(given.constraint(), i, setting, place));
  }

  private static Constraint set(Constraint given, int i, ParameterSetting setting, String place) {
    return switch (given) {
      case Free free -> {
        refuse(setting.auxdata().isPresent(), place, "auxdata");
        refuse(setting.sigmas().isPresent(), place, "sigmas");
        refuse(setting.factors().isPresent(), place, "factors");
        yield free;
      }
      case Normal(double auxiliary, double sigma) -> {
        refuse(setting.factors().isPresent(), place, "factors");
        yield new Normal(
            setting.auxdata().map(data -> data.get(i)).orElse(auxiliary),
            setting.sigmas().map(sigmas -> sigmas.get(i)).orElse(sigma));
      }
      case Poisson(double auxiliary, double factor) -> {
        refuse(setting.sigmas().isPresent(), place, "sigmas");
        double count = setting.auxdata().map(data -> data.get(i)).orElse(auxiliary);
        if (count < 0) {
          throw new WorkspaceException(
              place + "auxdata is " + count + " at index " + i + "; it is a count, 0 or more");
        }
        yield new Poisson(count, setting.factors().map(factors -> factors.get(i)).orElse(factor));
      }
    };
  }

  private static void refuse(boolean present, String place, String key) {
    if (present) {
      throw new WorkspaceException(
          place + key + " is set, but the constraint of this parameter has none; remove it");
    }
  }

  private static <T> void requireSize(
      List<Parameter> parameters, Optional<List<T>> given, String what) {
    if (given.isPresent() && given.get().size() != parameters.size()) {
      throw new WorkspaceException(
          what
              + " has "
              + given.get().size()
              + " entries for "
              + parameters.size()
              + " parameters; give one per parameter");
    }
  }
}
