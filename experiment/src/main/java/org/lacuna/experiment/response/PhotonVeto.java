package org.lacuna.experiment.response;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.function.LogCurve;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.physics.decay.Truth;

/// Probability that none of the photons of an event is seen, as a factor of its weights.
///
/// The first counter that a photon strikes decides; a photon that strikes none is not seen. Photons
/// are independent. A photon that converts in the chambers before the magnet is missed if the
/// chambers miss the pair and the counters both its legs: they share the energy at random and the
/// magnet turns them apart. Only photons that pass the chambers convert there; behind the magnet a
/// pair is as good as its photon. In the variants each counter misses one standard deviation more,
/// or does not see photons that converted before the magnet.
///
/// @param counters along the beam, nearest first
/// @param conversion probability that a photon converts before the magnet
/// @param pairMissed probability that the chambers miss such a pair
public record PhotonVeto(List<Counter> counters, double conversion, double pairMissed) {

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
    if (!(pairMissed >= 0 && pairMissed <= 1)) {
      throw new IllegalArgumentException(
          "the probability to miss a pair is " + pairMissed + ", not 0 to 1");
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

  /// Multiplies all variants of the weights; uses the charged ray behind the magnet as work space.
  public void weigh(Truth truth, Draws draw, Spectrometer spectrometer) {
    float[] share = truth.scratch[5];
    for (int k = 0; k < truth.photonRay.length; k++) {
      draw.uniforms("energies of pair " + k, truth, share);
      weigh(truth, truth.photonRay[k], share, spectrometer);
    }
  }

  private void weigh(Truth truth, Ray photon, float[] share, Spectrometer spectrometer) {
    int n = truth.n;
    float[] missed = truth.scratch[0];
    float[] sigma = truth.scratch[1];
    float[] blind = truth.scratch[2];
    float[] pair = truth.scratch[6];
    float[] energy = truth.scratch[7];
    Ray leg = truth.chargedAfter;
    float[] converted = truth.scratch[8];
    Arrays.fill(pair, 0, n, (float) pairMissed);
    Arrays.fill(converted, 0, n, 1f);
    for (Plane chamber : spectrometer.planesBefore()) chamber.lower(converted, photon, n);
    for (int i = 0; i < n; i++) converted[i] = (float) conversion * FloatMath.step(converted[i]);
    System.arraycopy(photon.momentum, 0, energy, 0, n);
    for (int charge = -1; charge <= 1; charge += 2) {
      for (int i = 0; i < n; i++) {
        photon.momentum[i] = energy[i] * (charge < 0 ? share[i] : 1f - share[i]);
      }
      spectrometer.bend(photon, leg, charge, n);
      look(truth, leg, missed, sigma, blind);
      for (int i = 0; i < n; i++) pair[i] *= missed[i];
    }
    System.arraycopy(energy, 0, photon.momentum, 0, n);
    look(truth, photon, missed, sigma, blind);
    apply(truth.weight, missed, sigma, blind, pair, converted, n);
  }

  /// Which counter is struck first, and what it does.
  ///
  /// @param missed receives the probability that it sees nothing
  /// @param sigma its relative uncertainty
  /// @param blind 1 if it is blind to conversions in the variant, 0 if not
  private void look(Truth truth, Ray ray, float[] missed, float[] sigma, float[] blind) {
    int n = truth.n;
    float[] margin = truth.scratch[3];
    float[] inefficiency = truth.scratch[4];
    Arrays.fill(missed, 0, n, 1f);
    Arrays.fill(sigma, 0, n, 0f);
    Arrays.fill(blind, 0, n, 0f);
    LogCurve.pieces(ray.momentum, truth.row, n);
    // From the last counter to the first, each overwriting those behind it.
    for (Counter counter : counters.reversed()) {
      Arrays.fill(margin, 0, n, 1f);
      counter.plane.lower(margin, ray, n);
      counter.inefficiency.at(ray.momentum, truth.row, inefficiency, n);
      float own = (float) counter.relativeSigma;
      float ownBlind = counter.blindToConversions ? 1f : 0f;
      for (int i = 0; i < n; i++) {
        float struck = FloatMath.step(margin[i]);
        missed[i] = Math.fma(struck, inefficiency[i] - missed[i], missed[i]);
        sigma[i] = Math.fma(struck, own - sigma[i], sigma[i]);
        blind[i] = Math.fma(struck, ownBlind - blind[i], blind[i]);
      }
    }
  }

  private static void apply(
      float[][] weight,
      float[] missed,
      float[] sigma,
      float[] blind,
      float[] pair,
      float[] converted,
      int n) {
    for (int v = 0; v < weight.length; v++) {
      float[] w = weight[v];
      if (v == Variant.INEFFICIENCY_PLUS_SIGMA.index()) {
        for (int i = 0; i < n; i++) {
          float all = Math.fma(converted[i], pair[i] - missed[i], missed[i]);
          w[i] *= Math.min(1f, Math.fma(all, sigma[i], all));
        }
      } else if (v == Variant.CONVERSIONS_UNSEEN.index()) {
        for (int i = 0; i < n; i++) {
          float unseen = Math.fma(blind[i], 1f - pair[i], pair[i]);
          w[i] *= Math.fma(converted[i], unseen - missed[i], missed[i]);
        }
      } else {
        for (int i = 0; i < n; i++) {
          w[i] *= Math.fma(converted[i], pair[i] - missed[i], missed[i]);
        }
      }
    }
  }
}
