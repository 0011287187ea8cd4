package org.lacuna.experiment.apparatus;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.core.function.Curves;
import org.lacuna.physics.particle.Constants;

/// The weak magnetic field in the decay tank, on its axis, between the last beam station and the
/// first chamber.
///
/// A positive particle along z gains `dp_x/dz = −k B_y`, `dp_y/dz = k B_x` with `k = 0.2998
/// GeV/Tm`. To first order everything follows from four functions of z: the kicks `F(z) = ∫ₐᶻ
/// dp/dz` and the shifts `G(z) = ∫ₐᶻ F`, from the station at `a` on. A particle of momentum p that
/// is at z has, at the chamber at `b`, turned by `[F(b) − F(z)]/p` and been shifted by `[G(b) −
/// G(z) − F(z)(b − z)]/p`. Terms off the axis are neglected.
public final class StrayField {
  private static final double GEV_PER_TESLA_METRE = Constants.SPEED_OF_LIGHT_M_PER_NS;
  private static final int CELLS = 1 << 14;

  private final double fromM;
  private final double toM;
  private final Curves kickAndShift;

  /// @param fromM last beam station
  /// @param toM first chamber
  /// @param zM knots, rising
  /// @param bxTesla horizontal field at the knots; straight lines between them, zero outside
  /// @param byTesla vertical field at the knots
  public StrayField(double fromM, double toM, double[] zM, double[] bxTesla, double[] byTesla) {
    if (zM.length != bxTesla.length || zM.length != byTesla.length) {
      throw new IllegalArgumentException(
          "the field has "
              + zM.length
              + " knots, "
              + bxTesla.length
              + " Bx and "
              + byTesla.length
              + " By; as many of each are needed");
    }
    for (int k = 1; k < zM.length; k++) {
      if (!(zM[k] > zM[k - 1])) {
        throw new IllegalArgumentException(
            "the knots of the field rise, but " + zM[k] + " m follows " + zM[k - 1] + " m");
      }
    }
    if (!(fromM < toM)) {
      throw new IllegalArgumentException(
          "the chamber must stand behind the station at " + fromM + " m, not at " + toM + " m");
    }
    this.fromM = fromM;
    this.toM = toM;
    double[][] x = integrals(z -> -GEV_PER_TESLA_METRE * interpolate(zM, byTesla, z));
    double[][] y = integrals(z -> GEV_PER_TESLA_METRE * interpolate(zM, bxTesla, z));
    kickAndShift = new Curves(fromM, toM, table(x[0]), table(x[1]), table(y[0]), table(y[1]));
  }

  /// First and second integral at the edges of equal cells.
  private double[][] integrals(DoubleUnaryOperator kickPerM) {
    double width = (toM - fromM) / CELLS;
    double[] kick = new double[CELLS + 1];
    double[] shift = new double[CELLS + 1];
    for (int k = 0; k < CELLS; k++) {
      double gained = kickPerM.applyAsDouble(fromM + (k + 0.5) * width) * width;
      kick[k + 1] = kick[k] + gained;
      shift[k + 1] = shift[k] + (kick[k] + gained / 2) * width;
    }
    return new double[][] {kick, shift};
  }

  private DoubleUnaryOperator table(double[] atEdges) {
    return z -> {
      double t = Math.min(CELLS, Math.max(0, (z - fromM) / (toM - fromM) * CELLS));
      int k = (int) Math.min(CELLS - 1, t);
      return atEdges[k] + (t - k) * (atEdges[k + 1] - atEdges[k]);
    };
  }

  private static double interpolate(double[] x, double[] y, double at) {
    if (x.length == 0 || at < x[0] || at > x[x.length - 1]) return 0;
    int k = 0;
    while (k < x.length - 2 && x[k + 1] < at) k++;
    return y[k] + (at - x[k]) / (x[k + 1] - x[k]) * (y[k + 1] - y[k]);
  }

  /// First chamber, in m.
  public float chamberZ() {
    return (float) toM;
  }

  /// Looks up kick and shift, horizontally and vertically, at each z.
  ///
  /// @param piece work space
  /// @param inside work space
  /// @param kickX receives F_x in GeV, and so on
  public void at(
      float[] z,
      int[] piece,
      float[] inside,
      int n,
      float[] kickX,
      float[] shiftX,
      float[] kickY,
      float[] shiftY) {
    kickAndShift.at(z, piece, inside, n, kickX, shiftX, kickY, shiftY);
  }

  /// Horizontal kick in GeV from the station to the chamber.
  public float wholeKickX() {
    return kickAndShift.at(0, (float) toM);
  }

  /// Horizontal shift in GeV m from the station to the chamber.
  public float wholeShiftX() {
    return kickAndShift.at(1, (float) toM);
  }

  /// Vertical kick in GeV.
  public float wholeKickY() {
    return kickAndShift.at(2, (float) toM);
  }

  /// Vertical shift in GeV m.
  public float wholeShiftY() {
    return kickAndShift.at(3, (float) toM);
  }
}
