package org.lacuna.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.report.figure.Axis.Tick;

class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "-0.2, 0.16, 8, '−0.20 −0.15 −0.10 −0.05 0.00 0.05 0.10 0.15'",
    "190, 400, 8, '200 250 300 350 400'",
    "0, 480, 8, '0 100 200 300 400'",
    "0.4, 1.8, 3, '0.5 1.0 1.5'",
    "-3.5, 3.5, 8, '−3 −2 −1 0 1 2 3'",
    "0, 3e6, 3, '0 1×10<sup>6</sup> 2×10<sup>6</sup> 3×10<sup>6</sup>'",
    "0, 1.2e-5, 3, '0.0 0.5×10<sup>−5</sup> 1.0×10<sup>−5</sup>'",
  })
  void linearLabelsAreRoundNumbers(double low, double high, int most, String expected) {
    assertThat(String.join(" ", labels(Axis.linear("", low, high), most))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-10, 1e-7, 9, '10<sup>−10</sup> 10<sup>−9</sup> 10<sup>−8</sup> 10<sup>−7</sup>'",
    "0.1, 100, 9, '10<sup>−1</sup> 1 10 10<sup>2</sup>'",
    "0.1, 1e9, 6, '1 10<sup>2</sup> 10<sup>4</sup> 10<sup>6</sup> 10<sup>8</sup>'",
    "1.5, 30, 9, '2 5 10 20'",
  })
  void logarithmicLabelsArePowersOfTen(double low, double high, int most, String expected) {
    assertThat(String.join(" ", labels(Axis.logarithmic("", low, high), most))).isEqualTo(expected);
  }

  @Test
  void aDecadeHasEightMinorTicks() {
    List<Tick> ticks = Axis.logarithmic("", 1, 1000).ticks(9);
    assertThat(ticks).filteredOn(tick -> !tick.major()).hasSize(3 * 8);
    assertThat(ticks).filteredOn(Tick::major).hasSize(4);
  }

  @Test
  void linearMinorTicksDivideTheMajorOnesEvenly() {
    List<Tick> ticks = Axis.linear("", 0, 1).ticks(5);
    assertThat(ticks).filteredOn(Tick::major).hasSize(6);
    assertThat(ticks).filteredOn(tick -> !tick.major()).hasSize(5 * 3);
  }

  /// 500 axes from a generator with seed 1.
  @Test
  void labelsAreNeverMoreThanThereIsRoomForAndStayOnTheAxis() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      double low = StrictMath.pow(10, -8 + 10 * random.nextDouble());
      double high = low * StrictMath.pow(10, 0.05 + 8 * random.nextDouble());
      int most = 2 + random.nextInt(9);
      for (Axis axis : List.of(Axis.linear("", -low, high), Axis.logarithmic("", low, high))) {
        List<Tick> ticks = axis.ticks(most);
        boolean fewDecades = axis.scale() == Axis.Scale.LOGARITHMIC && high < 100 * low;
        assertThat(labels(axis, most))
            .as("%s", axis)
            .doesNotHaveDuplicates()
            .hasSizeLessThanOrEqualTo(fewDecades ? 7 : most + 1);
        assertThat(ticks)
            .as("%s", axis)
            .allMatch(t -> axis.fraction(t.value()) > -1e-6 && axis.fraction(t.value()) < 1 + 1e-6);
      }
    }
  }

  @Test
  void fractionsRunFromLowToHigh() {
    Axis axis = Axis.logarithmic("", 1e-8, 1e-4);
    assertThat(axis.fraction(1e-8)).isZero();
    assertThat(axis.fraction(1e-6)).isCloseTo(0.5, within(1e-12));
    assertThat(axis.fraction(1e-4)).isCloseTo(1, within(1e-12));
    assertThat(axis.fraction(0)).isLessThan(-1);
    assertThat(axis.fraction(Double.NaN)).isNaN();
  }

  @Test
  void anAxisForValuesHoldsThem() {
    Axis decades = Axis.logarithmicFor("", 0, DoubleStream.of(3e-9, Double.NaN, 0, 2e-7));
    assertThat(decades.low()).isEqualTo(1e-9);
    assertThat(decades.high()).isEqualTo(1e-6);
    assertThat(Axis.linearFor("", 0.2, DoubleStream.of(0.1, 0.4)).high()).isEqualTo(0.5);
    assertThat(Axis.logarithmicFor("", 0, DoubleStream.empty()).high()).isPositive();
    assertThat(Axis.linearFor("", 0.2, DoubleStream.of(0, 0)).high()).isPositive();
  }

  @Test
  void endsMustRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> Axis.linear("", 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Axis.linear("", 0, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.logarithmic("", 0, 1))
        .withMessageContaining("from above 0");
  }

  private static List<String> labels(Axis axis, int most) {
    return axis.ticks(most).stream().map(Tick::label).filter(label -> !label.isEmpty()).toList();
  }
}
