package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.beam.KaonInteraction;
import org.lacuna.experiment.beam.UpstreamDecay;
import org.lacuna.experiment.beam.UpstreamLine;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.response.Flight;
import org.lacuna.experiment.response.NeutralFlight;
import org.lacuna.experiment.response.Variant;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.ShortLived;
import org.lacuna.physics.decay.ToLaboratory;
import org.lacuna.physics.decay.Truth;

/// The stages of a sample in their order, from the beam to the last step of the reconstruction.
///
/// Where events are weighed, drawn and dropped is decided here.
final class Stages {
  /// Here the decays are in the laboratory and have met no detector.
  static final String LABORATORY = "to laboratory";

  private final Apparatus apparatus;
  private final Spectrometer spectrometer;
  private final DecayModel model;
  private final boolean isUpstream;
  private final boolean hasPhotons;
  private final List<Stage> stages = new ArrayList<>();

  private Stages(Apparatus apparatus, DecayModel model) {
    this.apparatus = apparatus;
    this.model = model;
    spectrometer = apparatus.spectrometer();
    isUpstream = model instanceof UpstreamDecay;
    hasPhotons = model.photons() > 0;
  }

  /// @param draws whether the weight of an event is drawn and dropped
  static List<Stage> of(
      Apparatus apparatus, List<Step.Named> reconstruction, DecayModel model, boolean draws) {
    Stages all = new Stages(apparatus, model);
    all.decay();
    all.identity();
    all.neutral(draws);
    if (draws) {
      all.weights();
      all.draw();
      all.acceptance(false);
    } else {
      all.acceptance(all.hasPhotons);
      all.weights();
    }
    all.responses();
    for (Step.Named step : reconstruction) all.on(step.name(), b -> step.step().apply(b.seen()));
    return List.copyOf(all.stages);
  }

  private void on(String name, Consumer<Batch> work) {
    stages.add(new Stage(name, work));
  }

  /// From the kaon to its daughters in the laboratory.
  private void decay() {
    on("beam", this::kaons);
    on("decay", this::decay);
    if (model instanceof KaonInteraction interaction) {
      on(LABORATORY, b -> interaction.produce(b.truth()));
    } else {
      on(LABORATORY, b -> ToLaboratory.apply(b.truth(), b.draw()));
    }
    if (isUpstream || model instanceof KaonInteraction) {
      on("upstream line", b -> apparatus.upstream().forth(b.truth()));
      on("out of the line", b -> survivors(b.truth(), false));
    }
  }

  /// What must be taken for one muon and nothing else.
  private void identity() {
    switch (model.charged()) {
      case PION -> on("pion as muon", this::pion);
      case ELECTRON -> on("electron as muon", b -> electron(b.truth()));
      default -> {}
    }
    if (!model.companions().isEmpty()) {
      on("charged veto", b -> apparatus.chargedVeto().weigh(b.truth(), spectrometer));
    }
  }

  /// Events in which N decays before the vetoes end are lost.
  private void neutral(boolean draws) {
    if (!(model instanceof ShortLived n)) return;
    NeutralFlight flight = new NeutralFlight(n.decay().neutralMassGeV(), apparatus.vetoEnd().z());
    if (draws) on("flight of N", b -> flight.draw(b.truth(), b.draw(), n.lifetimeNs()));
    else on("flight of N", b -> flight.weigh(b.truth(), n.lifetimeNs()));
  }

  private void weights() {
    on("efficiency", b -> efficiency(b.truth()));
    if (hasPhotons) {
      on("photon veto", b -> apparatus.photonVeto().weigh(b.truth(), b.draw(), spectrometer));
    }
  }

  private void draw() {
    on("draw", Stages::draw);
    if (hasPhotons) on("survivors of the draw", b -> survivors(b.truth(), false));
  }

  private void acceptance(boolean keepsPhotons) {
    on("acceptance", b -> accept(b.truth()));
    on("survivors", b -> survivors(b.truth(), keepsPhotons));
  }

