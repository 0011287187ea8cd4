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

  /// A detector.
  ///
  /// @param plane where it stands
  /// @param loss probability to miss a charged particle
  public record Detector(Plane plane, double loss) {
    public Detector {
      if (!(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException(
            plane.name() + ": the probability to miss a track is " + loss + ", not 0 to 1");
      }
    }
  }

  public ChargedVeto {
    detectors = List.copyOf(detectors);
  }

  /// Multiplies all variants of the weights; uses the ray behind the magnet as work space.
  public void weigh(Truth truth, Spectrometer spectrometer) {
    Ray after = truth.chargedAfter;
    float[] missed = truth.scratch[0];
    Arrays.fill(missed, 0, truth.n, 1f);
    for (int k = 0; k < truth.companionRay.length; k++) {
      Ray before = truth.companionRay[k];
      spectrometer.bend(before, after, k % 2 == 0 ? 1 : -1, truth.n);
      for (Detector detector : detectors) {
        boolean behind = detector.plane.z() > (float) spectrometer.magnetZM();
        miss(detector, behind ? after : before, truth, missed);
      }
    }
    truth.weigh(missed);
  }

  private static void miss(Detector detector, Ray ray, Truth truth, float[] missed) {
    float[] margin = truth.scratch[1];
    Arrays.fill(margin, 0, truth.n, 1f);
    detector.plane.lower(margin, ray, truth.n);
    float seen = (float) (1 - detector.loss);
    for (int i = 0; i < truth.n; i++) missed[i] *= Math.fma(-seen, FloatMath.step(margin[i]), 1f);
  }
}
