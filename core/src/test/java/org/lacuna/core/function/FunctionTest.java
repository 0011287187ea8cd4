package org.lacuna.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;

class FunctionTest {
  private interface FloatFunction {
    float of(float x);
  }

  @Test
  void meetsTheExactFunctions() {
    compare(FloatMath::sinPi, x -> StrictMath.sin(Math.PI * x), -1, 1, 6e-7);
    compare(FloatMath::cosPi, x -> StrictMath.cos(Math.PI * x), -1, 1, 6e-7);
    compare(FloatMath::acos, StrictMath::acos, -1, 1, 6e-7);
    compare(FloatMath::oneMinusExp, x -> -StrictMath.expm1(-x), 0, 1, 2e-7);
    compare(FloatMath::minusLnOneMinus, x -> -StrictMath.log1p(-x), 0, 0.16, 2e-8);
    compare(
        x -> FloatMath.ln(3, x), x -> StrictMath.log(8 * x), Math.sqrt(0.5), Math.sqrt(2), 5e-7);
  }

  private static void compare(
      FloatFunction f, DoubleUnaryOperator exact, double low, double high, double tolerance) {
    for (int k = 0; k <= 100_000; k++) {
      float x = (float) (low + (high - low) * k / 100_000);
      float inside = FloatMath.clip(x, (float) low, (float) high);
      assertThat(f.of(inside))
          .as("at %s", inside)
          .isCloseTo((float) exact.applyAsDouble(inside), within((float) tolerance));
    }
  }

  @Test
  void stepsAtZeroAndLetsTheUndefinedPass() {
    for (float margin : new float[] {1e-6f, Float.MIN_NORMAL, Float.MIN_VALUE, 1e30f}) {
      assertThat(FloatMath.step(margin)).isEqualTo(1f);
      assertThat(FloatMath.step(-margin)).isZero();
    }
    assertThat(FloatMath.step(0f)).isZero();
    assertThat(FloatMath.step(-1e-6f)).isZero();
    assertThat(FloatMath.step(Float.NaN)).isNaN();
  }

  @Test
  void curveInterpolatesAndIsConstantOutside() {
    Curve square = new Curve(-1, 3, x -> x * x);
    for (double x = -1; x <= 3; x += 0.0137) {
      assertThat((double) square.at((float) x)).isCloseTo(x * x, within(1e-5));
    }
    assertThat(square.at(-7f)).isEqualTo(1f);
    assertThat(square.at(99f)).isEqualTo(9f);
    float[] x = {-7f, 0.5f, 2f};
    float[] y = new float[3];
    square.at(x, y, 3);
    for (int i = 0; i < 3; i++) assertThat(y[i]).isEqualTo(square.at(x[i]));
  }

  /// The inverse of the cumulative distribution of 2x is √u.
  @Test
  void inverseTurnsUniformNumbersIntoADensity() {
    Curve root = Curve.inverse(0, 1, x -> 2 * x);
    for (double u = 0.01; u <= 1; u += 0.01) {
      assertThat((double) root.at((float) u)).isCloseTo(StrictMath.sqrt(u), within(1e-4));
    }
    assertThat(root.at(1f)).isEqualTo(1f);
  }

  @Test
  void exponentialIsGoodToTheLastBits() {
    for (float x = -10; x <= 10; x += 0.001f) {
      double exact = StrictMath.exp(x);
      assertThat((double) FloatMath.exp(x)).as("at %s", x).isCloseTo(exact, within(1.5e-7 * exact));
    }
  }

  @Test
  void inverseRefusesWhatIsNoDensity() {
    assertThatThrownBy(() -> Curve.inverse(0, 1, x -> x - 0.5)).hasMessageContaining("negative");
    assertThatThrownBy(() -> Curve.inverse(0, 1, x -> 0)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new Curve(1, 1, x -> x)).hasMessageContaining("low < high");
  }

  /// A point lies on no knot: the kink there is cut off by `a²/8000` for a change of power `a`.
  @Test
  void logCurvePassesThroughItsPoints() {
    LogCurve curve = LogCurve.through(new double[] {0.1, 1, 10}, new double[] {1, 1e-2, 1e-3});
    float[] x = {0.01f, 0.1f, 0.3162278f, 1f, 3.162278f, 10f, 200f};
    double[] expected = {1, 1, 0.1, 1e-2, 3.162278e-3, 1e-3, 1e-3};
    int[] piece = Rows.ints(7);
    float[] y = Rows.floats(7);
    LogCurve.pieces(x, piece, 7);
    curve.at(x, piece, y, 7);
    for (int i = 0; i < 7; i++) {
      assertThat((double) y[i]).isCloseTo(expected[i], within(7e-3 * expected[i]));
    }
  }

  @Test
  void logCurveRefusesPointsOutOfOrder() {
    assertThatThrownBy(() -> LogCurve.through(new double[] {1, 1}, new double[] {1, 2}))
        .hasMessageContaining("rising x")
        .hasMessageContaining("number 2");
    assertThatThrownBy(() -> LogCurve.through(new double[] {1}, new double[] {0}))
        .hasMessageContaining("positive");
  }
}
