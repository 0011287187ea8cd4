package org.lacuna.experiment.response;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// Signals that other particles of the beam leave in one detector near the time of the muon. Their
/// rate is proportional to that of the beam, the one with which the event has its pile-up.
public sealed interface Accidental {
  /// Fixed name; the random numbers depend on it.
  String name();

  /// What is measured of them.
  Signal signal();

  /// Adds them to what is measured already.
  void add(Truth truth, Measured seen, Draws draw);

  /// Fills the columns of some accidental signals as if there were none.
  static void none(List<Accidental> all, Measured seen) {
    for (Accidental one : all) {
      float quiet = one instanceof Nearest ? Measured.NONE : 0;
      Arrays.fill(one.signal().column(seen), 0, seen.n, quiet);
    }
  }

  /// The nearest in time, of signals that a veto looks at. Before and after the muon they are
  /// equally many, and the distance of the nearest has an exponential distribution.
  ///
  /// @param perNsMHz signals in a nanosecond, for each MHz of the beam
  record Nearest(String name, Signal signal, double perNsMHz) implements Accidental {

    /// From what is known at the mean rate.
    ///
    /// @param probability that there is one in the window, at the mean rate
    /// @param withinNs half of the length of the window
    /// @param meanMHz mean rate of the beam
    public static Nearest of(
        String name, Signal signal, double probability, double withinNs, double meanMHz) {
      if (!(probability >= 0 && probability < 1)) {
        throw new IllegalArgumentException(
            name + ": the probability of an accidental is " + probability + ", not 0 to below 1");
      }
      double perNs = -StrictMath.log1p(-probability) / (2 * withinNs);
      return new Nearest(name, signal, perNs / meanMHz);
    }

    /// Half the sum of two squared normal numbers is exponential, and tells nothing of their signs.
    @Override
    public void add(Truth truth, Measured seen, Draws draw) {
      float[] a = truth.scratch[0];
      float[] b = truth.scratch[1];
      draw.normals(name, truth, a, b);
      float[] time = signal.column(seen);
      float perNs = (float) (4 * perNsMHz);
      for (int i = 0; i < seen.n; i++) {
        float far = Math.fma(a[i], a[i], b[i] * b[i]) / (perNs * seen.intensity[i]);
        float near = Math.min(Measured.NONE, far);
        if (near < Math.abs(time[i])) time[i] = Math.copySign(near, a[i]);
      }
    }
  }

  /// How many there are in the window of a detector in which some are allowed: a Poisson number.
  ///
  /// @param perMHz mean number, for each MHz of the beam
  record Several(String name, Signal signal, double perMHz) implements Accidental {
    /// More of them are counted as so many: no cut allows that.
    private static final int MOST = 12;

    private static final double MOST_MEAN = 2;

    /// From what is known at the mean rate.
    ///
    /// @param mean number at the mean rate
    /// @param meanMHz mean rate of the beam
    public static Several of(String name, Signal signal, double mean, double meanMHz) {
      if (!(mean >= 0 && mean <= MOST_MEAN)) {
        throw new IllegalArgumentException(
            name
                + ": the mean number of accidental signals is "
                + mean
                + ", not 0 to "
                + MOST_MEAN);
      }
      return new Several(name, signal, mean / meanMHz);
    }

    @Override
    public void add(Truth truth, Measured seen, Draws draw) {
      float[] u = truth.scratch[0];
      draw.uniforms(name, truth, u);
      float[] number = signal.column(seen);
      for (int i = 0; i < seen.n; i++) {
        float mean = (float) perMHz * seen.intensity[i];
        float term = FloatMath.exp(-mean);
        float sum = term;
        for (int k = 1; k <= MOST && u[i] > sum; k++) {
          number[i]++;
          term *= mean / k;
          sum += term;
        }
      }
    }
  }
}
