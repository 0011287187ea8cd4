package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against sums over all counts, whose probabilities without a signal are known in closed form for
/// two densities and a sum over a fine grid for the third.
class SmearedPoissonTest {
  private static final int MOST = 300;
  private static final double[] SIGNALS = {0, 0.7, 30};
  private static final int[] COUNTS = {0, 1, 5, 13, 60};

  /// `P(n | b)` for all n below [#MOST], by another way than an integral over Poisson terms.
  static final class Exact {
    private final Background background;
    private final double[] masses;

    private Exact(Background background, double[] masses) {
      this.background = background;
      this.masses = masses;
    }

    @Override
    public String toString() {
      return background.toString();
    }
  }

  static Stream<Exact> backgrounds() {
    return Stream.of(
        known(0.3),
        known(20),
        cutNormal(0, 0.8),
        cutNormal(3, 1.2),
        cutNormal(40, 3),
        cutNormal(60, 7),
        negativeBinomial(2, 3),
        negativeBinomial(0.4, 0.1),
        negativeBinomial(1, 2),
        negativeBinomial(30, 6),
        logNormal(0.9, 0.5),
        logNormal(4, 1.5),
        logNormal(50, 5));
  }

  /// Whole counts of a gamma background are summed, all others integrated: the continuation goes
  /// through the sums. The slope is below 1 per count.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 3, 40})
  void betweenWholeCountsTheDistributionOfAGammaBackgroundIsContinuous(double sigma) {
    SmearedPoisson counts = new SmearedPoisson(new Background.Gamma(3, sigma));
    for (double signal : SIGNALS) {
      for (int count : COUNTS) {
        assertThat(counts.logAtMost(count + 1e-9, signal))
            .as("%d on %s with %s", count, counts, signal)
            .isCloseTo(counts.logAtMost(count, signal), within(1e-8));
      }
    }
  }

  private static Exact known(double b) {
    return new Exact(
        new Background.Gaussian(b, 0),
        IntStream.range(0, MOST).mapToDouble(n -> poisson(n, b)).toArray());
  }

  /// With `m = b₀ − δ²` integration by parts gives `n p(n) = m p(n−1) + δ² p(n−2)`; p(0) is that of
  /// a normal density times `exp(−b)`, cut at 0.
  private static Exact cutNormal(double b, double delta) {
    NormalDistribution normal = new NormalDistribution();
    double m = b - delta * delta;
    double[] p = new double[MOST];
    double kept = normal.cumulativeProbability(b / delta);
    p[0] = Math.exp(-b + delta * delta / 2) * normal.cumulativeProbability(m / delta) / kept;
    p[1] = m * p[0] + delta * normal.density(b / delta) / kept;
    for (int n = 2; n < MOST; n++) p[n] = (m * p[n - 1] + delta * delta * p[n - 2]) / n;
    return new Exact(new Background.Gaussian(b, delta), p);
  }

  private static Exact negativeBinomial(double b, double delta) {
    double shape = b / delta * (b / delta);
    double scale = delta * delta / b;
    double[] p = new double[MOST];
    p[0] = Math.pow(1 + scale, -shape);
    for (int n = 1; n < MOST; n++) p[n] = p[n - 1] * (shape + n - 1) / n * scale / (1 + scale);
    return new Exact(new Background.Gamma(b, delta), p);
  }

  /// The sum over equal steps in `ln b` is as good as the integral: the integrand falls faster than
  /// any exponential on both sides.
  private static Exact logNormal(double b, double delta) {
    double[] p = new double[MOST];
    for (int n = 0; n < MOST; n++) {
      int count = n;
      p[n] = overFactor(delta / b, factor -> poisson(count, factor * b));
    }
    return new Exact(new Background.LogNormal(b, delta), p);
  }

  private static double overFactor(double relative, java.util.function.DoubleUnaryOperator of) {
    double step = 1 / 16.0;
    double sum = 0;
    for (int i = -192; i <= 192; i++) {
      double z = i * step;
      sum +=
          step
              * Math.exp(-z * z / 2)
              / Math.sqrt(2 * Math.PI)
              * of.applyAsDouble(Math.exp(z * Math.log1p(relative)));
    }
    return sum;
  }

