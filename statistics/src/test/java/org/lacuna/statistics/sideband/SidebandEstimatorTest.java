package org.lacuna.statistics.sideband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.sideband.SidebandOutcome.InsufficientSideband;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;

class SidebandEstimatorTest {
  private static final PeakWindows WINDOWS =
      new PeakWindows(1.5, 11.25, 0.75, new Interval(188, 386));
  private static final Sidebands FULL = WINDOWS.sidebandsAt(290, 1);

  @ParameterizedTest
  @EnumSource
  void aQuadraticSpectrumIsRecoveredExactly(FitStatistic statistic) {
    SidebandEstimate estimate =
        of(
            new SidebandEstimator(2, 3, statistic),
            FULL,
            integrals(FULL, t -> 700 * t - 20 * t * t + t * t * t / 3));
    assertThat(estimate.expected()).isCloseTo(3 * 700 + 2 * 1.125, within(1e-8));
    assertThat(estimate.systematic()).isCloseTo(0, within(1e-8));
    assertThat(estimate.deviance()).isCloseTo(0, within(1e-9));
    assertThat(estimate.status()).isEqualTo("ok");
  }

  @Test
  void aCubicSpectrumIsTheBusinessOfTheAlternativeOrder() {
    double[] contents =
        integrals(WINDOWS.sidebandsAt(200, 1.7), t -> 900 * t - 12 * t * t + 0.2 * t * t * t * t);
    SidebandEstimate cubic =
        of(
            new SidebandEstimator(3, 2, FitStatistic.POISSON),
            WINDOWS.sidebandsAt(200, 1.7),
            contents);
    assertThat(cubic.expected()).isCloseTo(2700, within(1e-7));
    assertThat(cubic.systematic()).isGreaterThan(1);
  }

  /// 0.647 √N is what the geometry gives: g C g of the normal equations with equal weights.
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aFlatSpectrumHasTheErrorOfItsGeometry(int order) {
    SidebandEstimate estimate =
        of(
            new SidebandEstimator(order, order, FitStatistic.POISSON),
            FULL,
            integrals(FULL, t -> 400 * t));
    assertThat(estimate.expected()).isCloseTo(1200, within(1e-8));
    assertThat(estimate.statistical() / Math.sqrt(1200)).isCloseTo(0.647, within(5e-4));
    assertThat(estimate.systematic()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "-40, 0.1", "1e6, 250"})
  void originAndUnitOfTheAxisDoNotMatter(double origin, double unit) {
    long[] counts = counts(FULL, 12, 1);
    Sidebands moved =
        new Sidebands(
            FULL.window().around(origin, unit),
            FULL.bins().stream().map(bin -> bin.around(origin, unit)).toList());
    SidebandEstimate here = of(FULL, counts);
    SidebandEstimate there = of(moved, counts);
    assertThat(there.expected()).isCloseTo(here.expected(), withinPercentage(1e-7));
    assertThat(there.statistical()).isCloseTo(here.statistical(), withinPercentage(1e-7));
    assertThat(there.systematic()).isCloseTo(here.systematic(), within(1e-6));
    assertThat(there.deviance()).isCloseTo(here.deviance(), withinPercentage(1e-7));
  }

  @Test
  void aSpectrumReadBackwardsGivesTheSame() {
    long[] counts = counts(FULL, 9, 2);
    long[] backwards =
        IntStream.range(0, counts.length).mapToLong(i -> counts[counts.length - 1 - i]).toArray();
    assertThat(of(FULL, backwards).expected())
        .isCloseTo(of(FULL, counts).expected(), withinPercentage(1e-8));
  }

  /// Free and constrained alike: both conditions for the minimum are homogeneous.
  @ParameterizedTest
  @ValueSource(doubles = {40, 0.4})
  void aScaledSpectrumGivesAScaledEstimate(double mean) {
    double[] contents = Arrays.stream(counts(FULL, mean, 3)).asDoubleStream().toArray();
    SidebandEstimate one = of(SidebandEstimator.QUADRATIC, FULL, contents);
    SidebandEstimate many =
        of(SidebandEstimator.QUADRATIC, FULL, Arrays.stream(contents).map(n -> 1e-3 * n).toArray());
    assertThat(many.expected()).isCloseTo(1e-3 * one.expected(), within(1e-9));
    assertThat(many.statistical())
        .isCloseTo(Math.sqrt(1e-3) * one.statistical(), withinPercentage(1e-5));
    assertThat(many.status()).isEqualTo(one.status());
  }

  /// The likelihood of a model with a free scale: the expected contents add up to the counts.
  @Test
  void theFittedContentsAddUpToTheCounts() {
    long[] counts = counts(FULL, 3, 4);
    double left = content(new Interval(-11.25, -1.5), counts);
    double right = content(new Interval(1.5, 11.25), counts);
    assertThat(left + right)
        .isCloseTo((double) LongStream.of(counts).sum(), withinPercentage(1e-8));
  }

