package org.lacuna.experiment.response;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.physics.decay.Truth;

/// Probability that no further charged daughter of an event is seen, as a factor of its weights.
///
/// Each detector that a daughter strikes may miss it, independently of the others. Daughters that
/// strike nothing are not seen. Their decays in flight and interactions are neglected: what they
/// strike after a decay is near enough.
///
/// @param detectors before and behind the magnet
public record ChargedVeto(List<Detector> detectors) {
  private static final int MOST_STRUCK = 30;

  /// A detector.
  ///
  /// @param signal what it gives of a charged particle
  /// @param plane where it stands
  /// @param loss probability to miss a charged particle
  public record Detector(Signal signal, Plane plane, double loss) {
    public Detector {
      if (!(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException(
            plane.name() + ": the probability to miss a track is " + loss + ", not 0 to 1");
      }
    }
  }

  public ChargedVeto {
    detectors = List.copyOf(detectors);
    if (2 * detectors.size() > MOST_STRUCK) {
      throw new IllegalArgumentException(
          "at most "
              + MOST_STRUCK / 2
              + " detectors see charged particles, not "
              + detectors.size());
    }
  }

  /// Multiplies all variants of the weights; uses the ray behind the magnet as work space.
  ///
  /// @return tells how it shows that further daughters are seen, up to the next stage
  public Fate.Witness weigh(Truth truth, Spectrometer spectrometer) {
    Ray after = truth.chargedAfter;
    float[] missed = truth.scratch[0];
    Arrays.fill(missed, 0, truth.n, 1f);
    Arrays.fill(truth.row, 0, truth.n, 0);
    for (int k = 0; k < truth.companionRay.length; k++) {
      Ray before = truth.companionRay[k];
      spectrometer.bend(before, after, k % 2 == 0 ? 1 : -1, truth.n);
      for (int d = 0; d < detectors.size(); d++) {
        Detector detector = detectors.get(d);
        boolean behind = detector.plane.z() > (float) spectrometer.magnetZM();
        miss(detector, behind ? after : before, truth, missed);
        mark(truth.scratch[1], 1 << (k * detectors.size() + d), truth.row, truth.n);
      }
    }
    truth.weigh(missed);
    return (row, chance) -> signals(truth.row[row], chance);
  }

  private static void miss(Detector detector, Ray ray, Truth truth, float[] missed) {
    float[] margin = truth.scratch[1];
    Arrays.fill(margin, 0, truth.n, 1f);
    detector.plane.lower(margin, ray, truth.n);
    float seen = (float) (1 - detector.loss);
    for (int i = 0; i < truth.n; i++) missed[i] *= Math.fma(-seen, FloatMath.step(margin[i]), 1f);
  }

  private static void mark(float[] margin, int bit, int[] struck, int n) {
    for (int i = 0; i < n; i++) struck[i] |= bit * (int) FloatMath.step(margin[i]);
  }

  /// Where the daughters were seen.
  ///
  /// @param struck one bit for each daughter and detector
  private int signals(int struck, Chance chance) {
    double[] missed = new double[Integer.bitCount(struck)];
    int[] signal = new int[missed.length];
    int n = 0;
    for (int bits = struck; bits != 0; bits &= bits - 1) {
      int place = Integer.numberOfTrailingZeros(bits);
      Detector detector = detectors.get(place % detectors.size());
      missed[n] = detector.loss;
      signal[n++] =
          detector.signal == Signal.SEGMENT
              ? Fate.daughter(place / detectors.size())
              : detector.signal.bit();
    }
    int seen = chance.atLeastOne(missed, n);
    int signals = 0;
    for (int k = 0; k < n; k++) if ((seen & 1 << k) != 0) signals |= signal[k];
    return signals;
  }
}
