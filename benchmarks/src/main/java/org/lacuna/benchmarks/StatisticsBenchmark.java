package org.lacuna.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.counting.HybridCls;
import org.lacuna.statistics.counting.Limit;
import org.lacuna.statistics.evidence.LocalSignificance;
import org.lacuna.statistics.evidence.LookElsewhere;
import org.lacuna.statistics.evidence.PeakHypothesis;
import org.lacuna.statistics.evidence.PeakScan;
import org.lacuna.statistics.evidence.ScanEnsemble;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandOutcome;
import org.lacuna.statistics.sideband.Sidebands;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A limit, a scan of 269 hypotheses, the sideband fits under it, and what 100 pseudo-experiments
/// of such a scan cost.
///
/// The spectrum falls exponentially from 3300 events per window at 200 to 6 at 384; the resolution
/// falls linearly. Whole commands are timed by hand, as CPU seconds less those of `--version`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StatisticsBenchmark {
  private static final int PSEUDO_EXPERIMENTS = 100;

  private final HybridCls method = new HybridCls(0.90);
  private final SidebandEstimator estimator = SidebandEstimator.QUADRATIC;
  private final PeakWindows windows = new PeakWindows(1.5, 11.25, 0.75, new Interval(188, 386));
  private final List<PeakHypothesis> hypotheses = hypotheses();
  private final List<Sidebands> sidebands =
      hypotheses.stream().map(at -> windows.sidebandsAt(at.centre(), at.sigma())).toList();
  private final LookElsewhere lookElsewhere =
      new LookElsewhere(
          new PeakScan(windows, estimator, hypotheses), StatisticsBenchmark::expected);

  private static List<PeakHypothesis> hypotheses() {
    List<PeakHypothesis> hypotheses = new ArrayList<>();
    for (int half = 400; half <= 768; half += half < 600 ? 2 : 1) {
      double mass = 0.5 * half;
      hypotheses.add(new PeakHypothesis(mass, 1.7 - 1.1 * (mass - 200) / 184));
    }
    return hypotheses;
  }

  private static double expected(double low, double high) {
    double slope = StrictMath.log(3300 / 6.0) / 184;
    double perMeV = 3300 / 5.1;
    return perMeV
        / slope
        * (StrictMath.exp(-slope * (low - 200)) - StrictMath.exp(-slope * (high - 200)));
  }

  @Benchmark
  public Limit limit() {
    return method.limit(new CountingExperiment(6894, new Background.Gaussian(7549, 928)));
  }

  @Benchmark
  public double scan() {
    double sum = 0;
    for (PeakHypothesis at : hypotheses) {
      double background = expected(at.centre() - 1.5 * at.sigma(), at.centre() + 1.5 * at.sigma());
      CountingExperiment experiment =
          new CountingExperiment(
              (long) background, new Background.Gaussian(background, 0.7 * Math.sqrt(background)));
      sum += method.limit(experiment).expected().median();
      sum += LocalSignificance.hybrid(experiment).sigma();
    }
    return sum;
  }

  @Benchmark
  public List<SidebandOutcome> sidebandFits() {
    List<SidebandOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < hypotheses.size(); i++) {
      PeakHypothesis at = hypotheses.get(i);
      double[] counts =
          sidebands.get(i).bins().stream()
              .mapToDouble(bin ->
                  Math.rint(
                      expected(
                          at.centre() + bin.low() * at.sigma(),
                          at.centre() + bin.high() * at.sigma())))
              .toArray();
      outcomes.add(estimator.on(sidebands.get(i)).outcome(counts));
    }
    return outcomes;
  }

  @Benchmark
  public ScanEnsemble lookElsewhere() {
    return lookElsewhere.pseudoExperiments(PSEUDO_EXPERIMENTS, 1, 1);
  }
}
