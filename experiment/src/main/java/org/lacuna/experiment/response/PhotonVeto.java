package org.lacuna.experiment.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.function.LogCurve;
import org.lacuna.core.function.LogCurves;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.physics.decay.Truth;

/// Probability that none of the photons of an event is seen, as a factor of its weights.
///
/// The first counter that a photon strikes decides; a photon that strikes none is not seen. Photons
/// are independent. They convert in the material that they cross. A pair made before the magnet is
/// missed if the chambers miss it and the counters both its legs: they share the energy at random
/// and the magnet turns them apart. Behind the magnet a pair is as good as its photon, but for
/// counters that see nothing charged. In the variants each counter misses one standard deviation
/// more, or does not see photons that converted before the magnet.
public final class PhotonVeto {
  private static final float ROUNDED_UP = 1.0001f;

  private final List<Counter> counters;
  private final List<Material> materials;

  /// By the number of the counter; the last stands for none.
  private final LogCurves inefficiency;

  private final float[] relativeSigma;
  private final float[] blind;

  /// Where nothing charged is seen.
  private final float[] neutralOnly;

  /// A counter.
  ///
  /// @param signal what it gives of a photon
  /// @param plane where it stands
  /// @param inefficiency probability to miss a photon, by its energy in GeV
  /// @param relativeSigma its uncertainty, as a fraction
  /// @param blindToConversions whether the variant lets it miss converted photons
  /// @param neutralOnly whether charged particles do not get there
  public record Counter(
      Signal signal,
      Plane plane,
      LogCurve inefficiency,
      double relativeSigma,
      boolean blindToConversions,
      boolean neutralOnly) {}

  /// Material.
  ///
  /// @param plane where photons cross it
  /// @param conversion probability that they convert there
  /// @param pairMissed probability that nothing but the counters sees such a pair
  public record Material(Plane plane, double conversion, double pairMissed) {
    public Material {
      refuse(conversion, "conversion probability in " + plane.name());
      refuse(pairMissed, "probability to miss a pair of " + plane.name());
    }
  }

  /// @param counters along the beam, nearest first
  /// @param materials in any order
  public PhotonVeto(List<Counter> counters, List<Material> materials) {
    for (int k = 1; k < counters.size(); k++) {
      refuse(counters.get(k - 1).plane, counters.get(k).plane);
    }
    this.counters = List.copyOf(counters);
    this.materials =
        materials.stream().sorted(Comparator.comparingDouble(it -> it.plane.z())).toList();
    List<LogCurve> curves = new ArrayList<>();
    relativeSigma = new float[counters.size() + 1];
    blind = new float[counters.size() + 1];
    neutralOnly = new float[counters.size() + 1];
    for (int c = 0; c < counters.size(); c++) {
      Counter counter = counters.get(c);
      curves.add(counter.inefficiency);
      relativeSigma[c] = (float) counter.relativeSigma;
      blind[c] = counter.blindToConversions ? 1f : 0f;
      neutralOnly[c] = counter.neutralOnly ? 1f : 0f;
    }
    curves.add(new LogCurve(_ -> 1));
    inefficiency = new LogCurves(curves);
  }

