package org.lacuna.experiment.response;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.function.LogCurve;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.physics.decay.Truth;

/// Probability that none of the photons of an event is seen, as a factor of its weights.
///
/// The first counter that a photon strikes decides; a photon that strikes none is not seen. Photons
/// are independent. In the variants each counter misses one standard deviation more, or does not
/// see photons that converted before the magnet.
///
/// @param counters along the beam, nearest first
/// @param conversion probability that a photon converts before the magnet
public record PhotonVeto(List<Counter> counters, double conversion) {

  /// A counter.
  ///
  /// @param plane where it stands
  /// @param inefficiency probability to miss a photon, by its energy in GeV
  /// @param relativeSigma its uncertainty, as a fraction
  /// @param blindToConversions whether the variant lets it miss converted photons
  public record Counter(
      Plane plane, LogCurve inefficiency, double relativeSigma, boolean blindToConversions) {}

  public PhotonVeto {
    counters = List.copyOf(counters);
    if (!(conversion >= 0 && conversion <= 1)) {
      throw new IllegalArgumentException(
          "the conversion probability is " + conversion + ", not 0 to 1");
    }
    for (int k = 1; k < counters.size(); k++) {
      Plane before = counters.get(k - 1).plane;
      Plane behind = counters.get(k).plane;
      if (behind.z() < before.z()) {
        throw new IllegalArgumentException(
            "counters stand in the order along the beam, but "
                + behind.name()
                + " at "
                + behind.z()
                + " m follows "
                + before.name()
                + " at "
                + before.z()
                + " m");
      }
    }
  }

  /// Multiplies all variants of the weights.
  public void weigh(Truth truth) {
    for (Ray photon : truth.photonRay) weigh(truth, photon);
  }

  private void weigh(Truth truth, Ray photon) {
    int n = truth.n;
    float[] missed = truth.scratch[0];
    float[] sigma = truth.scratch[1];
    float[] blind = truth.scratch[2];
    float[] margin = truth.scratch[3];
    float[] inefficiency = truth.scratch[4];
    Arrays.fill(missed, 0, n, 1f);
    Arrays.fill(sigma, 0, n, 0f);
    Arrays.fill(blind, 0, n, 0f);
    LogCurve.pieces(photon.momentum, truth.row, n);
    // From the last counter to the first, each overwriting those behind it.
    for (Counter counter : counters.reversed()) {
      Arrays.fill(margin, 0, n, 1f);
      counter.plane.lower(margin, photon, n);
      counter.inefficiency.at(photon.momentum, truth.row, inefficiency, n);
      float own = (float) counter.relativeSigma;
      float ownBlind = counter.blindToConversions ? (float) conversion : 0f;
      for (int i = 0; i < n; i++) {
        float struck = FloatMath.step(margin[i]);
        missed[i] = Math.fma(struck, inefficiency[i] - missed[i], missed[i]);
        sigma[i] = Math.fma(struck, own - sigma[i], sigma[i]);
        blind[i] = Math.fma(struck, ownBlind - blind[i], blind[i]);
      }
    }
    apply(truth.weight, missed, sigma, blind, n);
  }

  private static void apply(float[][] weight, float[] missed, float[] sigma, float[] blind, int n) {
    for (int v = 0; v < weight.length; v++) {
      float[] w = weight[v];
      if (v == Variant.INEFFICIENCY_PLUS_SIGMA.index()) {
        for (int i = 0; i < n; i++) w[i] *= Math.min(1f, Math.fma(missed[i], sigma[i], missed[i]));
      } else if (v == Variant.CONVERSIONS_UNSEEN.index()) {
        for (int i = 0; i < n; i++) w[i] *= Math.fma(blind[i], 1f - missed[i], missed[i]);
      } else {
        for (int i = 0; i < n; i++) w[i] *= missed[i];
      }
    }
  }
}