  /// The same fit asked for its content in another place, which then cannot be a condition.
  private static double content(Interval where, long[] counts) {
    double[] contents = Arrays.stream(counts).asDoubleStream().toArray();
    return new PolynomialFit(FULL.bins(), where, 2, FitStatistic.POISSON)
        .minimum(contents)
        .orElseThrow()
        .expected();
  }

  @Test
  void noCountsGiveNothingWithCertainty() {
    SidebandEstimate estimate = of(FULL, new long[26]);
    assertThat(estimate).isEqualTo(new SidebandEstimate(0, 0, 0, 0, true));
    assertThat(estimate.sigma()).isZero();
    assertThat(estimate.status()).isEqualTo("constrained");
  }

  @Test
  void everyPatternOfFewCountsHasAnEstimate() {
    Random random = new Random(5);
    for (int trial = 0; trial < 4_000; trial++) {
      double mean = Math.pow(10, 3 * random.nextDouble() - 2);
      Sidebands sidebands =
          trial % 3 == 0
              ? FULL
              : WINDOWS.sidebandsAt(trial % 3 == 1 ? 384 : 200, trial % 3 == 1 ? 0.24 : 2.7);
      long[] counts = new long[sidebands.bins().size()];
      for (int i = 0; i < counts.length; i++) counts[i] = poisson(random, mean);
      SidebandEstimate estimate = of(sidebands, counts);
      assertThat(estimate.expected())
          .as("trial %s, %s", trial, Arrays.toString(counts))
          .isNotNegative()
          .isFinite();
      assertThat(estimate.statistical()).isNotNegative().isFinite();
      assertThat(estimate.deviance()).isNotNegative().isFinite();
    }
  }

  /// An independent, slow minimiser with a wall at the bounds.
  @Test
  void theConstrainedFitIsTheMinimumUnderItsBounds() {
    Random random = new Random(6);
    int constrained = 0;
    for (int trial = 0; trial < 40; trial++) {
      long[] counts = new long[26];
      for (int i = 0; i < 26; i++) counts[i] = poisson(random, 1.2 * Math.exp(-0.12 * i));
      if (LongStream.of(counts).sum() == 0) continue;
      SidebandEstimate estimate = of(FULL, counts);
      if (!estimate.constrained()) continue;
      constrained++;
      assertThat(estimate.deviance() * 23)
          .as("seed 6, trial %s, %s", trial, Arrays.toString(counts))
          .isLessThanOrEqualTo(lowestDeviance(counts) + 1e-6);
    }
    assertThat(constrained).isGreaterThan(10);
  }

  private static double lowestDeviance(long[] counts) {
    double start = LongStream.of(counts).sum() / 19.5;
    double[] best = {start, 0, 0};
    for (int restart = 0; restart < 8; restart++) {
      best =
          new SimplexOptimizer(1e-13, 1e-13)
              .optimize(
                  new MaxEval(100_000),
                  new ObjectiveFunction(c -> deviance(c, counts)),
                  GoalType.MINIMIZE,
                  new InitialGuess(best),
                  new NelderMeadSimplex(new double[] {0.3 * start, -0.2 * start, 0.1 * start}))
              .getPoint();
    }
    return deviance(best, counts);
  }

  private static double deviance(double[] c, long[] counts) {
    DoubleUnaryOperator integral =
        t -> c[0] * t + c[1] * t * t / 22.5 + c[2] * t * t * t / 379.6875;
    if (integral.applyAsDouble(1.5) - integral.applyAsDouble(-1.5) < 0) return 1e10;
    double[] contents = integrals(FULL, integral);
    double sum = 0;
    for (int i = 0; i < contents.length; i++) {
      if (contents[i] < 0) return 1e10;
      sum += 2 * (contents[i] - counts[i]);
      if (counts[i] > 0) sum += 2 * counts[i] * Math.log(counts[i] / contents[i]);
    }
    return sum;
  }

  /// From a spectrum with a free minimum to one without, in a straight line: the estimate has no
  /// step where the bound is first felt.
  @Test
  void theConstrainedFormContinuesTheFreeOne() {
    double[] free = integrals(FULL, t -> 3 * t - 0.1 * t * t);
    double[] bound = free.clone();
    for (int i = 18; i < 26; i++) bound[i] = 0;
    double before = Double.NaN;
    boolean wasConstrained = false;
    int changes = 0;
    int steps = 400;
    for (int step = 0; step <= steps; step++) {
      double share = step / (double) steps;
      double[] contents = new double[26];
      for (int i = 0; i < 26; i++) contents[i] = (1 - share) * free[i] + share * bound[i];
      SidebandEstimate estimate = of(SidebandEstimator.QUADRATIC, FULL, contents);
      if (step > 0) {
        assertThat(estimate.expected()).as("step %s", step).isCloseTo(before, within(0.1));
        if (estimate.constrained() != wasConstrained) changes++;
      }
      before = estimate.expected();
      wasConstrained = estimate.constrained();
    }
    assertThat(changes).isEqualTo(1);
  }