  private static void refuse(double probability, String what) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("the " + what + " is " + probability + ", not 0 to 1");
    }
  }

  private static void refuse(Plane before, Plane behind) {
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

  public List<Counter> counters() {
    return counters;
  }

  public List<Material> materials() {
    return materials;
  }

  /// Multiplies all variants of the weights by the probability that one photon is not seen; uses
  /// the charged ray behind the magnet as work space.
  ///
  /// @param k number of the photon
  /// @return tells how it shows that the photon is seen, until the next is looked at
  public Fate.Witness weigh(int k, Truth truth, Draws draw, Spectrometer spectrometer) {
    int n = truth.n;
    Ray photon = truth.photonRay[k];
    Ray leg = truth.chargedAfter;
    float[] share = truth.scratch[0];
    float[] energy = truth.scratch[1];
    float[] pair = truth.scratch[2];
    float[] converted = truth.scratch[3];
    float[] unseen = truth.scratch[11];
    Look whole = new Look(truth.scratch[4], truth.scratch[5]);
    List<Look> legs =
        List.of(
            new Look(truth.scratch[6], truth.scratch[7]),
            new Look(truth.scratch[8], truth.scratch[9]));
    draw.uniforms("energies of pair " + k, truth, share);
    convert(truth, photon, spectrometer, converted, unseen);
    System.arraycopy(unseen, 0, pair, 0, n);
    System.arraycopy(photon.momentum, 0, energy, 0, n);
    for (int l = 0; l < legs.size(); l++) {
      for (int i = 0; i < n; i++) {
        photon.momentum[i] = energy[i] * (l == 0 ? share[i] : 1f - share[i]);
      }
      spectrometer.bend(photon, leg, l == 0 ? -1 : 1, n);
      Look look = legs.get(l);
      look(truth, leg, look);
      for (int i = 0; i < n; i++) {
        look.missed[i] = Math.max(look.missed[i], neutralOnly[(int) look.struck[i]]);
        pair[i] *= look.missed[i];
      }
    }
    System.arraycopy(energy, 0, photon.momentum, 0, n);
    whole(truth, photon, spectrometer, whole);
    apply(truth.weight, whole, pair, converted, n);
    return (row, chance) -> {
      float all = Math.fma(-converted[row], whole.missed[row], whole.missed[row]) + pair[row];
      return chance.is((converted[row] - pair[row]) / (1.0 - all))
          ? signals(unseen[row] / converted[row], legs, row, chance)
          : signal(whole.struck[row]);
    };
  }

  /// An upper bound of the probability that one photon is not seen, for a fraction of the cost.
  ///
  /// @param k number of the photon
  public float[] most(int k, Truth truth, Spectrometer spectrometer) {
    Look whole = new Look(truth.scratch[4], truth.scratch[5]);
    whole(truth, truth.photonRay[k], spectrometer, whole);
    double unseen = 0;
    for (Material material : materials) {
      if (isBefore(material, spectrometer)) unseen += material.conversion * material.pairMissed;
    }
    float pair = (float) unseen;
    for (int i = 0; i < truth.n; i++) whole.missed[i] = ROUNDED_UP * (whole.missed[i] + pair);
    return whole.missed;
  }

  /// Which counter a ray strikes first, and the probability that this misses it.
  private static final class Look {
    /// Number of the counter; one more than the last if there is none.
    final float[] struck;

    final float[] missed;

    Look(float[] struck, float[] missed) {
      this.struck = struck;
      this.missed = missed;
    }
  }

  private static boolean isBefore(Material material, Spectrometer spectrometer) {
    return material.plane.z() <= spectrometer.magnetZM();
  }

  /// @param converted probability to convert before the magnet
  /// @param unseen that to do so without being seen in the chambers
  private void convert(
      Truth truth, Ray photon, Spectrometer spectrometer, float[] converted, float[] unseen) {
    int n = truth.n;
    float[] passes = truth.scratch[10];
    Arrays.fill(converted, 0, n, 0f);
    Arrays.fill(unseen, 0, n, 0f);
    for (Material material : materials) {
      if (!isBefore(material, spectrometer)) continue;
      Arrays.fill(passes, 0, n, 1f);
      // What stops a track before the magnet are the counters there.
      for (Plane bore : spectrometer.aperturesBefore()) bore.lower(passes, photon, n);
      material.plane.lower(passes, photon, n);
      float probability = (float) material.conversion;
      float missed = (float) material.pairMissed;
      for (int i = 0; i < n; i++) {
        float here = probability * FloatMath.step(passes[i]) * (1f - converted[i]);
        converted[i] += here;
        unseen[i] = Math.fma(missed, here, unseen[i]);
      }
    }
  }

  /// A photon that does not convert before the magnet.
  private void whole(Truth truth, Ray photon, Spectrometer spectrometer, Look look) {
    int n = truth.n;
    float[] crosses = truth.scratch[10];
    look(truth, photon, look);
    for (Material material : materials) {
      if (isBefore(material, spectrometer)) continue;
      Arrays.fill(crosses, 0, n, 1f);
      material.plane.lower(crosses, photon, n);
      float probability = (float) material.conversion;
      float missed = (float) material.pairMissed;
      for (int i = 0; i < n; i++) {
        float pair = missed * Math.max(look.missed[i], neutralOnly[(int) look.struck[i]]);
        float here = probability * FloatMath.step(crosses[i]);
        look.missed[i] = Math.fma(here, pair - look.missed[i], look.missed[i]);
      }
    }
  }

  private void look(Truth truth, Ray ray, Look look) {
    int n = truth.n;
    float[] margin = truth.scratch[10];
    float[] struck = look.struck;
    Arrays.fill(struck, 0, n, counters.size());
    // From the last counter to the first, each before those behind it.
    for (int c = counters.size() - 1; c >= 0; c--) {
      Arrays.fill(margin, 0, n, 1f);
      counters.get(c).plane.lower(margin, ray, n);
      float number = c;
      for (int i = 0; i < n; i++) {
        struck[i] = Math.fma(FloatMath.step(margin[i]), number - struck[i], struck[i]);
      }
    }
    LogCurve.pieces(ray.momentum, truth.row, n);
    inefficiency.at(struck, ray.momentum, truth.row, look.missed, n);
  }

  /// @param struck number of a counter; where there is none, the chambers have seen a pair
  private int signal(float struck) {
    boolean isNone = struck == counters.size();
    return isNone ? Signal.SEGMENT.bit() : counters.get((int) struck).signal.bit();
  }

  /// What sees a pair: the chambers, and the counters that its legs strike.
  private int signals(double pairMissed, List<Look> legs, int row, Chance chance) {
    double[] missed = {pairMissed, legs.get(0).missed[row], legs.get(1).missed[row]};
    int seen = chance.atLeastOne(missed, missed.length);
    int signals = (seen & 1) * Signal.SEGMENT.bit();
    if ((seen & 2) != 0) signals |= signal(legs.get(0).struck[row]);
    if ((seen & 4) != 0) signals |= signal(legs.get(1).struck[row]);
    return signals;
  }

  /// @param pair probability to convert before the magnet and not to be seen
  private void apply(float[][] weight, Look whole, float[] pair, float[] converted, int n) {
    float[] missed = whole.missed;
    for (int v = 0; v < weight.length; v++) {
      float[] w = weight[v];
      if (v == Variant.INEFFICIENCY_PLUS_SIGMA.index()) {
        for (int i = 0; i < n; i++) {
          float all = Math.fma(-converted[i], missed[i], missed[i]) + pair[i];
          w[i] *= Math.min(1f, Math.fma(all, relativeSigma[(int) whole.struck[i]], all));
        }
      } else if (v == Variant.CONVERSIONS_UNSEEN.index()) {
        for (int i = 0; i < n; i++) {
          float unseen = Math.fma(blind[(int) whole.struck[i]], converted[i] - pair[i], pair[i]);
          w[i] *= Math.fma(-converted[i], missed[i], missed[i]) + unseen;
        }
      } else {
        for (int i = 0; i < n; i++) {
          w[i] *= Math.fma(-converted[i], missed[i], missed[i]) + pair[i];
        }
      }
    }
  }
}
