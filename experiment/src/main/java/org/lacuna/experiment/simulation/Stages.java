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
import org.lacuna.experiment.response.Accidental;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.response.Fate;
import org.lacuna.experiment.response.Flight;
import org.lacuna.experiment.response.NeutralFlight;
import org.lacuna.experiment.response.PhotonVeto;
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
  private final Losses losses;
  private final boolean isUpstream;
  private final boolean hasPhotons;
  private final List<Stage> stages = new ArrayList<>();

  private Stages(Apparatus apparatus, DecayModel model, Losses losses) {
    this.apparatus = apparatus;
    this.model = model;
    this.losses = losses;
    spectrometer = apparatus.spectrometer();
    isUpstream = model instanceof UpstreamDecay;
    hasPhotons = model.photons() > 0;
  }

  static List<Stage> of(
      Apparatus apparatus, List<Step.Named> reconstruction, DecayModel model, Losses losses) {
    Stages all = new Stages(apparatus, model, losses);
    all.decay();
    if (losses != Losses.WEIGHTED) all.on("draw", Stages::draw);
    all.charged();
    if (all.hasPhotons) all.on("photon veto", all::photons);
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
      on("out of the line", this::survivors);
    }
  }

  /// Must be taken for one muon and nothing else, and be in acceptance.
  private void charged() {
    switch (model.charged()) {
      case PION -> on("pion as muon", this::pion);
      case ELECTRON -> on("electron as muon", this::electron);
      default -> {}
    }
    if (!model.companions().isEmpty()) {
      on("charged veto", b -> judge(b, apparatus.chargedVeto().weigh(b.truth(), spectrometer)));
    }
    neutral();
    on("efficiency", this::efficiency);
    on("acceptance", b -> accept(b.truth()));
    on("survivors", this::survivors);
  }

  /// Events in which N decays before the vetoes end are lost.
  private void neutral() {
    if (!(model instanceof ShortLived n)) return;
    NeutralFlight flight = new NeutralFlight(n.decay().neutralMassGeV(), apparatus.vetoEnd().z());
    if (losses == Losses.WEIGHTED) on("flight of N", b -> flight.weigh(b.truth(), n.lifetimeNs()));
    else on("flight of N", b -> flight.draw(b.truth(), b.draw(), n.lifetimeNs()));
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
    if (losses == Losses.RECORDED) {
      on("signals", b -> apparatus.signals().measure(b.fate(), b.truth(), b.seen(), b.draw()));
      if (!model.companions().isEmpty()) on("further tracks", b -> measureFurther(b, flight));
    }
    if (!apparatus.accidentals().isEmpty()) on("accidentals", this::accidentals);
  }

  private void accidentals(Batch batch) {
    for (Accidental one : apparatus.accidentals()) {
      if (losses != Losses.RECORDED) one.quiet(batch.seen());
      one.add(batch.truth(), batch.seen(), batch.draw());
    }
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
    judge(batch, apparatus.pion().apply(batch.truth(), batch.draw(), model.candidates()));
  }

  private void electron(Batch batch) {
    Truth truth = batch.truth();
    for (float[] weight : truth.weight) apparatus.electron().weigh(truth, weight);
    judge(batch, apparatus.electron().witness(truth));
  }

  /// All variants but the geometric one.
  private void efficiency(Batch batch) {
    Truth truth = batch.truth();
    for (int v = 0; v < truth.weight.length; v++) {
      if (v != Variant.GEOMETRIC.index()) apparatus.efficiency().weigh(truth, truth.weight[v]);
    }
    judge(batch, apparatus.efficiency().witness(truth));
  }

  /// One after the other, so that a photon is left out where the event is lost already.
  private void photons(Batch batch) {
    PhotonVeto veto = apparatus.photonVeto();
    Truth truth = batch.truth();
    for (int k = 0; k < model.photons() && !batch.isEmpty(); k++) {
      if (losses == Losses.DRAWN) {
        batch.fate().end(truth, veto.most(k, truth, spectrometer));
        survivors(batch);
      }
      judge(batch, veto.weigh(k, truth, batch.draw(), spectrometer));
      if (losses == Losses.DRAWN) survivors(batch);
    }
  }

  /// What no weight stands for yet: an event that the decay model does not want has no signals.
  private static void draw(Batch batch) {
    batch.fate().draw(batch.truth(), batch.draw());
    batch.fate().end(batch.truth());
  }

  /// What has lowered the weights may have lost events.
  private void judge(Batch batch, Fate.Witness witness) {
    switch (losses) {
      case WEIGHTED -> {}
      case DRAWN -> batch.fate().end(batch.truth());
      case RECORDED -> batch.fate().note(batch.truth(), witness);
    }
  }

  private void accept(Truth truth) {
    spectrometer.bend(truth.chargedRay, truth.chargedAfter, 1, truth.n);
    spectrometer.pass(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
    spectrometer.see(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
  }

  /// Drops rows without a positive margin. What later stages need is named here.
  private void survivors(Batch batch) {
    Truth truth = batch.truth();
    int count = Rows.positive(truth.margin, truth.row, truth.n);
    if (count == truth.n) return;
    truth.kaon.keep(truth.row, count);
    truth.chargedRay.keep(truth.row, count);
    for (Ray photon : truth.photonRay) photon.keep(truth.row, count);
    if (losses == Losses.RECORDED) {
      for (Ray companion : truth.companionRay) companion.keep(truth.row, count);
    }
    Rows.keep(truth.row, count, truth.decayZ, truth.margin);
    Rows.keep(truth.row, count, truth.weight);
    if (losses == Losses.RECORDED || hasPhotons) batch.fate().keep(truth.row, count);
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

  private void measureFurther(Batch batch, Flight flight) {
    apparatus
        .furtherTracks()
        .measure(batch.truth(), batch.seen(), batch.draw(), flight, batch.fate()::sees);
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
