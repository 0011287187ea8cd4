package org.lacuna.application.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.analysis.validation.Tail;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.application.run.SampleList;
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

  /// A source, whose sample is being thrown.
  private record Source(String name, String label, Supplier<Sample> sample) {
    Tail in(double exposure) {
      return Tail.of(name, label, sample.get(), exposure);
    }
  }

  /// Names the samples; the tails are there when they have been thrown.
  ///
  /// @param upstream a card whose nature has kaons that decay before the last station
  /// @param events for each sample
  static Supplier<List<Tail>> of(RunCard card, RunCard upstream, SampleList samples, long events) {
    List<Source> sources = new ArrayList<>();
    for (Layer layer : layers(card)) {
      sources.add(
          new Source(
              layer.source(),
              layer.label(),
              samples.select(layer.sample(card), events, LIST_NONE)));
    }
    sources.add(
        new Source(
            "wrongKaon",
            "wrong track of the GTK",
            samples.select(
                ValidationStudy.simulation(card, muonNeutrino(card)), RARE * events, LIST_NONE)));
    sources.add(
        new Source(
            "upstream",
            "decays before GTK3, with pile-up",
            samples.select(
                ValidationStudy.simulation(card, beforeStation(upstream)),
                RARE * events,
                LIST_NONE)));
    return () -> {
      List<Tail> tails =
          new ArrayList<>(sources.stream().map(it -> it.in(card.fullExposure())).toList());
      tails.add(Tail.sum(tails));
      return tails;
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

  private static DecayModel beforeStation(RunCard upstream) {
    return upstream.nature().processes().stream()
        .filter(UpstreamDecay.class::isInstance)
        .findFirst()
        .orElseThrow();
  }
}
