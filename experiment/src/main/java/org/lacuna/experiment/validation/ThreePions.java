package org.lacuna.experiment.validation;

import java.util.Arrays;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.response.Flight;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// The control sample K⁺ → π⁺π⁺π⁻: how often all three pions pass the spectrometer, how well their
/// mass is measured, and how kaon and pions fit together in space and time.
///
/// Pions that decay before the last chamber are taken out by the weight `exp(−Δz m/p cτ)` of each.
/// Apertures and planes judge straight lines, as in the chain. Tracks are found with certainty, and
/// measured with the resolutions of the muon. For the mass the stray field is corrected as if the
/// vertex were known; for the closest approach it is not, as in the choice of the kaon.
///
/// @param sample of K⁺ → π⁺π⁺π⁻; the first companion is the π⁻
/// @param chambers that measure the pions
/// @param all the chambers, and what else must see each pion
/// @param match gives the distance of a candidate to a track, and the discriminant
public record ThreePions(
    Simulation sample,
    Apparatus apparatus,
    Spectrometer chambers,
    Spectrometer all,
    MatchKaon match)
    implements Look {
  /// All three pions in the chambers, of all decays in the fiducial volume.
  public static final String IN_CHAMBERS = "in chambers";

  /// All three pions seen by everything.
  public static final String ACCEPTED = "accepted";

  /// Measured mass less that of the kaon, in GeV.
  public static final String MASS = "mass";

  /// Closest approach of the true kaon and each pion, in m.
  public static final String DISTANCE = "distance";

  /// Discriminant of the true kaon and each pion; three to a kaon, which share its time.
  public static final String DISCRIMINANT = "discriminant";

  /// Time of the true kaon against the KTAG, without sign, in ns.
  public static final String TIME = "time";

  private static final int[] CHARGE = {1, -1, 1};
  private static final double PION2 = Particle.PION.massGeV() * Particle.PION.massGeV();

  @Override
  public void block(Batch batch, long first, int count, Gathered into) {
    sample.decays(batch, first, count);
    Truth truth = batch.truth();
    accept(truth, into);
    if (truth.n == 0) return;
    Measured seen = batch.seen();
    seen.sameAs(truth);
    batch.draw().stage("kaon response");
    apparatus.kaon().measure(truth, batch.pileUp(), seen, batch.draw(), apparatus.beam(), true);
    int kaons = seen.gtk.n - batch.pileUp().n;
    float[] weight = truth.weight[Variant.NOMINAL.index()];
    Values time = into.values(TIME);
    for (int j = 0; j < kaons; j++) {
      time.add(Math.abs(seen.gtk.time[j]), weight[seen.gtk.parent[j]]);
    }
    double[][] sum = new double[4][truth.n];
    for (int pion = 0; pion < CHARGE.length; pion++) {
      if (pion > 0) truth.chargedRay.append(truth.companionRay[pion - 1], 0, truth.n);
      measure(pion, batch, sum);
      match.apply(seen);
      Values distance = into.values(DISTANCE);
      Values discriminant = into.values(DISCRIMINANT);
      for (int j = 0; j < kaons; j++) {
        distance.add(seen.gtk.distance[j], weight[seen.gtk.parent[j]]);
        discriminant.add(seen.gtk.discriminant[j], weight[seen.gtk.parent[j]]);
      }
    }
    Values mass = into.values(MASS);
    for (int i = 0; i < truth.n; i++) mass.add(mass(sum, i), weight[i]);
  }

  /// Keeps decays with all pions in acceptance, and weighs them.
  private void accept(Truth truth, Gathered into) {
    float[] weight = truth.weight[Variant.NOMINAL.index()];
    float[] measured = truth.scratch[0];
    Arrays.fill(measured, 0, truth.n, 1f);
    for (int pion = 0; pion < CHARGE.length; pion++) {
      Ray ray = ray(truth, pion);
      all.bend(ray, truth.chargedAfter, CHARGE[pion], truth.n);
      all.pass(truth.margin, ray, truth.chargedAfter, truth.n);
      all.see(truth.margin, ray, truth.chargedAfter, truth.n);
      chambers.pass(measured, ray, truth.chargedAfter, truth.n);
      chambers.see(measured, ray, truth.chargedAfter, truth.n);
    }
    Ratio inChambers = into.ratio(IN_CHAMBERS);
    Ratio accepted = into.ratio(ACCEPTED);
    for (int i = 0; i < truth.n; i++) {
      weight[i] *= (float) stable(truth, i);
      inChambers.add(measured[i] > 0 ? weight[i] : 0, 1);
      accepted.add(truth.margin[i] > 0 ? weight[i] : 0, 1);
    }
    int kept = Rows.positive(truth.margin, truth.row, truth.n);
    for (int pion = 0; pion < CHARGE.length; pion++) ray(truth, pion).keep(truth.row, kept);
    truth.kaon.keep(truth.row, kept);
    Rows.keep(truth.row, kept, truth.decayZ, weight);
    truth.keep(truth.row, kept);
  }

  /// Probability that no pion decays before the last chamber.
  private double stable(Truth truth, int i) {
    double lengthM = chambers.planesAfter().getLast().z() - truth.decayZ[i];
    double exponent = 0;
    for (int pion = 0; pion < CHARGE.length; pion++) {
      exponent += lengthM / Particle.PION.decayLengthM(ray(truth, pion).momentum[i]);
    }
    return StrictMath.exp(-exponent);
  }

  private static Ray ray(Truth truth, int pion) {
    return pion == 0 ? truth.chargedRay : truth.companionRay[pion - 1];
  }

  /// Measures the pion in the place of the muon, and adds its four-momentum: energy, then momentum.
  private void measure(int pion, Batch batch, double[][] sum) {
    Truth truth = batch.truth();
    Ray ray = truth.chargedRay;
    float[] turnX = truth.scratch[5];
    float[] turnY = truth.scratch[6];
    System.arraycopy(ray.slopeX, 0, turnX, 0, truth.n);
    System.arraycopy(ray.slopeY, 0, turnY, 0, truth.n);
    new Flight(apparatus.field()).carry(truth, ray, CHARGE[pion]);
    batch.draw().stage("pion " + pion);
    apparatus.muon().measure(truth, batch.seen(), batch.draw(), apparatus.spectrometer());
    Ray track = batch.seen().track;
    for (int i = 0; i < truth.n; i++) {
      double x = track.slopeX[i] - ray.slopeX[i] + turnX[i];
      double y = track.slopeY[i] - ray.slopeY[i] + turnY[i];
      double p = track.momentum[i];
      double along = p / Math.sqrt(1 + x * x + y * y);
      sum[0][i] += Math.sqrt(p * p + PION2);
      sum[1][i] += x * along;
      sum[2][i] += y * along;
      sum[3][i] += along;
    }
  }

  private static double mass(double[][] sum, int i) {
    double e = sum[0][i];
    double p2 = sum[1][i] * sum[1][i] + sum[2][i] * sum[2][i] + sum[3][i] * sum[3][i];
    return Math.sqrt(Math.max(0, e * e - p2)) - Particle.KAON.massGeV();
  }
}
