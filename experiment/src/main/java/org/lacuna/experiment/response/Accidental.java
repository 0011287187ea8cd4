package org.lacuna.experiment.response;

import java.util.Arrays;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// Signals that other particles of the beam leave in one detector near the time of the muon. Their
/// rate is proportional to that of the beam, the one with which the event has its pile-up.
public sealed interface Accidental {
  /// Fixed name; the random numbers depend on it.
  String name();

  /// Fills what nothing else fills where losses are not recorded.
  void quiet(Measured seen);

  /// Adds them to what is measured already.
  void add(Truth truth, Measured seen, Draws draw);

  /// How far from the muon in time the nearest is: half the sum of two squared normal numbers is
  /// exponential, and tells nothing of their signs.
  private static float nearest(float a, float b, float perNs) {
    return Math.min(Measured.NONE, Math.fma(a, a, b * b) / (4 * perNs));
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

    @Override
    public void quiet(Measured seen) {
      Arrays.fill(signal.column(seen), 0, seen.n, Measured.NONE);
    }

    @Override
    public void add(Truth truth, Measured seen, Draws draw) {
      float[] a = truth.scratch[0];
      float[] b = truth.scratch[1];
      draw.normals(name, truth, a, b);
      float[] time = signal.column(seen);
      for (int i = 0; i < seen.n; i++) {
        float near = nearest(a[i], b[i], (float) perNsMHz * seen.intensity[i]);
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
    public void quiet(Measured seen) {
      Arrays.fill(signal.column(seen), 0, seen.n, 0f);
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

  /// Muons of the beam and its halo in the tiles of the muon detector: the nearest in time, in one
  /// tile. An event whose track has no signal there may be taken to have this one. A tile is struck
  /// as often as any other of its group.
  ///
  /// @param tiles of the detector
  /// @param half of the side of the square that they fill, in m
  /// @param perNs signals in a nanosecond without a beam
  /// @param perNsMHz more of them, for each MHz of the beam
  /// @param inner share of the tiles around the axis
  record InTiles(String name, Tiles tiles, float half, double perNs, double perNsMHz, double inner)
      implements Accidental {
    private static final int SIDES = 4;

    /// Nearer to an edge single precision does not tell two tiles apart.
    private static final float EDGE_M = 1e-5f;

    /// The muon has filled all of them.
    @Override
    public void quiet(Measured seen) {}

    @Override
    public void add(Truth truth, Measured seen, Draws draw) {
      float[] a = truth.scratch[0];
      float[] b = truth.scratch[1];
      float[] along = truth.scratch[2];
      float[] out = truth.scratch[3];
      float[] side = truth.scratch[4];
      draw.normals(name, truth, a, b);
      draw.uniforms("place of " + name, truth, along, out, side);
      for (int i = 0; i < seen.n; i++) {
        if (seen.muv3Time[i] != Measured.NONE) continue;
        float rate = (float) Math.fma(perNsMHz, seen.intensity[i], perNs);
        seen.muv3Time[i] = Math.copySign(nearest(a[i], b[i], rate), a[i]);
        place(along[i], out[i], side[i], seen, i);
      }
    }

    /// A point between two squares: one of four rectangles, each of which goes on beyond one
    /// corner.
    private void place(float along, float out, float side, Measured seen, int i) {
      boolean isInner = side < inner;
      float least = EDGE_M + (isInner ? 0.5f * tiles.innerSize() : tiles.innerHalf());
      float most = (isInner ? tiles.innerHalf() : half) - EDGE_M;
      double number = SIDES * (isInner ? side / inner : (side - inner) / (1 - inner));
      float u = Math.fma(out, most - least, least);
      float v = Math.fma(along, most + least, -least);
      float sign = number % 2 < 1 ? 1 : -1;
      float x = sign * (number < 2 ? u : -v);
      float y = sign * (number < 2 ? v : u);
      float size = tiles.side(x, y);
      seen.muv3X[i] = tiles.centre(x, size);
      seen.muv3Y[i] = tiles.centre(y, size);
    }
  }
}
