package org.lacuna.experiment.validation;

import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.Flight;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// The control sample K⁺ → π⁺π⁰ with both photons in the calorimeter: how often it is seen, and how
/// well the mass missing to the π⁺ and that of the two photons are measured.
///
/// The π⁺ is measured like a muon, and those that decay before the last plane of the spectrometer
/// are taken out by a weight. Interactions, conversions and the kaon in the acceptance are left
/// out.
///
/// @param sample of K⁺ → π⁺π⁰ with two photons
/// @param tracker what must see the π⁺
/// @param calorimeter where both photons must arrive
/// @param steps that choose the kaon and make the vertex
/// @param apartM least distance of the clusters from each other and from the π⁺
/// @param leastGeV least energy of a cluster
/// @param fromGeV least momentum of the π⁺ for the missing mass
/// @param toGeV its largest momentum
public record TwoClusters(
    Simulation sample,
    Apparatus apparatus,
    Spectrometer tracker,
    Plane calorimeter,
    List<Step> steps,
    double apartM,
    double leastGeV,
    double fromGeV,
    double toGeV)
    implements Look {
  /// Decays with the π⁺ and both clusters, of all in the fiducial volume.
  public static final String ACCEPTED = "accepted";

  /// The same with a π⁺ in the range of momentum.
  public static final String IN_RANGE = "in range";

  /// Squared mass missing to the π⁺, less that of the π⁰, in GeV².
  public static final String MISSING = "missing";

  /// Mass of the two photons less that of the π⁰, in GeV.
  public static final String PHOTONS = "photons";

  /// Largest closest approach of kaon and π⁺, in m.
  private static final double NEAR_M = 7e-3;

  private static final double PION2 = Particle.PION.massGeV() * Particle.PION.massGeV();
  private static final double KAON2 = Particle.KAON.massGeV() * Particle.KAON.massGeV();
  private static final double PION_ZERO = Particle.PION_ZERO.massGeV();

  /// Clusters of one photon.
  private static final class Clusters {
    final float[] energy = Rows.floats(Rows.BLOCK);
    final float[] x = Rows.floats(Rows.BLOCK);
    final float[] y = Rows.floats(Rows.BLOCK);
  }

  public TwoClusters {
    steps = List.copyOf(steps);
  }

  @Override
  public void block(Batch batch, long first, int count, Gathered into) {
    sample.decays(batch, first, count);
    Truth truth = batch.truth();
    seenTracks(truth);
    Ratio accepted = into.ratio(ACCEPTED);
    Ratio inRange = into.ratio(IN_RANGE);
    for (int i = truth.n; i < count; i++) {
      accepted.add(0, 1);
      inRange.add(0, 1);
    }
    if (truth.n == 0) return;
    Clusters near = new Clusters();
    Clusters far = new Clusters();
    batch.draw().stage("clusters");
    Ray[] photons = truth.photonRay;
    cluster(photons[0], batch, "first", near);
    cluster(photons[1], batch, "second", far);
    float[] impactX = Rows.floats(Rows.BLOCK);
    float[] impactY = Rows.floats(Rows.BLOCK);
    impact(truth, impactX, impactY);
    measure(batch);
    Measured seen = batch.seen();
    float[] weight = truth.weight[Variant.NOMINAL.index()];
    Values missing = into.values(MISSING);
    Values mass = into.values(PHOTONS);
    for (int i = 0; i < truth.n; i++) {
      boolean isSeen =
          isGood(near, i)
              && isGood(far, i)
              && apart(near, i, far.x[i], far.y[i])
              && apart(near, i, impactX[i], impactY[i])
              && apart(far, i, impactX[i], impactY[i]);
      accepted.add(isSeen ? weight[i] : 0, 1);
      double p = seen.track.momentum[i];
      boolean isInRange = isSeen && p > fromGeV && p < toGeV;
      inRange.add(isInRange ? weight[i] : 0, 1);
      if (!isSeen || !(seen.distance[i] < NEAR_M)) continue;
      mass.add(photonMass(seen, near, far, i) - PION_ZERO, weight[i]);
      if (isInRange) missing.add(missingMassSquared(seen, i) - PION_ZERO * PION_ZERO, weight[i]);
    }
  }

  /// Keeps decays with a track, and weighs them with the probability that the π⁺ has lived.
  private void seenTracks(Truth truth) {
    Ray pion = truth.chargedRay;
    tracker.bend(pion, truth.chargedAfter, 1, truth.n);
    tracker.pass(truth.margin, pion, truth.chargedAfter, truth.n);
    tracker.see(truth.margin, pion, truth.chargedAfter, truth.n);
    float[] weight = truth.weight[Variant.NOMINAL.index()];
    double endM = tracker.planesAfter().getLast().z();
    for (int i = 0; i < truth.n; i++) {
      double lengthM = Particle.PION.decayLengthM(pion.momentum[i]);
      weight[i] *= (float) StrictMath.exp(-(endM - truth.decayZ[i]) / lengthM);
    }
    int kept = Rows.positive(truth.margin, truth.row, truth.n);
    for (Ray ray : truth.photonRay) ray.keep(truth.row, kept);
    pion.keep(truth.row, kept);
    truth.chargedAfter.keep(truth.row, kept);
    truth.kaon.keep(truth.row, kept);
    Rows.keep(truth.row, kept, truth.decayZ, weight);
    truth.keep(truth.row, kept);
  }

  private void cluster(Ray photon, Batch batch, String purpose, Clusters found) {
    apparatus
        .clusters()
        .measure(
            photon,
            calorimeter.z(),
            batch.truth(),
            batch.draw(),
            purpose,
            found.energy,
            found.x,
            found.y);
  }

  /// Where the π⁺ strikes the calorimeter.
  private void impact(Truth truth, float[] x, float[] y) {
    Ray after = truth.chargedAfter;
    for (int i = 0; i < truth.n; i++) {
      float path = calorimeter.z() - after.z[i];
      x[i] = Math.fma(after.slopeX[i], path, after.x[i]);
      y[i] = Math.fma(after.slopeY[i], path, after.y[i]);
    }
  }

  private boolean isGood(Clusters cluster, int i) {
    return cluster.energy[i] > leastGeV && calorimeter.inside(cluster.x[i], cluster.y[i]) > 0;
  }

  private boolean apart(Clusters cluster, int i, float x, float y) {
    return StrictMath.hypot(cluster.x[i] - x, cluster.y[i] - y) > apartM;
  }

  private void measure(Batch batch) {
    Truth truth = batch.truth();
    new Flight(apparatus.field()).carry(truth);
    batch.seen().sameAs(truth);
    batch.draw().stage("muon response");
    apparatus.muon().measure(truth, batch.seen(), batch.draw(), apparatus.spectrometer());
    batch.draw().stage("kaon response");
    apparatus
        .kaon()
        .measure(truth, batch.pileUp(), batch.seen(), batch.draw(), apparatus.beam(), true);
    for (Step step : steps) step.apply(batch.seen());
  }

  private static double missingMassSquared(Measured e, int i) {
    double p = e.kaon.momentum[i];
    double q = e.track.momentum[i];
    double energies = Math.sqrt(KAON2 + p * p) * Math.sqrt(PION2 + q * q);
    double cos = cos(e.kaonSlopeX[i], e.kaonSlopeY[i], e.muonSlopeX[i], e.muonSlopeY[i]);
    return KAON2 + PION2 - 2 * (energies - p * q * cos);
  }

  /// The photons come from the vertex of kaon and π⁺.
  private double photonMass(Measured e, Clusters near, Clusters far, int i) {
    double path = calorimeter.z() - e.vertexZ[i];
    double cos =
        cos(
            (near.x[i] - e.vertexX[i]) / path,
            (near.y[i] - e.vertexY[i]) / path,
            (far.x[i] - e.vertexX[i]) / path,
            (far.y[i] - e.vertexY[i]) / path);
    return Math.sqrt(Math.max(0, 2.0 * near.energy[i] * far.energy[i] * (1 - cos)));
  }

  private static double cos(double ax, double ay, double bx, double by) {
    double lengths = Math.sqrt((1 + ax * ax + ay * ay) * (1 + bx * bx + by * by));
    return (1 + ax * bx + ay * by) / lengths;
  }
}
