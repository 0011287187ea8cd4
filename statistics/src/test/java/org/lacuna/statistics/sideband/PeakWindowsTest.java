package org.lacuna.statistics.sideband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakWindowsTest {
  private static final Interval RANGE = new Interval(0.188, 0.386);
  private static final PeakWindows WINDOWS = new PeakWindows(1.5, 11.25, 0.75, RANGE);

  @Test
  void theSignalWindowIsInTheUnitOfTheObservable() {
    assertThat(WINDOWS.signalAt(0.25, 0.002)).isEqualTo(new Interval(0.247, 0.253));
  }

  /// 0.188 is 20 σ below 0.22, and 11.25 σ below 0.206: there the last edge is exactly the end.
  @ParameterizedTest
  @CsvSource({
    "0.206, 0.0016, 26",
    "0.2059999, 0.0016, 25",
    "0.368, 0.0016, 26",
    "0.3680001, 0.0016, 25"
  })
  void aBinEndsExactlyAtTheRangeOrNotAtAll(double centre, double sigma, int bins) {
    assertThat(WINDOWS.sidebandsAt(centre, sigma).bins()).hasSize(bins);
  }

  @Test
  void binsRiseFromOneSidebandToTheOther() {
    assertThat(new PeakWindows(1, 3, 1, RANGE).sidebandsAt(0.25, 0.001))
        .isEqualTo(
            new Sidebands(
                new Interval(-1, 1),
                List.of(
                    new Interval(-3, -2),
                    new Interval(-2, -1),
                    new Interval(1, 2),
                    new Interval(2, 3))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 11.25, 0.75, signal",
    "-1, 11.25, 0.75, signal",
    "NaN, 11.25, 0.75, signal",
    "1.5, 11.25, 0, bin",
    "1.5, 11.25, Infinity, bin",
    "1.5, 11, 0.75, sideband",
    "1.5, 1.5, 0.75, sideband",
    "1.5, -3, 0.75, sideband",
    "1.5, NaN, 0.75, sideband"
  })
  void lengthsThatDoNotFitAreRefused(double signal, double sideband, double bin, String named) {
    assertThatThrownBy(() -> new PeakWindows(signal, sideband, bin, RANGE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named + " = ");
  }

  @ParameterizedTest
  @CsvSource({
    "0.187, 0.001, centre",
    "0.387, 0.001, centre",
    "NaN, 0.001, centre",
    "0.3, 0, sigma",
    "0.3, -1, sigma",
    "0.3, NaN, sigma",
    "0.3, Infinity, sigma"
  })
  void aHypothesisOutsideTheRangeIsRefused(double centre, double sigma, String named) {
    assertThatThrownBy(() -> WINDOWS.sidebandsAt(centre, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named + " = ");
    assertThatThrownBy(() -> WINDOWS.signalAt(centre, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named + " = ");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "-Infinity, 0", "0, Infinity"})
  void anIntervalHasTwoFiniteEndsInOrder(double low, double high) {
    assertThatThrownBy(() -> new Interval(low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[" + low + ", " + high + ")");
  }

  @Test
  void binsOutOfOrderOrInTheWindowAreRefused() {
    Interval window = new Interval(-1, 1);
    assertThatThrownBy(
            () -> new Sidebands(window, List.of(new Interval(1, 2.5), new Interval(2, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without overlap");
    assertThatThrownBy(() -> new Sidebands(window, List.of(new Interval(3, 4), new Interval(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sort");
    assertThatThrownBy(() -> new Sidebands(window, List.of(new Interval(0.9, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signal window");
    assertThatThrownBy(() -> new Sidebands(window, List.of(new Interval(-2, -0.9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signal window");
  }
}
