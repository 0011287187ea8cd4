package org.lacuna.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.acceptance.GaussianCore;
import org.lacuna.application.card.Cards;
import org.lacuna.application.catalogue.Catalogue;
import org.lacuna.application.catalogue.RunCard;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.reconstruction.BeamAxis;
import org.lacuna.experiment.reconstruction.MissingMass;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.reconstruction.Vertex;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.experiment.selection.Cuts;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;

/// Ratios in which no free number enters: they compare two geometries or two reconstructions of the
/// same decays. Values from a prototype and from NA62's own simulation, see `docs/validation.md`.
class RatiosTest {
  private static final int EVENTS = 400_000;

  private final RunCard card =
      Cards.resolve("na62-2016-2018", Map.of()).read(RunCard.cards(Catalogue.with(List.of())));
  private final Apparatus apparatus = card.simulation().apparatus();
  private final DecayModel munu = card.simulation().processes().getFirst();

  /// Holes centred on the axis instead of following the beam: + 13 %, to 2 % of the acceptance. The
  /// statistical error is 0.2 %, both see the same decays.
  @Test
  void holesMustFollowTheBeam() {
    Spectrometer s = apparatus.spectrometer();
    Spectrometer centred =
        new Spectrometer(
            s.aperturesBefore(),
            s.planesBefore().stream().map(RatiosTest::centred).toList(),
            s.magnetZM(),
            s.kickGeV(),
            s.aperturesAfter(),
            s.planesAfter().stream().map(RatiosTest::centred).toList());
    Selection there = selection(centred, c -> false, List.of());
    double ratio =
        acceptance(with(centred), card.reconstruction(), there)
            / acceptance(apparatus, card.reconstruction(), card.selection());
    assertThat(ratio).isCloseTo(1.13, within(0.02));
  }

  private static Plane centred(Plane plane) {
    return plane instanceof FourViews v
        ? new FourViews(v.name(), v.z(), 0, v.gap(), v.outer())
        : plane;
  }

  /// The least vertex distance of 8 m for all angles over the default form: 1.374, to 3 %.
  @Test
  void theLeastVertexDistanceCostsAQuarter() {
    Selection loose =
        selection(
            apparatus.spectrometer(),
            label -> label.startsWith("vertex beyond"),
            List.of(Cuts.vertexBeyond(apparatus.beam().fiducialStartM(), 8)));
    double ratio =
        acceptance(apparatus, card.reconstruction(), loose)
            / acceptance(apparatus, card.reconstruction(), card.selection());
    assertThat(ratio).isCloseTo(1.374, within(0.03 * 1.374));
  }

  /// Without the beam spectrometer the peak is about three times as wide.
  @Test
  void theBeamSpectrometerSharpensThePeak() {
    Set<String> ofGtk = Set.of("GTK", "d <");
    Selection without =
        selection(
            apparatus.spectrometer(),
            label -> ofGtk.stream().anyMatch(label::startsWith),
            List.of());
    double wide = core(apparatus, withoutGtk(), without);
    double sharp = core(apparatus, card.reconstruction(), card.selection());
    assertThat(wide / sharp).isBetween(2.7, 3.2);
  }

  /// Geometry of the selection of NA62's K⁺ → μ⁺ν simulation without GTK: chambers, CHOD and MUV3
  /// in acceptance, a vertex with the axis of the beam in 120 to 180 m within 40 mm: 0.464, to 1 %.
  @Test
  void theGeometryWithoutBeamSpectrometerIsThatOfTheExperiment() {
    Spectrometer s = apparatus.spectrometer();
    Spectrometer noCalorimeter =
        new Spectrometer(
            s.aperturesBefore(),
            s.planesBefore(),
            s.magnetZM(),
            s.kickGeV(),
            s.aperturesAfter(),
            s.planesAfter().stream().filter(plane -> !plane.name().equals("LKr")).toList());
    Selection selection =
        new Selection(
            List.of(
                Cuts.onePositiveTrack(),
                Cuts.momentum(5, 70),
                Cuts.acceptance(noCalorimeter),
                Cuts.distance(0.04),
                Cuts.vertex(120, 180),
                Cuts.missingMassSquared(-0.02, 0.02)));
    Apparatus changed = with(noCalorimeter);
    assertThat(acceptance(changed, withoutGtk(), selection)).isCloseTo(0.464, within(0.0046));
  }

  private List<Step.Named> withoutGtk() {
    double station = apparatus.beam().stationZM();
    return List.of(
        new Step.Named("axis", new BeamAxis(station, 0.72e-3, 1.2e-3, 75)),
        new Step.Named("vertex", new Vertex(apparatus.field())),
        new Step.Named("missing mass", new MissingMass()));
  }

  private Apparatus with(Spectrometer spectrometer) {
    return new Apparatus(
        apparatus.beam(),
        apparatus.upstream(),
        apparatus.field(),
        spectrometer,
        apparatus.muon(),
        apparatus.muonLine(),
        apparatus.clusters(),
        apparatus.kaon(),
        apparatus.efficiency(),
        apparatus.photonVeto(),
        apparatus.chargedVeto(),
        apparatus.pion(),
        apparatus.electron(),
        apparatus.signals(),
        apparatus.furtherTracks(),
        apparatus.accidentals(),
        apparatus.muonScattering(),
        apparatus.kaonScattering());
  }

  /// The cuts of the card with some left out and others added, and the acceptance of another
  /// spectrometer.
  private Selection selection(
      Spectrometer spectrometer, Predicate<String> without, List<Cut> more) {
    String acceptance = Cuts.acceptance(spectrometer).label();
    Stream<Cut> kept =
        card.selection().cuts().stream()
            .filter(cut -> !without.test(cut.label()))
            .map(cut -> cut.label().equals(acceptance) ? Cuts.acceptance(spectrometer) : cut);
    return new Selection(Stream.concat(kept, more.stream()).toList());
  }

  private double acceptance(Apparatus where, List<Step.Named> steps, Selection selection) {
    Result result = run(where, steps, selection);
    int last = selection.cuts().size() - 1;
    return result.passedWeight(Variant.GEOMETRIC.index(), last) / result.thrown();
  }

  private double core(Apparatus where, List<Step.Named> steps, Selection selection) {
    float[] squared = run(where, steps, selection).listed();
    double[] values = new double[squared.length];
    double[] ones = new double[squared.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = squared[i];
      ones[i] = 1;
    }
    return GaussianCore.of(values, ones).sigma();
  }

  private Result run(Apparatus where, List<Step.Named> steps, Selection selection) {
    Simulation simulation =
        Simulation.of(where, steps, selection, munu, Role.SIMULATION, card.seed());
    return simulation.events(simulation.batch(), 0, EVENTS, Rows.BLOCK, Double.NEGATIVE_INFINITY);
  }
}