  private static double poisson(int n, double mean) {
    return mean == 0
        ? (n == 0 ? 1 : 0)
        : Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1.0));
  }

  /// `P(n | s + b)` for all n, by adding up how the signal and the background may share it.
  private static double[] withSignal(Exact exact, double signal) {
    double[] ofSignal = new double[MOST];
    for (int n = 0; n < MOST; n++) ofSignal[n] = poisson(n, signal);
    double[] sum = new double[MOST];
    for (int n = 0; n < MOST; n++) {
      for (int k = 0; k <= n; k++) sum[n] += ofSignal[n - k] * exact.masses[k];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("backgrounds")
  void probabilitiesAreThoseOfCountsThatAdd(Exact exact) {
    SmearedPoisson counts = new SmearedPoisson(exact.background);
    for (double signal : SIGNALS) {
      double[] masses = withSignal(exact, signal);
      for (int n : COUNTS) {
        double atMost = IntStream.rangeClosed(0, n).mapToDouble(k -> masses[k]).sum();
        double atLeast = IntStream.range(n, MOST).mapToDouble(k -> masses[k]).sum();
        assertLogarithm(n + " of signal " + signal, counts.logMass(n, signal), masses[n]);
        assertLogarithm("at most " + n + " of " + signal, counts.logAtMost(n, signal), atMost);
        assertLogarithm("at least " + n + " of " + signal, counts.logAtLeast(n, signal), atLeast);
      }
    }
  }

  /// To 2e-11, and where the sums are small to their rounding.
  private static void assertLogarithm(String what, double actual, double probability) {
    double expected = Math.log(probability);
    assertThat(actual).as(what).isCloseTo(expected, within(2e-11 - 1e-12 * expected));
  }

  /// Two integrals that have nothing in common, from none to a thousand million counts.
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 15, 3e3, 1e6, 1e9})
  void theTwoTailsLeaveNothingOut(double b) {
    for (double relative : new double[] {0, 1e-6, 0.01, 0.3}) {
      for (Background background :
          new Background[] {
            new Background.Gaussian(b, relative * b + (relative > 0 ? 0.1 : 0)),
            new Background.LogNormal(b + 0.1, relative * b),
            new Background.Gamma(b + 0.1, relative * b)
          }) {
        SmearedPoisson counts = new SmearedPoisson(background);
        double spread = Math.sqrt(b + background.sigma() * background.sigma());
        for (double z : new double[] {-3, 0, 0.5, 4}) {
          double n = Math.max(0, Math.floor(b + z * spread));
          for (double signal : new double[] {0, 0.3 * spread}) {
            double atMost = Math.exp(counts.logAtMost(n, signal));
            double atLeast = Math.exp(counts.logAtLeast(n + 1, signal));
            assertThat(atMost + atLeast)
                .as("%s, n = %s, s = %s", background, n, signal)
                .isCloseTo(1, within(1e-10));
          }
        }
      }
    }
  }

  @Test
  void farTailsAreKnownByTheirLogarithms() {
    // All or nothing of a known background: exp(−b).
    assertThat(new SmearedPoisson(new Background.Gaussian(1e5, 0)).logAtMost(0, 0)).isEqualTo(-1e5);
    // Of a normal one, cut at 0, with δ² above b₀: close to 0 the density is flat.
    SmearedPoisson normal = new SmearedPoisson(new Background.Gaussian(1e5, 1e3));
    double x = 1e3 - 1e2;
    double logTail = -x * x / 2 - Math.log(x * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / (x * x));
    assertThat(normal.logAtMost(0, 0)).isCloseTo(-1e5 + 5e5 + logTail, within(1e-6));
    // Of a gamma one the probability of none is (1 + θ)^−k, and that of very many (θ/(1 + θ))ⁿ.
    SmearedPoisson gamma = new SmearedPoisson(new Background.Gamma(1e5, 1e3));
    assertThat(gamma.logAtMost(0, 0)).isCloseTo(-1e4 * Math.log(11), within(1e-7));
    SmearedPoisson geometric = new SmearedPoisson(new Background.Gamma(2, 2));
    assertThat(geometric.logAtLeast(1000, 0)).isCloseTo(1000 * Math.log(2 / 3.0), within(1e-8));
    assertThat(geometric.logAtMost(1000, 0)).isCloseTo(0, within(1e-15)).isLessThanOrEqualTo(0);
  }

  @Test
  void noCountOrMoreIsCertain() {
    assertThat(new SmearedPoisson(new Background.Gaussian(3, 1)).logAtLeast(0, 2)).isZero();
    assertThat(new SmearedPoisson(new Background.Gaussian(0, 0)).logAtMost(0, 0)).isZero();
    assertThat(new SmearedPoisson(new Background.Gaussian(0, 0)).logAtLeast(1, 0))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /// The cumulative probability of a real count continues that of whole ones by the incomplete
  /// gamma function.
  @Test
  void betweenWholeCountsProbabilitiesAreContinued() {
    SmearedPoisson counts = new SmearedPoisson(new Background.Gaussian(7.5, 0));
    for (double n : new double[] {0.2, 3.7, 11.5}) {
      assertThat(counts.logAtMost(n, 1.5))
          .isCloseTo(Math.log(Gamma.regularizedGammaQ(n + 1, 9)), within(1e-10));
    }
    SmearedPoisson smeared = new SmearedPoisson(new Background.Gaussian(7.5, 1.5));
    for (double n = 0; n < 20; n += 0.25) {
      assertThat(smeared.logAtMost(n + 0.25, 1.5)).isGreaterThan(smeared.logAtMost(n, 1.5));
    }
  }

  /// The signal has a factor with a log-normal density; the sum over equal steps of its logarithm
  /// is as good as the integral.
  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.5})
  void theEfficiencyIsAveragedOver(double relative) {
    Background background = new Background.Gaussian(6, 2);
    SmearedPoisson exact = new SmearedPoisson(background);
    SmearedPoisson counts = new SmearedPoisson(background, relative);
    assertThat(counts.logAtMost(3, 0)).isEqualTo(exact.logAtMost(3, 0));
    for (double signal : new double[] {3, 900}) {
      for (int n : new int[] {4, 900}) {
        assertThat(Math.exp(counts.logMass(n, signal)))
            .isCloseTo(
                overFactor(relative, x -> Math.exp(exact.logMass(n, signal * x))), within(1e-10));
        assertThat(Math.exp(counts.logAtMost(n, signal)))
            .isCloseTo(
                overFactor(relative, x -> Math.exp(exact.logAtMost(n, signal * x))), within(1e-10));
        assertThat(Math.exp(counts.logAtLeast(n, signal)))
            .isCloseTo(
                overFactor(relative, x -> Math.exp(exact.logAtLeast(n, signal * x))),
                within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6, -2, -1, -0.01, 0, 1, 2, 5})
  void quantilesAreTheFirstCountsThatHoldTheProbability(double z) {
    double probability = new NormalDistribution().cumulativeProbability(z);
    for (Background background :
        new Background[] {
          new Background.Gaussian(0, 0),
          new Background.Gaussian(0, 2),
          new Background.Gaussian(2.3, 0),
          new Background.Gaussian(100, 30),
          new Background.LogNormal(3, 4),
          new Background.Gamma(1, 3),
          new Background.Gaussian(1e7, 1e5)
        }) {
      SmearedPoisson counts = new SmearedPoisson(background);
      SmearedPoisson.Quantile quantile = counts.quantile(z);
      assertThat(quantile.logAtMost()).isEqualTo(counts.logAtMost((double) quantile.count(), 0));
      assertThat(Math.exp(quantile.logAtMost()))
          .as("%s", background)
          .isGreaterThanOrEqualTo(probability - 2e-12);
      if (quantile.count() > 0) {
        assertThat(Math.exp(counts.logAtMost(quantile.count() - 1.0, 0)))
            .as("%s", background)
            .isLessThan(probability);
      }
    }
  }

  /// `P(n ≤ 0) = ½` of a known background of `ln 2`, but for rounding.
  @Test
  void ofATieTheSmallerCountIsTaken() {
    double b = Math.log(2);
    assertThat(new SmearedPoisson(new Background.Gaussian(b * (1 + 1e-13), 0)).quantile(0).count())
        .isZero();
    assertThat(new SmearedPoisson(new Background.Gaussian(b * (1 + 1e-11), 0)).quantile(0).count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aSignalUncertaintyIsAFraction(double uncertainty) {
    Background background = new Background.Gaussian(1, 0);
    assertThatThrownBy(() -> new SmearedPoisson(background, uncertainty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("signal uncertainty " + uncertainty + " must be a fraction from 0 to 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, Double.POSITIVE_INFINITY, Double.NaN})
  void aSignalIsFiniteAndNotNegative(double signal) {
    SmearedPoisson counts = new SmearedPoisson(new Background.Gaussian(1, 0));
    assertThatThrownBy(() -> counts.logAtMost(1, signal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("signal " + signal + " must be finite and at least 0");
  }
}
