package org.lacuna.experiment.apparatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;

/// The field of the decay tank as published, reduced to its axis, and its known integrals. How
/// particles fly in it is tested with the flight.
class StrayFieldTest {
  private static final double STATION_M = 102.4;
  private static final double CHAMBER_M = 183.508;
  private static final double[] Z_M = {
    104.5, 106.8, 108.8, 110.8, 112.8, 114.8, 116.6, 118.4, 120.2, 122.7, 125.2, 127.7, 132.8,
    137.9, 140.4, 142.9, 148.0, 150.7, 154.0, 157.0, 161.5, 168.5, 175.9, 183.3
  };
  private static final double[] BX_UT = {
    -69, -40, 5, -28, -10, 5, 30, 89, 66, 7, -9, 2, 1, 5, 24, 17, 33, 17, -25, -15, -10, 4, 13, 4
  };
  private static final double[] BY_UT = {
    -25, -22, -35, -51, -32, -23, -23, -29, -13, -7, -16, -23, -16, -13, -30, -6, -3, -10, -9, -13,
    -15, -3, -4, -9
  };

  private final StrayField field =
      new StrayField(STATION_M, CHAMBER_M, Z_M, tesla(BX_UT), tesla(BY_UT));
  private final float[] z = Rows.floats(Rows.BLOCK);
  private final float[] kickX = Rows.floats(Rows.BLOCK);
  private final float[] shiftX = Rows.floats(Rows.BLOCK);
  private final float[] kickY = Rows.floats(Rows.BLOCK);
  private final float[] shiftY = Rows.floats(Rows.BLOCK);

  private static double[] tesla(double[] microTesla) {
    double[] tesla = microTesla.clone();
    for (int k = 0; k < tesla.length; k++) tesla[k] *= 1e-6;
    return tesla;
  }

  private void look(StrayField in, int n) {
    float[] inside = Rows.floats(Rows.BLOCK);
    in.at(z, Rows.ints(Rows.BLOCK), inside, n, kickX, shiftX, kickY, shiftY);
  }

  /// The integrals are quoted in whole uT m, with the last value held up to the chamber; here the
  /// field ends at the last knot. A positive particle gains `-k By` and `k Bx`.
  @Test
  void hasTheKnownIntegralsToTheFirstChamber() {
    z[0] = 105;
    z[1] = 113;
    z[2] = 140;
    look(field, 3);
    double[] byMicroTeslaM = {-1130, -856, -363};
    double[] bxMicroTeslaM = {446, 637, 231};
    int last = Z_M.length - 1;
    double held = CHAMBER_M - Z_M[last];
    double gev = 0.299792458e-6;
    for (int k = 0; k < 3; k++) {
      double by = byMicroTeslaM[k] - held * BY_UT[last];
      double bx = bxMicroTeslaM[k] - held * BX_UT[last];
      assertThat((double) field.wholeKickX() - kickX[k])
          .as("horizontally from %s m", z[k])
          .isCloseTo(-gev * by, within(0.5 * gev));
      assertThat((double) field.wholeKickY() - kickY[k])
          .as("vertically from %s m", z[k])
          .isCloseTo(gev * bx, within(0.5 * gev));
    }
  }

  /// The shift is what is gathered by a particle that is at rest at the station: `G(z) = int (z -
  /// t) dF(t)`, here by trapezoids of a centimetre.
  @Test
  void shiftsByTheIntegralOfTheKick() {
    int n = 811;
    for (int k = 0; k < n; k++) z[k] = (float) (STATION_M + 0.1 * k);
    look(field, n);
    double sumX = 0;
    double sumY = 0;
    for (int k = 1; k < n; k++) {
      sumX += 0.05 * (kickX[k] + kickX[k - 1]);
      sumY += 0.05 * (kickY[k] + kickY[k - 1]);
      assertThat((double) shiftX[k]).as("at %s", z[k]).isCloseTo(sumX, within(2e-6));
      assertThat((double) shiftY[k]).as("at %s", z[k]).isCloseTo(sumY, within(2e-6));
    }
    assertThat(Math.abs(field.wholeShiftX())).isGreaterThan(0.01f);
  }

  @Test
  void beginsAtTheStationAndEndsAtTheChamber() {
    z[0] = (float) STATION_M;
    z[1] = (float) CHAMBER_M;
    z[2] = 90;
    z[3] = 250;
    look(field, 4);
    assertThat(new float[] {kickX[0], shiftX[0], kickY[0], shiftY[0]}).containsOnly(0f);
    assertThat(new float[] {kickX[2], shiftX[2], kickY[2], shiftY[2]}).containsOnly(0f);
    Percentage rounding = withPercentage(1e-4);
    for (int k : new int[] {1, 3}) {
      assertThat(kickX[k]).isCloseTo(field.wholeKickX(), rounding);
      assertThat(shiftX[k]).isCloseTo(field.wholeShiftX(), rounding);
      assertThat(kickY[k]).isCloseTo(field.wholeKickY(), rounding);
      assertThat(shiftY[k]).isCloseTo(field.wholeShiftY(), rounding);
    }
    assertThat(field.chamberZ()).isEqualTo((float) CHAMBER_M);
  }

  @Test
  void isNothingWithoutKnots() {
    double[] none = {};
    StrayField off = new StrayField(STATION_M, CHAMBER_M, none, none, none);
    assertThat(off.wholeKickX()).isZero();
    assertThat(off.wholeShiftY()).isZero();
  }

  @Test
  void refusesKnotsThatDoNotMatch() {
    double[] two = {110, 120};
    double[] one = {1e-6};
    assertThatThrownBy(() -> new StrayField(STATION_M, CHAMBER_M, two, one, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 knots")
        .hasMessageContaining("1 Bx");
    double[] falling = {120, 110};
    assertThatThrownBy(() -> new StrayField(STATION_M, CHAMBER_M, falling, two, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rise")
        .hasMessageContaining("110");
  }

  @Test
  void refusesAChamberBeforeTheStation() {
    assertThatThrownBy(() -> new StrayField(CHAMBER_M, STATION_M, Z_M, BX_UT, BY_UT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("183.508");
  }
}
