package org.lacuna.experiment.beam;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;

/// Beam particles that cross the GTK within a short time of the kaon of each event.
///
/// Their number follows Poisson with the mean `rate × window × efficiency`, where the rate is drawn
/// for each event from the intensity of the beam. They are particles of the same beam, flat in
/// time. More than [#MOST] of them are cut off: at 1 GHz that is one event in 10⁷.
public final class PileUp extends Rows {
  /// Largest mean number of particles, up to which the exponential is accurate.
  public static final double LARGEST_MEAN = 1;

  private static final int MOST = 7;
  private static final double GHZ_PER_MHZ = 1e-3;

  /// Row of the event.
  public final int[] parent = ints(Draws.CAPACITY);

  /// The particles at the last station.
  public final Ray ray = new Ray(Draws.CAPACITY);

  /// Time within the window, from −½ to ½ of it.
  public final float[] time = floats(Draws.CAPACITY);

  public PileUp() {
    super(Draws.CAPACITY);
  }

  /// Mean number of recorded particles.
  ///
  /// @param rateMHz of the beam
  /// @param windowNs within which they are recorded
  /// @param efficiency of the GTK for one track
  public static double mean(double rateMHz, double windowNs, double efficiency) {
    return rateMHz * GHZ_PER_MHZ * windowNs * efficiency;
  }

  /// Draws the particles of all events of a block.
  ///
  /// @param beam what they are like
  /// @param intensityMHz rate of the beam from a uniform number
  /// @param windowNs within which they are recorded
  /// @param efficiency of the GTK for one track
  /// @param rate receives the rate in MHz
  /// @param spare receives one more uniform number for each event
  public void fill(
      Truth truth,
      Draws draw,
      Beam beam,
      Curve intensityMHz,
      double windowNs,
      double efficiency,
      float[] rate,
      float[] spare) {
    float[] mean = truth.scratch[0];
    float[] count = truth.scratch[1];
    float[] none = truth.scratch[2];
    float[] some = truth.scratch[3];
    float perMHz = (float) mean(1, windowNs, efficiency);
    draw.uniforms("intensity and pile-up", truth, mean, count, spare);
    intensityMHz.at(mean, rate, truth.n);
    for (int i = 0; i < truth.n; i++) {
      mean[i] = perMHz * rate[i];
      none[i] = 1f - FloatMath.oneMinusExp(mean[i]);
      some[i] = count[i] - none[i];
    }
    int with = positive(some, truth.row, truth.n);
    number(truth, with, mean, none, count);
    beam.particles(this, ray, time, draw);
    float window = (float) windowNs;
    for (int j = 0; j < n; j++) time[j] = (time[j] - 0.5f) * window;
  }

  /// Turns uniform numbers into Poisson numbers by inversion, and numbers the particles.
  private void number(Truth truth, int with, float[] mean, float[] none, float[] count) {
    int found = 0;
    for (int j = 0; j < with; j++) {
      int i = truth.row[j];
      float term = none[i];
      float sum = term;
      for (int k = 1; k <= MOST && count[i] > sum; k++) {
        event[found] = truth.event[i];
        copy[found] = k;
        parent[found++] = i;
        term *= mean[i] / k;
        sum += term;
      }
    }
    n = found;
    high = truth.high;
  }
}
