package org.lacuna.application.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.validation.Quantity;
import org.lacuna.analysis.validation.Tail;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.run.SampleList;
import org.lacuna.experiment.beam.KaonInteraction;
import org.lacuna.experiment.beam.UpstreamDecay;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;

/// Where events of K⁺ → μ⁺ν far from its peak come from: one sample for each source.
///
/// In the samples of a layer that scatters every particle does so, and has the probability as its
/// weight.
final class TailStudy {
  private static final double LIST_NONE = Double.POSITIVE_INFINITY;

  /// Fixed names for the layers of the default card.
  private static final Map<String, String> NAMES =
      Map.of("STRAW1", "muonCoulomb", "GTK3", "kaonCoulomb", "GTK3 nuclei", "kaonNuclei");

  /// What cannot be forced needs more decays than other samples.
  private static final long RARE = 50;

  private TailStudy() {}

  /// What was found.
  ///
  /// @param selected events of the sources that are no K⁺ → μ⁺ν from the fiducial volume
  record Found(List<Tail> tails, List<Quantity> selected) {}

  /// A source, whose sample is being thrown.
  private record Source(String name, String label, Supplier<Sample> sample) {
    Tail in(double exposure) {
      return Tail.of(name, label, sample.get(), exposure);
    }

    Quantity selected(double exposure) {
      return Tail.selected(name, label, sample.get(), exposure);
    }
  }

  /// Names the samples; the tails are there when they have been thrown.
  ///
  /// @param upstream a card whose nature has kaons that do not get to the fiducial volume
  /// @param events for each sample
  static Supplier<Found> of(RunCard card, RunCard upstream, SampleList samples, long events) {
    List<Source> sources = new ArrayList<>();
    for (Layer layer : layers(card)) {
      var sample = samples.select(layer.sample(card), events, LIST_NONE);
      sources.add(new Source(layer.source(), layer.label(), sample));
    }
    BiFunction<DecayModel, Long, Supplier<Sample>> thrown =
        (model, number) ->
            samples.select(ValidationStudy.simulation(card, model), number, LIST_NONE);
    var muons = thrown.apply(muonNeutrino(card), RARE * events);
    var decays = thrown.apply(process(upstream, UpstreamDecay.class), RARE * events);
    var interactions = thrown.apply(process(upstream, KaonInteraction.class), RARE * events);
    List<Source> others =
        List.of(
            new Source("upstream", "decays before GTK3, with pile-up", decays),
            new Source("gtk3Inelastic", "interactions in GTK3", interactions));
    sources.add(new Source("wrongKaon", "wrong track of the GTK", muons));
    sources.addAll(others);
    double exposure = card.fullExposure();
    return () -> {
      List<Tail> tails = new ArrayList<>(sources.stream().map(it -> it.in(exposure)).toList());
      tails.add(Tail.sum(tails));
      return new Found(tails, others.stream().map(it -> it.selected(exposure)).toList());
    };
  }

  /// The layers of nature that scatter by large angles, each alone.
  static List<Layer> layers(RunCard card) {
    Apparatus nature = card.nature().apparatus();
    List<Layer> layers = new ArrayList<>();
    for (FarScattering layer : nature.muonScattering()) {
      layers.add(
          new Layer("muon", layer, nature.withScattering(List.of(layer.forced()), List.of())));
    }
    for (FarScattering layer : nature.kaonScattering()) {
      layers.add(
          new Layer("kaon", layer, nature.withScattering(List.of(), List.of(layer.forced()))));
    }
    return layers;
  }

  /// A layer in which every particle scatters.
  ///
  /// @param particle that does
  /// @param apparatus with this layer alone
  record Layer(String particle, FarScattering layer, Apparatus apparatus) {
    String source() {
      return NAMES.getOrDefault(layer.name(), layer.name());
    }

    String label() {
      return particle + " scattered in " + layer.name();
    }

    Simulation sample(RunCard card) {
      return ValidationStudy.simulation(card, apparatus, muonNeutrino(card));
    }
  }

  private static DecayModel muonNeutrino(RunCard card) {
    return card.simulation().processes().getFirst();
  }

  private static DecayModel process(RunCard card, Class<? extends DecayModel> type) {
    return card.nature().processes().stream().filter(type::isInstance).findFirst().orElseThrow();
  }
}
