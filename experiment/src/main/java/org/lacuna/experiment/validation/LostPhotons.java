package org.lacuna.experiment.validation;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.response.PhotonVeto;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.Truth;

/// How often a photon passes outside all counters: a check of their geometry with π⁰ of K⁺ → π⁺π⁰.
///
/// @param sample of decays with photons
/// @param spectrometer that must see the π⁺
/// @param leastGeV least momentum of the π⁺; slow ones go with fast π⁰, whose photons stay inside
/// @param mostGeV its largest momentum
public record LostPhotons(
    Simulation sample, PhotonVeto veto, Spectrometer spectrometer, double leastGeV, double mostGeV)
    implements Look {
  /// Decays with a photon outside, of all in the fiducial volume.
  public static final String ALL = "all";

  /// Of those with the π⁺ in acceptance and in the range of momentum.
  public static final String TAGGED = "tagged";

  @Override
  public void block(Batch batch, long first, int count, Gathered into) {
    sample.decays(batch, first, count);
    Truth truth = batch.truth();
    Ray pion = truth.chargedRay;
    boolean[] isLost = new boolean[truth.n];
    for (Ray photon : truth.photonRay) lose(photon, isLost);
    spectrometer.bend(pion, truth.chargedAfter, 1, truth.n);
    spectrometer.pass(truth.margin, pion, truth.chargedAfter, truth.n);
    spectrometer.see(truth.margin, pion, truth.chargedAfter, truth.n);
    Ratio all = into.ratio(ALL);
    Ratio tagged = into.ratio(TAGGED);
    for (int i = 0; i < truth.n; i++) {
      double lost = isLost[i] ? 1 : 0;
      all.add(lost, 1);
      float p = pion.momentum[i];
      if (truth.margin[i] > 0 && p > leastGeV && p < mostGeV) tagged.add(lost, 1);
    }
  }

  private void lose(Ray photon, boolean[] isLost) {
    int n = isLost.length;
    float[] margin = new float[n];
    boolean[] isStruck = new boolean[n];
    for (PhotonVeto.Counter counter : veto.counters()) {
      Arrays.fill(margin, 1f);
      counter.plane().lower(margin, photon, n);
      for (int i = 0; i < n; i++) isStruck[i] |= margin[i] > 0;
    }
    for (int i = 0; i < n; i++) isLost[i] |= !isStruck[i];
  }
}
