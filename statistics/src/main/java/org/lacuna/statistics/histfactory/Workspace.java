package org.lacuna.statistics.histfactory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.Lumi;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeFactor;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;
import org.lacuna.statistics.histfactory.Modifier.StatError;

/// What a HistFactory file of version 1.0.0 holds: expected counts by channel and sample with what
/// may change them, observed counts, and the measurements to make of them.
///
/// A workspace that exists is consistent: lengths agree, names are unique where they must be, every
/// channel is observed, all numbers are finite. [WorkspaceJson] reads and writes it, [Model] gives
/// it meaning.
///
/// @param observations may name channels that do not exist, as they do after a patch has removed a
///   channel; those are not used
/// @throws WorkspaceException if it is not consistent
/// @cite Cranmer2012
public record Workspace(
    List<Channel> channels, List<Observation> observations, List<Measurement> measurements) {
  public static final String VERSION = "1.0.0";

  public Workspace {
    channels = List.copyOf(channels);
    observations = List.copyOf(observations);
    measurements = List.copyOf(measurements);
    requireSome(channels, "the workspace has no channels");
    requireUnique(channels, Channel::toString, "");
    requireUnique(observations, observation -> label("observation", observation.name()), "");
    requireSome(measurements, "the workspace has no measurements");
    requireUnique(measurements, measurement -> label("measurement", measurement.name()), "");
    for (Channel channel : channels) check(channel, observed(channel, observations));
    measurements.forEach(Workspace::check);
  }

  /// A region with its bins.
  ///
  /// @param samples their counts add
  public record Channel(String name, List<Sample> samples) {
    public Channel {
      samples = List.copyOf(samples);
    }

    public int bins() {
      return samples.getFirst().nominal().size();
    }

    @Override
    public String toString() {
      return label("channel", name);
    }
  }

  /// What one process adds to the counts of a channel.
  ///
  /// @param nominal expected counts of each bin before any modifier; a negative one is allowed, as
  ///   weighted simulation gives them
  public record Sample(String name, List<Double> nominal, List<Modifier> modifiers) {
    public Sample {
      nominal = List.copyOf(nominal);
      modifiers = List.copyOf(modifiers);
    }
  }

  /// What was counted in a channel.
  ///
  /// @param name of the channel
  /// @param counts of each bin, not negative; Asimov data need not be whole
  public record Observation(String name, List<Double> counts) {
    public Observation {
      counts = List.copyOf(counts);
    }
  }

  /// What to ask of the counts.
  ///
  /// @param poi name of the parameter of interest; empty for none
  public record Measurement(String name, String poi, List<ParameterSetting> parameters) {
    public Measurement {
      parameters = List.copyOf(parameters);
    }
  }

  /// What a measurement says about the parameters of one name, in place of the defaults. Each list
  /// has one entry per parameter of that name.
  ///
  /// @param name settings for a name that no modifier has are not used
  /// @param auxdata auxiliary measurements
  /// @param factors `τ` of the Poisson constraints of a `shapesys`
  /// @param sigmas of the normal constraints of a `lumi` or `staterror`
  public record ParameterSetting(
      String name,
      Optional<List<Double>> inits,
      Optional<List<Range>> bounds,
      Optional<List<Double>> auxdata,
      Optional<List<Double>> factors,
      Optional<List<Double>> sigmas,
      Optional<Boolean> fixed) {
    public ParameterSetting {
      inits = inits.map(List::copyOf);
      bounds = bounds.map(List::copyOf);
      auxdata = auxdata.map(List::copyOf);
      factors = factors.map(List::copyOf);
      sigmas = sigmas.map(List::copyOf);
    }

    /// Says nothing about the parameters of this name.
    public static ParameterSetting none(String name) {
      return new ParameterSetting(
          name,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// Where a parameter may be.
  public record Range(double lower, double upper) {}

  /// The measurement of this name.
  ///
  /// @throws WorkspaceException if there is none
  public Measurement measurement(String name) {
    return measurements.stream()
        .filter(measurement -> measurement.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new WorkspaceException(
                "no measurement \""
                    + name
                    + "\"; there are "
                    + measurements.stream().map(known -> '"' + known.name() + '"').toList()));
  }

  /// The counts observed in a channel.
  public List<Double> observed(Channel channel) {
    return observed(channel, observations);
  }

  private static List<Double> observed(Channel channel, List<Observation> observations) {
    return observations.stream()
        .filter(observation -> observation.name().equals(channel.name()))
        .map(Observation::counts)
        .findFirst()
        .orElseThrow(
            () -> new WorkspaceException(channel + " has no observation; add one of its name"));
  }

  private static void check(Channel channel, List<Double> observed) {
    requireSome(channel.samples(), channel + " has no samples");
    requireUnique(channel.samples(), sample -> label("sample", sample.name()), channel + ": ");
    requireSome(channel.samples().getFirst().nominal(), channel + " has no bins");
    int bins = channel.bins();
    requireCounts(observed, bins, "observation of " + channel + ": data");
    for (Sample sample : channel.samples()) {
      String place = channel + ", " + label("sample", sample.name());
      requireFinite(sample.nominal(), bins, place + ": data");
      requireUnique(sample.modifiers(), Workspace::label, place + ": ");
      for (Modifier modifier : sample.modifiers()) {
        check(modifier, bins, place + ", " + label(modifier) + ": ");
      }
    }
  }

  private static void check(Modifier modifier, int bins, String place) {
    switch (modifier) {
      case NormFactor _, ShapeFactor _ -> {}
      case Lumi(String name) -> {
        if (!name.equals("lumi")) {
          throw new WorkspaceException(place + "a lumi modifier must be named \"lumi\"");
        }
      }
      case NormSys(_, double low, double high) -> {
        requirePositive(low, place + "lo");
        requirePositive(high, place + "hi");
      }
      case HistoSys(_, List<Double> low, List<Double> high) -> {
        requireFinite(low, bins, place + "lo_data");
        requireFinite(high, bins, place + "hi_data");
      }
      case ShapeSys(_, List<Double> sigma) -> requireCounts(sigma, bins, place + "sigma");
      case StatError(_, List<Double> sigma) -> requireCounts(sigma, bins, place + "sigma");
    }
  }

  private static void check(Measurement measurement) {
    String place = label("measurement", measurement.name());
    requireUnique(
        measurement.parameters(), setting -> label("parameter", setting.name()), place + ": ");
    for (ParameterSetting setting : measurement.parameters()) {
      String where = place + ", " + label("parameter", setting.name()) + ": ";
      setting.inits().ifPresent(inits -> requireFinite(inits, inits.size(), where + "inits"));
      setting.auxdata().ifPresent(data -> requireFinite(data, data.size(), where + "auxdata"));
      for (double factor : setting.factors().orElse(List.of())) {
        requirePositive(factor, where + "factors");
      }
      for (double sigma : setting.sigmas().orElse(List.of())) {
        requirePositive(sigma, where + "sigmas");
      }
      for (Range range : setting.bounds().orElse(List.of())) {
        if (!(range.lower() <= range.upper()) || Double.isInfinite(range.upper() - range.lower())) {
          throw new WorkspaceException(
              where
                  + "bounds are ["
                  + range.lower()
                  + ", "
                  + range.upper()
                  + "]; give two finite numbers in order");
        }
      }
    }
  }

  private static String label(String what, String name) {
    return what + " \"" + name + "\"";
  }

  static String label(Modifier modifier) {
    return label("modifier", modifier.name()) + " (" + modifier.type() + ")";
  }

  private static void requireFinite(List<Double> values, int size, String what) {
    requireNumbers(values, size, what, _ -> true, "finite");
  }

  private static void requireCounts(List<Double> values, int size, String what) {
    requireNumbers(values, size, what, value -> value >= 0, "finite, 0 or more");
  }

  private static void requirePositive(double value, String what) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new WorkspaceException(what + " is " + value + "; it must be finite, above 0");
    }
  }

  private static void requireNumbers(
      List<Double> values, int size, String what, DoublePredicate allowed, String range) {
    if (values.size() != size) {
      throw new WorkspaceException(
          what
              + " has length "
              + values.size()
              + ", the channel has "
              + size
              + " bins; give one number per bin");
    }
    for (int i = 0; i < size; i++) {
      double value = values.get(i);
      if (!Double.isFinite(value) || !allowed.test(value)) {
        throw new WorkspaceException(
            what + " is " + value + " at index " + i + "; it must be " + range);
      }
    }
  }

  private static void requireSome(List<?> elements, String complaint) {
    if (elements.isEmpty()) throw new WorkspaceException(complaint);
  }

  private static <T> void requireUnique(List<T> elements, Function<T, String> label, String place) {
    Set<String> seen = new HashSet<>();
    for (T element : elements) {
      if (!seen.add(label.apply(element))) {
        throw new WorkspaceException(place + label.apply(element) + " stands twice; rename one");
      }
    }
  }
}
