package org.lacuna.application.catalogue;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.lacuna.application.card.CardType;
import org.lacuna.application.card.Reader;
import org.lacuna.application.input.InputException;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.physics.decay.DecayModel;

/// All types that cards may name: Lacuna's own and those of plug-ins.
public final class Catalogue implements Plugin {
  private final Map<String, Reader<? extends Plane>> planes;
  private final Map<String, Reader<? extends InApparatus<? extends Step>>> steps;
  private final Map<String, Reader<? extends InApparatus<Cut>>> cuts;
  private final Map<String, Reader<? extends DecayModel>> processes;
  private final Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> signals;
  private final CardType<Apparatus> apparatusCards;
  private final CardType<RunCard> runCards;
  private final CardType<ModelCard> modelCards;

  private Catalogue(List<? extends Plugin> plugins) {
    planes = union("plane", plugins, Plugin::planes);
    steps = union("step", plugins, Plugin::steps);
    cuts = union("cut", plugins, Plugin::cuts);
    processes = union("process", plugins, Plugin::processes);
    signals = union("signal", plugins, Plugin::signals);
    apparatusCards = ApparatusReader.cards(planes);
    runCards = RunCard.cards(this);
    modelCards = ModelCard.cards(this);
  }

  /// Lacuna's own types and those that jars add.
  ///
  /// @throws InputException if a jar is missing, has no plug-in, or uses a name that is taken
  public static Catalogue with(List<Path> jars) {
    List<Plugin> plugins = new ArrayList<>();
    plugins.add(new BuiltIn());
    for (Path jar : jars) plugins.addAll(inJar(jar));
    return new Catalogue(plugins);
  }

  private static List<Plugin> inJar(Path jar) {
    if (!Files.isRegularFile(jar)) throw new InputException("there is no plug-in " + jar);
    // Open as long as the program runs: classes are loaded when they are first needed.
    ClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, Plugin.class.getClassLoader());
    List<Plugin> found =
        ServiceLoader.load(Plugin.class, loader).stream()
            .filter(it -> loader.equals(it.type().getClassLoader()))
            .map(ServiceLoader.Provider::get)
            .toList();
    if (found.isEmpty()) {
      throw new InputException(
          jar
              + " has no plug-in: META-INF/services/"
              + Plugin.class.getName()
              + " must name a class that implements it");
    }
    return found;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Map<String, T> union(
      String noun, List<? extends Plugin> plugins, Function<Plugin, Map<String, T>> table) {
    Map<String, T> all = new LinkedHashMap<>();
    for (Plugin plugin : plugins) {
      table
          .apply(plugin)
          .forEach((type, reader) -> {
            if (all.putIfAbsent(type, reader) != null) {
              throw new InputException(
                  "the plug-in "
                      + plugin.getClass().getName()
                      + " has a "
                      + noun
                      + " \""
                      + type
                      + "\", but there is one of that name: rename it");
            }
          });
    }
    return Collections.unmodifiableMap(all);
  }

  /// Cards that say all a run needs.
  public CardType<RunCard> runCards() {
    return runCards;
  }

  /// Cards that say what stands in the beam line.
  public CardType<Apparatus> apparatusCards() {
    return apparatusCards;
  }

  /// Cards that describe one decay.
  public CardType<ModelCard> modelCards() {
    return modelCards;
  }

  /// All types of whole cards.
  public List<CardType<?>> cards() {
    return List.of(runCards, apparatusCards, modelCards);
  }

  @Override
  public Map<String, Reader<? extends Plane>> planes() {
    return planes;
  }

  @Override
  public Map<String, Reader<? extends InApparatus<? extends Step>>> steps() {
    return steps;
  }

  @Override
  public Map<String, Reader<? extends InApparatus<Cut>>> cuts() {
    return cuts;
  }

  @Override
  public Map<String, Reader<? extends DecayModel>> processes() {
    return processes;
  }

  @Override
  public Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> signals() {
    return signals;
  }

  /// Lacuna's own types.
  private static final class BuiltIn implements Plugin {
    @Override
    public Map<String, Reader<? extends Plane>> planes() {
      return PlaneReaders.PLANES;
    }

    @Override
    public Map<String, Reader<? extends InApparatus<? extends Step>>> steps() {
      return StepReaders.STEPS;
    }

    @Override
    public Map<String, Reader<? extends InApparatus<Cut>>> cuts() {
      return CutReaders.CUTS;
    }

    @Override
    public Map<String, Reader<? extends DecayModel>> processes() {
      return ModelReaders.PROCESSES;
    }

    @Override
    public Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> signals() {
      return ModelReaders.SIGNALS;
    }
  }
}
