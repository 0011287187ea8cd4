package org.lacuna.experiment.apparatus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lacuna.core.batch.Ray;

/// What a charged track passes: apertures that stop it, planes that see it, and a thin magnet among
/// them that deflects it horizontally.
///
/// The same planes judge true tracks in the simulation and measured tracks in the selection.
///
/// @param aperturesBefore what a track must pass before the magnet, without being seen
/// @param planesBefore what must see it before the magnet
/// @param magnetZM middle of the magnet
/// @param kickGeV horizontal momentum given to a positive particle
/// @param aperturesAfter what a track must pass behind the magnet
/// @param planesAfter what must see it behind the magnet
public record Spectrometer(
    List<Plane> aperturesBefore,
    List<Plane> planesBefore,
    double magnetZM,
    double kickGeV,
    List<Plane> aperturesAfter,
    List<Plane> planesAfter) {
  private static final float LEAST_FORWARD_GEV2 = 1e-6f;

  public Spectrometer {
    aperturesBefore = sorted(aperturesBefore, Double.NEGATIVE_INFINITY, magnetZM);
    planesBefore = sorted(planesBefore, Double.NEGATIVE_INFINITY, magnetZM);
    aperturesAfter = sorted(aperturesAfter, magnetZM, Double.POSITIVE_INFINITY);
    planesAfter = sorted(planesAfter, magnetZM, Double.POSITIVE_INFINITY);
  }

  private static List<Plane> sorted(List<Plane> planes, double fromM, double toM) {
    for (Plane plane : planes) {
      if (!(plane.z() >= fromM && plane.z() <= toM)) {
        throw new IllegalArgumentException(
            plane.name()
                + " at z = "
                + plane.z()
                + " m lies on the wrong side of the magnet: between "
                + fromM
                + " and "
                + toM
                + " m is allowed");
      }
    }
    return planes.stream().sorted(Comparator.comparingDouble(Plane::z)).toList();
  }

  /// The same without what stands at z or behind it.
  ///
  /// @param zM behind the magnet
  public Spectrometer before(double zM) {
    return new Spectrometer(
        aperturesBefore,
        planesBefore,
        magnetZM,
        kickGeV,
        aperturesAfter.stream().filter(aperture -> aperture.z() < zM).toList(),
        planesAfter.stream().filter(plane -> plane.z() < zM).toList());
  }

  /// Lowers the margin of tracks that miss a plane.
  ///
  /// @param before the track before the magnet
  /// @param after the track behind it
  public void see(float[] margin, Ray before, Ray after, int n) {
    for (Plane plane : planesBefore) plane.lower(margin, before, n);
    for (Plane plane : planesAfter) plane.lower(margin, after, n);
  }

  /// Lowers the margin of tracks that are stopped by an aperture.
  public void pass(float[] margin, Ray before, Ray after, int n) {
    for (Plane aperture : aperturesBefore) aperture.lower(margin, before, n);
    for (Plane aperture : aperturesAfter) aperture.lower(margin, after, n);
  }

  /// Makes the track behind the magnet: the kick is added to the horizontal momentum, the modulus
  /// stays.
  ///
  /// @param charge of the particle, times the sign of the field
  public void bend(Ray before, Ray after, int charge, int n) {
    components(before, after, n);
    float kick = (float) (charge * kickGeV);
    for (int i = 0; i < n; i++) after.slopeX[i] += kick;
    straighten(before, after, n);
  }

  /// The same for particles of any charge.
  public void bend(Ray before, Ray after, float[] charge, int n) {
    components(before, after, n);
    float kick = (float) kickGeV;
    for (int i = 0; i < n; i++) after.slopeX[i] = Math.fma(charge[i], kick, after.slopeX[i]);
    straighten(before, after, n);
  }

  /// The transverse momenta, for a while in the place of the slopes.
  private static void components(Ray before, Ray after, int n) {
    for (int i = 0; i < n; i++) {
      float sx = before.slopeX[i];
      float sy = before.slopeY[i];
      float stretch = (float) Math.sqrt(Math.fma(sx, sx, Math.fma(sy, sy, 1f)));
      float along = before.momentum[i] / stretch;
      after.slopeX[i] = sx * along;
      after.slopeY[i] = sy * along;
    }
  }

  private void straighten(Ray before, Ray after, int n) {
    for (int i = 0; i < n; i++) {
      float px = after.slopeX[i];
      float py = after.slopeY[i];
      float p = before.momentum[i];
      float forward2 = Math.fma(p, p, -Math.fma(px, px, py * py));
      float inverse = 1f / (float) Math.sqrt(Math.max(LEAST_FORWARD_GEV2, forward2));
      after.slopeX[i] = px * inverse;
      after.slopeY[i] = py * inverse;
    }
    float magnet = (float) magnetZM;
    for (int i = 0; i < n; i++) {
      float path = magnet - before.z[i];
      after.x[i] = Math.fma(before.slopeX[i], path, before.x[i]);
      after.y[i] = Math.fma(before.slopeY[i], path, before.y[i]);
    }
    Arrays.fill(after.z, 0, n, magnet);
    System.arraycopy(before.momentum, 0, after.momentum, 0, n);
  }
}