  /// Section 8 of the statistics notes: with σ 2.7 at 200 three bins on the left, with 0.24 at 384
  /// nine on the right; 13 elsewhere.
  @ParameterizedTest
  @CsvSource({
    "200, 2.7, 3, 13",
    "384, 0.24, 13, 9",
    "200, 1.7, 7, 13",
    "384, 0.6, 13, 2",
    "290, 1.4, 13, 13"
  })
  void sidebandsEndAtTheRange(double centre, double sigma, int left, int right) {
    List<Interval> bins = WINDOWS.sidebandsAt(centre, sigma).bins();
    assertThat(bins.stream().filter(bin -> bin.high() <= -1.5)).hasSize(left);
    assertThat(bins.stream().filter(bin -> bin.low() >= 1.5)).hasSize(right);
    assertThat(
            SidebandEstimator.QUADRATIC.estimate(
                WINDOWS.sidebandsAt(centre, sigma), new long[bins.size()]))
        .isInstanceOf(SidebandEstimate.class);
  }

  @Test
  void binsOnOneSideAreNotEnough() {
    Sidebands onTheLeft = WINDOWS.sidebandsAt(385.5, 1);
    assertThat(SidebandEstimator.QUADRATIC.estimate(onTheLeft, new long[13]))
        .isInstanceOfSatisfying(
            InsufficientSideband.class,
            outcome -> assertThat(outcome.reason()).contains("13 bins lie on one side"))
        .extracting(SidebandOutcome::status)
        .isEqualTo("insufficient-sideband");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, 1, false",
    "4, 2, 1, true",
    "4, 2, 2, true",
    "5, 2, 3, true",
    "4, 2, 3, false",
    "3, 1, 1, true",
    "2, 0, 0, true",
    "1, 0, 0, false"
  })
  void twoBinsMoreThanTheOrderAreNeeded(int bins, int order, int alternative, boolean enough) {
    int half = bins / 2;
    List<Interval> all =
        IntStream.rangeClosed(0, bins)
            .filter(i -> i != half)
            .mapToObj(i -> new Interval(i, i + 1.0))
            .toList();
    Sidebands sidebands = new Sidebands(new Interval(half, half + 1.0), all);
    long[] counts = new long[bins];
    Arrays.fill(counts, 10);
    SidebandOutcome outcome =
        new SidebandEstimator(order, alternative, FitStatistic.POISSON).estimate(sidebands, counts);
    assertThat(outcome instanceof SidebandEstimate).isEqualTo(enough);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void contentsThatCannotBeAreRefused(double content) {
    double[] contents = new double[26];
    contents[7] = content;
    assertThatThrownBy(() -> SidebandEstimator.QUADRATIC.estimateExpected(FULL, contents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("content = " + content)
        .hasMessageContaining(FULL.bins().get(7).toString());
  }

  @Test
  void oneCountPerBinIsNeeded() {
    assertThatThrownBy(() -> SidebandEstimator.QUADRATIC.estimate(FULL, new long[25]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25 contents for 26 bins");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2, order", "7, 2, order", "2, -1, alternative", "2, 7, alternative"})
  void ordersBeyondTheTableAreRefused(int order, int alternative, String named) {
    assertThatThrownBy(() -> new SidebandEstimator(order, alternative, FitStatistic.POISSON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named + " = ");
  }

  private static SidebandEstimate of(Sidebands sidebands, long[] counts) {
    return (SidebandEstimate) SidebandEstimator.QUADRATIC.estimate(sidebands, counts);
  }

  private static SidebandEstimate of(
      SidebandEstimator estimator, Sidebands sidebands, double[] contents) {
    return (SidebandEstimate) estimator.estimateExpected(sidebands, contents);
  }

  /// Contents of the bins from the integral of a density.
  private static double[] integrals(Sidebands sidebands, DoubleUnaryOperator integral) {
    return sidebands.bins().stream()
        .mapToDouble(bin -> integral.applyAsDouble(bin.high()) - integral.applyAsDouble(bin.low()))
        .toArray();
  }

  private static long[] counts(Sidebands sidebands, double mean, long seed) {
    Random random = new Random(seed);
    return LongStream.generate(() -> poisson(random, mean))
        .limit(sidebands.bins().size())
        .toArray();
  }

  private static long poisson(Random random, double mean) {
    long n = 0;
    for (double product = random.nextDouble(); product > Math.exp(-mean); n++) {
      product *= random.nextDouble();
    }
    return n;
  }
}
