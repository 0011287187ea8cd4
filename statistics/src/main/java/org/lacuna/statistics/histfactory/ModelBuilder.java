package org.lacuna.statistics.histfactory;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lacuna.statistics.histfactory.Model.Bin;
import org.lacuna.statistics.histfactory.Model.Factor;
import org.lacuna.statistics.histfactory.Model.Shift;
import org.lacuna.statistics.histfactory.Model.Yield;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.Lumi;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Modifier.ShapeFactor;
import org.lacuna.statistics.histfactory.Modifier.ShapeSys;
import org.lacuna.statistics.histfactory.Modifier.StatError;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Sample;

/// Ties each sample in each bin of a workspace to the parameters of a measurement.
final class ModelBuilder {
  private final Workspace workspace;
  private final List<Channel> channels;
  private final ParameterTable parameters;
  private final List<Factor> factors = new ArrayList<>();

  ModelBuilder(Workspace workspace, Measurement measurement) {
    this.workspace = workspace;
    channels = workspace.channels().stream().sorted(comparing(Channel::name)).toList();
    parameters = new ParameterTable(channels, measurement);
  }

  Model build() {
    List<Parameter> all = parameters.all();
    if (all.isEmpty()) throw new WorkspaceException("the workspace has no modifiers to fit");
    // The parameters themselves, at their own indices; the factors of normsys follow.
    for (int p = 0; p < all.size(); p++) factors.add(new Factor(p, p, new Response.Identity()));
    List<Bin> bins = channels.stream().flatMap(channel -> bins(channel).stream()).toList();
    return new Model(all, parameters.poi(), factors, bins);
  }

  private List<Bin> bins(Channel channel) {
    List<List<Yield>> samples =
        channel.samples().stream()
            .sorted(comparing(Sample::name))
            .map(sample -> yields(channel, sample))
            .toList();
    return IntStream.range(0, channel.bins())
        .mapToObj(bin ->
            new Bin(
                channel + ", bin " + bin,
                workspace.observed(channel).get(bin),
                samples.stream().map(yields -> yields.get(bin)).toList()))
        .toList();
  }

  /// Those of one sample, bin by bin.
  private List<Yield> yields(Channel channel, Sample sample) {
    Map<Modifier, Factor> ofNormSys = new HashMap<>();
    for (Modifier modifier : sample.modifiers()) {
      if (modifier instanceof NormSys(_, double low, double high)) {
        Factor factor =
            new Factor(
                factors.size(),
                parameters.index(channel, 0, modifier),
                Response.Exponential.between(low, high));
        factors.add(factor);
        ofNormSys.put(modifier, factor);
      }
    }
    List<Modifier> modifiers =
        sample.modifiers().stream().sorted(comparing(Modifier::name)).toList();
    return IntStream.range(0, channel.bins())
        .mapToObj(bin -> {
          List<Factor> own = new ArrayList<>();
          List<Shift> shifts = new ArrayList<>();
          for (Modifier modifier : modifiers) {
            int parameter = parameters.index(channel, bin, modifier);
            switch (modifier) {
              case NormFactor _, ShapeFactor _, Lumi _, ShapeSys _, StatError _ ->
                  own.add(factors.get(parameter));
              case NormSys _ -> own.add(ofNormSys.get(modifier));
              case HistoSys histo -> shifts.add(shift(histo, sample, bin, parameter));
            }
          }
          return new Yield(sample.nominal().get(bin), own, shifts);
        })
        .toList();
  }

  private static Shift shift(HistoSys histo, Sample sample, int bin, int parameter) {
    double up = histo.high().get(bin) - sample.nominal().get(bin);
    double down = sample.nominal().get(bin) - histo.low().get(bin);
    return new Shift(parameter, (up + down) / 2, (up - down) / 16);
  }
}
