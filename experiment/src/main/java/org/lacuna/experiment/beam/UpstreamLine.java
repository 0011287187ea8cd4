package org.lacuna.experiment.beam;

import java.util.Comparator;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.physics.decay.Truth;

/// The last part of the beam line: what stands between the place from which kaons are followed and
/// the last station of the GTK.
///
/// A kaon that decays here leaves no track in the GTK, but its muon may reach the detectors, and a
/// pile-up particle may be taken for the kaon. Magnets are thin, apertures are walls that stop
/// everything; what comes out of a wall again, and the field around the scraper, are neglected.
///
/// @param fromM where kaons are followed from
/// @param toM the last station
/// @param elements in any order
public record UpstreamLine(double fromM, double toM, List<Element> elements) {

  /// Something in the beam line.
  public interface Element {
    String name();

    /// Where a particle has passed it, in m.
    float z();

    /// Changes rays that are at z and have come through, and lowers the margin of those that have
    /// not.
    ///
    /// @param startZ where each ray started; those behind z do not see the element
    void pass(Ray ray, float[] startZ, float[] margin, int n);
  }

  /// A thin magnet.
  ///
  /// @param z its middle, in m
  /// @param kickXGeV horizontal momentum given to a positive particle
  /// @param kickYGeV vertical momentum
  public record Bend(String name, float z, float kickXGeV, float kickYGeV) implements Element {
    @Override
    public void pass(Ray ray, float[] startZ, float[] margin, int n) {
      for (int i = 0; i < n; i++) {
        float perMomentum = (startZ[i] < z ? 1f : 0f) / ray.momentum[i];
        ray.slopeX[i] = Math.fma(kickXGeV, perMomentum, ray.slopeX[i]);
        ray.slopeY[i] = Math.fma(kickYGeV, perMomentum, ray.slopeY[i]);
      }
    }
  }

  /// A rectangular channel in something thick; all lengths in m.
  ///
  /// @param from its front
  /// @param z its back
  /// @param centreY its middle, upwards
  /// @param halfX half of its width
  /// @param halfY half of its height
  public record Channel(String name, float from, float z, float centreY, float halfX, float halfY)
      implements Element {
    @Override
    public void pass(Ray ray, float[] startZ, float[] margin, int n) {
      for (int i = 0; i < n; i++) {
        // At the back, and at the front or where it started inside.
        float back = startZ[i] < z ? inside(ray.x[i], ray.y[i]) : 1f;
        float path = Math.max(startZ[i], from) - z;
        float x = Math.fma(ray.slopeX[i], path, ray.x[i]);
        float y = Math.fma(ray.slopeY[i], path, ray.y[i]);
        float front = startZ[i] < z ? inside(x, y) : 1f;
        margin[i] = Math.min(margin[i], Math.min(front, back));
      }
    }

    private float inside(float x, float y) {
      return Math.min(halfX - Math.abs(x), halfY - Math.abs(y - centreY));
    }
  }

  public UpstreamLine {
    elements = elements.stream().sorted(Comparator.comparingDouble(Element::z)).toList();
    for (Element element : elements) {
      if (!(element.z() > fromM && element.z() <= toM + 2)) {
        throw new IllegalArgumentException(
            element.name()
                + " at "
                + element.z()
                + " m is not in the upstream beam line, "
                + fromM
                + " m to the last station at "
                + toM
                + " m or up to 2 m behind it");
      }
    }
  }

  /// Decays in this part of the line for each one in the fiducial volume, at one momentum.
  public double decaysPerFiducialDecay(Beam beam, double momentumGeV) {
    return beam.decaysBetween(fromM, toM, momentumGeV)
        / beam.decaysBetween(beam.fiducialStartM(), beam.fiducialEndM(), momentumGeV);
  }

  /// Takes kaons from the last station back to where they decay.
  public void back(Truth truth) {
    Ray kaon = truth.kaon;
    int n = truth.n;
    for (Element element : elements.reversed()) {
      if (!(element instanceof Bend bend) || bend.z > (float) toM) continue;
      for (int i = 0; i < n; i++) {
        float there = Math.min(kaon.z[i], Math.max(bend.z, truth.decayZ[i]));
        move(kaon, i, there);
        float perMomentum = (truth.decayZ[i] < bend.z ? -1f : 0f) / kaon.momentum[i];
        kaon.slopeX[i] = Math.fma(bend.kickXGeV, perMomentum, kaon.slopeX[i]);
        kaon.slopeY[i] = Math.fma(bend.kickYGeV, perMomentum, kaon.slopeY[i]);
      }
    }
    for (int i = 0; i < n; i++) move(kaon, i, truth.decayZ[i]);
  }

  /// Takes the charged daughters to the last station, from where they go on as if they had been
  /// born there. Elements just behind it, such as a guard counter, are looked at on the way.
  public void forth(Truth truth) {
    Ray ray = truth.chargedRay;
    int n = truth.n;
    for (Element element : elements) {
      for (int i = 0; i < n; i++) move(ray, i, Math.max(truth.decayZ[i], element.z()));
      element.pass(ray, truth.decayZ, truth.margin, n);
    }
    for (int i = 0; i < n; i++) {
      move(ray, i, (float) toM);
      truth.decayZ[i] = (float) toM;
    }
  }

  private static void move(Ray ray, int i, float z) {
    float path = z - ray.z[i];
    ray.x[i] = Math.fma(ray.slopeX[i], path, ray.x[i]);
    ray.y[i] = Math.fma(ray.slopeY[i], path, ray.y[i]);
    ray.z[i] = z;
  }
}
