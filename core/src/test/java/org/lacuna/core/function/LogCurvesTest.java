package org.lacuna.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogCurvesTest {
  @Test
  void eachRowHasTheValueOfItsOwnCurve() {
    LogCurve[] curves = {new LogCurve(x -> 1 / x), new LogCurve(_ -> 1), new LogCurve(x -> x)};
    float[] number = {2, 0, 1, 0};
    float[] x = {0.3f, 20, 7, 0.02f};
    int[] piece = new int[4];
    float[] all = new float[4];
    float[] one = new float[4];
    LogCurve.pieces(x, piece, 4);
    for (int i = 0; i < 4; i++) {
      curves[(int) number[i]].at(x, piece, one, 4);
      all[i] = one[i];
    }
    float[] y = new float[4];
    new LogCurves(List.of(curves)).at(number, x, piece, y, 4);
    assertThat(y).isEqualTo(all);
  }
}
