package org.lacuna.experiment.simulation;

import java.util.List;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.beam.UpstreamLine;
import org.lacuna.experiment.response.Accidental;
import org.lacuna.experiment.response.ChargedVeto;
import org.lacuna.experiment.response.ClusterResponse;
import org.lacuna.experiment.response.Efficiency;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.response.FurtherTracks;
import org.lacuna.experiment.response.KaonResponse;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.response.MuonResponse;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.response.PionAsMuon;
import org.lacuna.experiment.response.SignalResponse;

/// Everything that stands in the beam line, and how it answers.
public record Apparatus(
    Beam beam,
    UpstreamLine upstream,
    StrayField field,
    Spectrometer spectrometer,
    MuonResponse muon,
    MuonLine muonLine,
    ClusterResponse clusters,
    KaonResponse kaon,
    Efficiency efficiency,
    PhotonVeto photonVeto,
    ChargedVeto chargedVeto,
    PionAsMuon pion,
    Efficiency electron,
    SignalResponse signals,
    FurtherTracks furtherTracks,
    List<Accidental> accidentals,
    List<FarScattering> muonScattering,
    List<FarScattering> kaonScattering) {
  public Apparatus {
    accidentals = List.copyOf(accidentals);
    muonScattering = List.copyOf(muonScattering);
    kaonScattering = List.copyOf(kaonScattering);
  }

  /// The plane that stands last: what N decays to before it is taken to be seen.
  public Plane vetoEnd() {
    return spectrometer.planesAfter().getLast();
  }

  /// The same with other layers that scatter by large angles.
  public Apparatus withScattering(List<FarScattering> muon, List<FarScattering> kaon) {
    return new Apparatus(
        beam,
        upstream,
        field,
        spectrometer,
        this.muon,
        muonLine,
        clusters,
        this.kaon,
        efficiency,
        photonVeto,
        chargedVeto,
        pion,
        electron,
        signals,
        furtherTracks,
        accidentals,
        muon,
        kaon);
  }
}
