package org.lacuna.statistics.histfactory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

/// Workspaces with every kind of modifier, shared and not, in one to three channels. One seed, one
/// workspace.
final class RandomWorkspaces {
  static final ParameterSetting LUMI =
      new ParameterSetting(
          "lumi",
          Optional.of(List.of(1.0)),
          Optional.of(List.of(new Range(0.5, 1.5))),
          Optional.of(List.of(1.0)),
          Optional.empty(),
          Optional.of(List.of(0.03)),
          Optional.empty());

  private final Random random;

  private RandomWorkspaces(long seed) {
    random = new Random(seed);
  }

  static LongStream seeds(int count) {
    return LongStream.range(0, count);
  }

  static Workspace of(long seed) {
    return new RandomWorkspaces(seed).workspace();
  }

  private Workspace workspace() {
    int bins = 1 + random.nextInt(4);
    double scale = List.of(3.0, 30.0, 1000.0).get(random.nextInt(3));
    List<Channel> channels = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    for (String name :
        shuffled("signal region", "control", "validation").subList(0, 1 + random.nextInt(3))) {
      List<Sample> samples = new ArrayList<>();
      for (String background :
          shuffled("muons", "pions", "tail").subList(0, 1 + random.nextInt(3))) {
        samples.add(background(name, background, bins, scale));
      }
      if (channels.isEmpty() || chance(0.3)) samples.add(signal(bins, scale));
      channels.add(new Channel(name, samples));
      observations.add(
          new Observation(
              name,
              IntStream.range(0, bins)
                  .mapToObj(b -> {
                    double sum = samples.stream().mapToDouble(s -> s.nominal().get(b)).sum();
                    return Math.max(0, Math.rint(sum + random.nextGaussian() * Math.sqrt(sum)));
                  })
                  .toList()));
    }
    Collections.shuffle(observations, random);
    return new Workspace(
        channels, observations, List.of(new Measurement("m", "mu", List.of(LUMI))));
  }

  private Sample background(String channel, String name, int bins, double scale) {
    List<Double> nominal = numbers(bins, _ -> scale * between(0.3, 2));
    List<Modifier> modifiers = new ArrayList<>();
    if (chance(0.6)) {
      modifiers.add(new NormSys(one("energy", "yield"), between(0.65, 0.98), between(1.02, 1.4)));
    }
    if (chance(0.6)) {
      modifiers.add(
          new HistoSys(
              one("energy", "shape"),
              change(nominal, x -> x * between(0.75, 1.02)),
              change(nominal, x -> x * between(0.98, 1.3))));
    }
    if (chance(0.4)) {
      modifiers.add(
          new ShapeSys(channel + " " + name, change(nominal, x -> x * between(0.03, 0.4))));
    }
    if (chance(0.6)) {
      modifiers.add(
          new StatError("stat " + channel, change(nominal, x -> Math.sqrt(x) * between(0.1, 1))));
    }
    if (chance(0.3)) modifiers.add(new Lumi("lumi"));
    if (chance(0.3)) modifiers.add(new NormFactor("k " + name));
    if (chance(0.15)) modifiers.add(new ShapeFactor("free shape"));
    Collections.shuffle(modifiers, random);
    return new Sample(name, nominal, modifiers);
  }

  private Sample signal(int bins, double scale) {
    List<Modifier> modifiers = new ArrayList<>(List.of(new NormFactor("mu")));
    if (chance(0.5)) modifiers.add(new NormSys("acceptance", 0.93, 1.1));
    return new Sample("a signal", numbers(bins, _ -> scale * between(0.05, 0.6)), modifiers);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private String one(String... names) {
    return names[random.nextInt(names.length)];
  }

  private List<String> shuffled(String... names) {
    List<String> shuffled = new ArrayList<>(List.of(names));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<Double> numbers(int count, DoubleUnaryOperator number) {
    return IntStream.range(0, count).mapToObj(i -> number.applyAsDouble(i)).toList();
  }

  private static List<Double> change(List<Double> numbers, DoubleUnaryOperator change) {
    return numbers.stream().map(change::applyAsDouble).toList();
  }
}
