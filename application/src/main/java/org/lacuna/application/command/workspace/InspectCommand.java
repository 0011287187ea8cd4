package org.lacuna.application.command.workspace;

import static org.lacuna.application.command.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.application.command.Answer;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.command.workspace.WorkspaceOptions.Chosen;
import org.lacuna.statistics.histfactory.Constraint.Free;
import org.lacuna.statistics.histfactory.Constraint.Normal;
import org.lacuna.statistics.histfactory.Constraint.Poisson;
import org.lacuna.statistics.histfactory.Parameter;
import org.lacuna.statistics.histfactory.Workspace;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What a workspace holds.
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Channels, samples, modifiers and parameters of a workspace.",
    footer = {"", "Example:", "  lacuna workspace inspect search.json --measurement combined"})
final class InspectCommand implements Runnable {
  @Mixin private WorkspaceOptions options;
  @Mixin private Answer answer;

  private record Result(
      String measurement,
      Optional<String> poi,
      List<String> measurements,
      List<ChannelRow> channels,
      List<ParameterRow> parameters) {}

  private record ChannelRow(String name, int bins, double observed, List<SampleRow> samples) {}

  private record SampleRow(String name, double expected, List<ModifierRow> modifiers) {}

  private record ModifierRow(String name, String type) {}

  /// @param auxiliary the auxiliary measurement of a constraint
  /// @param sigma what it allows the parameter, standard deviation
  private record ParameterRow(
      String name,
      String constraint,
      OptionalDouble auxiliary,
      OptionalDouble sigma,
      double init,
      double lower,
      double upper,
      boolean fixed) {
    static ParameterRow of(Parameter parameter) {
      return switch (parameter.constraint()) {
        case Free _ -> of(parameter, "none", OptionalDouble.empty(), OptionalDouble.empty());
        case Normal(double auxiliary, double sigma) ->
            of(parameter, "normal", OptionalDouble.of(auxiliary), OptionalDouble.of(sigma));
        case Poisson(double auxiliary, double factor) ->
            of(
                parameter,
                "poisson",
                OptionalDouble.of(auxiliary),
                OptionalDouble.of(1 / Math.sqrt(factor)));
      };
    }

    private static ParameterRow of(
        Parameter parameter, String constraint, OptionalDouble auxiliary, OptionalDouble sigma) {
      return new ParameterRow(
          parameter.name(),
          constraint,
          auxiliary,
          sigma,
          parameter.init(),
          parameter.lower(),
          parameter.upper(),
          parameter.fixed());
    }
  }

  @Override
  public void run() {
    Chosen chosen = options.chosen();
    Workspace workspace = chosen.workspace();
    String poi = chosen.measurement().poi();
    Result result =
        new Result(
            chosen.measurement().name(),
            poi.isEmpty() ? Optional.empty() : Optional.of(poi),
            workspace.measurements().stream().map(Measurement::name).toList(),
            workspace.channels().stream().map(channel -> row(channel, workspace)).toList(),
            chosen.model().parameters().stream().map(ParameterRow::of).toList());
    answer.print(result, () -> text(result));
  }

  private static ChannelRow row(Channel channel, Workspace workspace) {
    return new ChannelRow(
        channel.name(),
        channel.bins(),
        sum(workspace.observed(channel)),
        channel.samples().stream()
            .map(sample ->
                new SampleRow(
                    sample.name(),
                    sum(sample.nominal()),
                    sample.modifiers().stream()
                        .map(modifier -> new ModifierRow(modifier.name(), modifier.type()))
                        .toList()))
            .toList());
  }

  private static double sum(List<Double> counts) {
    return counts.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String text(Result result) {
    List<List<String>> head = new ArrayList<>();
    head.add(List.of("measurement", result.measurement() + " of " + result.measurements()));
    head.add(List.of("parameter of interest", result.poi().orElse("none")));
    List<List<String>> samples = new ArrayList<>();
    samples.add(List.of("channel", "bins", "observed", "sample", "expected", "modifiers"));
    for (ChannelRow channel : result.channels()) {
      for (SampleRow sample : channel.samples()) {
        boolean first = sample.equals(channel.samples().getFirst());
        samples.add(
            List.of(
                first ? channel.name() : "",
                first ? String.valueOf(channel.bins()) : "",
                first ? number(channel.observed()) : "",
                sample.name(),
                number(sample.expected()),
                sample.modifiers().stream()
                    .map(modifier -> modifier.name() + " (" + modifier.type() + ")")
                    .collect(Collectors.joining(", "))));
      }
    }
    List<List<String>> parameters = new ArrayList<>();
    parameters.add(List.of("parameter", "start", "range", "constraint", "auxiliary", "sigma", ""));
    for (ParameterRow parameter : result.parameters()) {
      parameters.add(
          List.of(
              parameter.name(),
              number(parameter.init()),
              "[" + number(parameter.lower()) + ", " + number(parameter.upper()) + "]",
              parameter.constraint(),
              number(parameter.auxiliary().orElse(Double.NaN)),
              number(parameter.sigma().orElse(Double.NaN)),
              parameter.fixed() ? "fixed" : ""));
    }
    return Stream.of(head, samples, parameters)
        .map(TextTable::of)
        .collect(Collectors.joining(System.lineSeparator().repeat(2)));
  }
}