  private void responses() {
    Flight flight = new Flight(apparatus.field());
    on("flight", b -> flight.carry(b.truth()));
    if (!apparatus.muonScattering().isEmpty() || !apparatus.kaonScattering().isEmpty()) {
      on("far scattering", this::scatter);
    }
    on("muon response", this::measureMuon);
    on("muon line", this::reachMuonDetector);
    on("kaon response", this::measureKaon);
  }

  private void kaons(Batch batch) {
    if (!isUpstream) {
      apparatus.beam().kaons(batch.truth(), batch.draw());
      return;
    }
    UpstreamLine line = apparatus.upstream();
    apparatus.beam().kaons(batch.truth(), batch.draw(), line.fromM(), line.toM());
    line.back(batch.truth());
  }

  private void decay(Batch batch) {
    Truth truth = batch.truth();
    Arrays.fill(truth.charged.x, 0, truth.n, 0f);
    Arrays.fill(truth.charged.y, 0, truth.n, 0f);
    model.decay(truth, batch.draw());
  }

  private void pion(Batch batch) {
    apparatus.pion().apply(batch.truth(), batch.draw(), model.candidates());
  }

  private void electron(Truth truth) {
    for (float[] weight : truth.weight) apparatus.electron().weigh(truth, weight);
  }

  /// All variants but the geometric one.
  private void efficiency(Truth truth) {
    for (int v = 0; v < truth.weight.length; v++) {
      if (v != Variant.GEOMETRIC.index()) apparatus.efficiency().weigh(truth, truth.weight[v]);
    }
  }

  private static void draw(Batch batch) {
    Truth truth = batch.truth();
    float[] u = truth.scratch[0];
    float[] probability = truth.weight[Variant.NOMINAL.index()];
    batch.draw().uniforms("goes on", truth, u);
    for (int i = 0; i < truth.n; i++) {
      truth.margin[i] = Math.min(truth.margin[i], probability[i] - u[i]);
    }
  }

  private void accept(Truth truth) {
    spectrometer.bend(truth.chargedRay, truth.chargedAfter, 1, truth.n);
    spectrometer.pass(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
    spectrometer.see(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
  }

  /// Drops rows without a positive margin. What later stages need is named here.
  private static void survivors(Truth truth, boolean photons) {
    int count = Rows.positive(truth.margin, truth.row, truth.n);
    if (count == truth.n) return;
    truth.kaon.keep(truth.row, count);
    truth.chargedRay.keep(truth.row, count);
    if (photons) for (Ray photon : truth.photonRay) photon.keep(truth.row, count);
    Rows.keep(truth.row, count, truth.decayZ, truth.margin);
    Rows.keep(truth.row, count, truth.weight);
    truth.keep(truth.row, count);
  }

  /// The muon in the first chamber, and the kaon behind the last beam station, which measures it
  /// before. Apertures have judged the lines before they were turned.
  private void scatter(Batch batch) {
    Truth truth = batch.truth();
    for (FarScattering layer : apparatus.muonScattering()) {
      layer.turn(truth, truth.chargedRay, batch.draw());
    }
    // A kaon that has decayed before does not get there.
    if (isUpstream) return;
    for (FarScattering layer : apparatus.kaonScattering()) {
      layer.turn(truth, truth.kaon, batch.draw());
    }
  }

  private void measureMuon(Batch batch) {
    batch.seen().sameAs(batch.truth());
    apparatus.muon().measure(batch.truth(), batch.seen(), batch.draw(), spectrometer);
  }

  private void reachMuonDetector(Batch batch) {
    apparatus.muonLine().measure(batch.truth(), batch.seen(), batch.draw(), spectrometer);
  }

  private void measureKaon(Batch batch) {
    apparatus
        .kaon()
        .measure(
            batch.truth(),
            batch.pileUp(),
            batch.seen(),
            batch.draw(),
            apparatus.beam(),
            !isUpstream);
  }
}
