package org.lacuna.statistics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.HybridCls;
import org.lacuna.statistics.counting.Limit;
import org.lacuna.statistics.counting.LimitMethod;
import org.lacuna.statistics.counting.LimitSettings;
import org.lacuna.statistics.function.PoissonTerm;
import org.lacuna.statistics.study.CoverageStudy.Coverage;
import org.lacuna.statistics.study.CoverageStudy.Point;

class CoverageStudyTest {
  private static final int TOYS = 5000;
  private static final long SEED = 7;

  private static CoverageStudy study(LimitMethod method) {
    return new CoverageStudy(method, Background.Gaussian::new, 0.9, TOYS, SEED);
  }

  /// Against the sum over all counts; four binomial errors, so one false alarm in 3000 seeds.
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2.4", "3, 2.4", "3, 10", "100, 20"})
  void aKnownBackgroundCoversAsOftenAsTheSumOverCountsSays(double background, double signal) {
    Coverage found = study(new HybridCls(0.9)).at(new Point(background, 0, signal));
    double sum = 0;
    for (long n = 0; n < background + signal + 10 * Math.sqrt(background + signal) + 20; n++) {
      Limit limit =
          new HybridCls(0.9)
              .limit(new CountingExperiment(n, new Background.Gaussian(background, 0)));
      if (limit.observed().events() >= signal) {
        sum += StrictMath.exp(new PoissonTerm((double) n).log(background + signal));
      }
    }
    double error = Math.sqrt(sum * (1 - sum) / TOYS);
    assertThat(found.coverage()).isCloseTo(sum, within(4 * error + 1e-9));
    assertThat(found.covers()).isTrue();
  }

  /// `n - b₀` scatters by `√(s + b + δ²)`: a limit of `n - b₀ + k` covers with probability
  /// `Φ(k/σ)`. Four binomial errors of 5000.
  @Test
  void theMeasuredBackgroundScattersByItsUncertainty() {
    Point point = new Point(10_000, 300, 500);
    double width = Math.sqrt(10_500 + 300.0 * 300);
    CoverageStudy oneSigma = study(fixed(e -> e.observed() - e.background().expected() + width));
    assertThat(oneSigma.at(point).coverage()).isCloseTo(0.8413, within(0.021));
  }

  @Test
  void backgroundsAreNeverNegative() {
    study(
            fixed(e -> {
              assertThat(e.background().expected()).isNotNegative();
              return 0;
            }))
        .at(new Point(1, 2, 0));
  }

  @Test
  void aMethodThatExcludesEverythingIsFound() {
    Coverage none = study(fixed(_ -> 0)).at(new Point(1, 0.5, 1));
    assertThat(none.coverage()).isZero();
    assertThat(none.covers()).isFalse();
    assertThat(none.uncertainty()).isCloseTo(Math.sqrt(0.09 / TOYS), within(1e-15));
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherOneNot() {
    Point point = new Point(20, 4, 10);
    double once = study(new HybridCls(0.9)).at(point).coverage();
    assertThat(study(new HybridCls(0.9)).at(point).coverage()).isEqualTo(once);
    CoverageStudy other =
        new CoverageStudy(new HybridCls(0.9), Background.Gaussian::new, 0.9, TOYS, SEED + 1);
    assertThat(other.at(point).coverage()).isNotEqualTo(once);
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertThatThrownBy(() -> new Point(-1, 0, 0)).hasMessageContaining("background -1.0");
    assertThatThrownBy(() -> new Point(1, Double.NaN, 0)).hasMessageContaining("uncertainty NaN");
    assertThatThrownBy(() -> new Point(1, 0, 1e10)).hasMessageContaining("signal 1.0E10");
    assertThatThrownBy(
            () -> new CoverageStudy(new HybridCls(0.9), Background.Gaussian::new, 0.9, 0, 1))
        .hasMessageContaining("toys = 0");
    assertThatThrownBy(
            () -> new CoverageStudy(new HybridCls(0.9), Background.Gaussian::new, 1, 10, 1))
        .hasMessageContaining("level = 1.0");
  }

  private interface UpperEnd {
    double of(CountingExperiment experiment);
  }

  private static LimitMethod fixed(UpperEnd end) {
    return new LimitMethod() {
      @Override
      public Limit limit(CountingExperiment experiment) {
        throw new UnsupportedOperationException("only the allowed signals are asked for");
      }

      @Override
      public Limit.Interval allowed(CountingExperiment experiment) {
        return new Limit.Interval(0, end.of(experiment));
      }
    };
  }

  @Test
  void allowedSignalsAreThoseOfTheLimit() {
    CountingExperiment experiment = new CountingExperiment(12, new Background.Gaussian(9, 2));
    for (LimitMethod.Kind kind : LimitMethod.Kind.BY_NAME.values()) {
      if (kind.equals(LimitMethod.Kind.named("feldman-cousins-monotone"))) continue;
      LimitMethod method = kind.with(new LimitSettings(0.9));
      Limit limit = method.limit(experiment);
      Limit.Interval allowed = method.allowed(experiment);
      assertThat(allowed.upper()).isCloseTo(limit.observed().events(), within(1e-12));
      assertThat(allowed.holds(allowed.upper())).isTrue();
      assertThat(allowed.holds(1.001 * allowed.upper())).isFalse();
    }
  }
}
