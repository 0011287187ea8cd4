package org.lacuna.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.statistics.Reference.assertClose;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.sideband.FitStatistic;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import tools.jackson.databind.JsonNode;

class LookElsewhereTest {
  private static final PeakWindows LAYOUT =
      new PeakWindows(1.5, 11.25, 0.75, new Interval(188, 386));

  static Stream<ReferenceScan> sets() {
    return Reference.read("lookelsewhere-reference.json")
        .get("sets")
        .valueStream()
        .map(ReferenceScan::new);
  }

  /// Five values of six sets, each within four standard errors: a false alarm once in 500 seeds.
  @ParameterizedTest
  @MethodSource("sets")
  void agreesWithTheReferenceWithinFourErrors(ReferenceScan scan) {
    int toys = 100;
    ScanEnsemble ensemble = scan.lookElsewhere().pseudoExperiments(toys, 1, 2);
    scan.json()
        .get("p_global")
        .valueStream()
        .forEach(point -> {
          double p = point.get("value").asDouble();
          double error = point.get("stat_error").asDouble();
          assertThat(ensemble.global(point.get("z").asDouble()).pValue())
              .as("%s, seed 1, Z %s", scan, point.get("z"))
              .isCloseTo(p, within(4 * Math.sqrt(error * error + p * (1 - p) / toys)));
        });
    // One scan has 20 ± 3.5 upcrossings.
    assertThat(ensemble.meanUpcrossings(1))
        .as("%s, seed 1", scan)
        .isCloseTo(
            scan.json().get("mean_upcrossings_q1").get("value").asDouble(),
            within(4 * 3.5 / Math.sqrt(toys)));
  }

  /// With as many pseudo-experiments as the reference has, its own tolerances hold.
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("sets")
  void agreesWithTheReferenceToItsTolerances(ReferenceScan scan) {
    ScanEnsemble ensemble = scan.lookElsewhere().pseudoExperiments(4000, 2, 2);
    assertClose("median", scan.json().get("median_max_z"), ensemble.medianMaximum());
    assertClose("q 1", scan.json().get("mean_upcrossings_q1"), ensemble.meanUpcrossings(1));
    assertClose("q 0.5", scan.json().get("mean_upcrossings_q0.5"), ensemble.meanUpcrossings(0.5));
    scan.json()
        .get("p_global")
        .valueStream()
        .forEach(point -> {
          GlobalSignificance global = ensemble.global(point.get("z").asDouble());
          double error = point.get("stat_error").asDouble();
          assertThat(global.pValue())
              .as("%s, seed 2, Z %s", scan, point.get("z"))
              .isCloseTo(
                  point.get("value").asDouble(),
                  within(4 * StrictMath.hypot(error, global.uncertainty())));
        });
  }

  @Test
  void threadsAndNumberDoNotMatter() {
    LookElsewhere scan = small();
    ScanEnsemble one = scan.pseudoExperiments(11, 5, 1);
    for (int threads : new int[] {2, 3, 7, 20}) {
      ScanEnsemble many = scan.pseudoExperiments(11, 5, threads);
      for (int toy = 0; toy < 11; toy++) {
        assertThat(many.significances(toy)).isEqualTo(one.significances(toy));
      }
    }
    assertThat(scan.pseudoExperiments(4, 5, 1).significances(3)).isEqualTo(one.significances(3));
    assertThat(scan.pseudoExperiments(4, 6, 1).significances(3)).isNotEqualTo(one.significances(3));
    assertThat(one.significances(0)).isNotEqualTo(one.significances(1));
  }

  /// Without a peak and with a background that the polynomial can follow, the significances have
  /// mean 0 and width 1, within 4 standard errors of some 20 independent windows of 400 spectra.
  @Test
  void localSignificancesAreStandardNormalWithoutASignal() {
    Spread pull = small().pseudoExperiments(400, 7, 2).pull(0, 1000);
    assertThat(pull.number()).isEqualTo(400 * 31);
    assertThat(pull.mean()).isCloseTo(0, within(0.05));
    assertThat(pull.width()).isCloseTo(1, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void expectationsThatCannotBeAreRefused(double events) {
    PeakScan scan = scan(List.of(new PeakHypothesis(250, 1)));
    assertThatThrownBy(() -> new LookElsewhere(scan, (low, high) -> events))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected events = " + events);
  }

  @Test
  void atLeastOnePseudoExperimentAndOneThread() {
    LookElsewhere scan = small();
    assertThatThrownBy(() -> scan.pseudoExperiments(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of pseudo-experiments = 0");
    assertThatThrownBy(() -> scan.pseudoExperiments(1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads = 0");
  }

  private static LookElsewhere small() {
    return new LookElsewhere(
        scan(IntStream.rangeClosed(0, 30).mapToObj(k -> new PeakHypothesis(240 + k, 1.3)).toList()),
        (low, high) -> 300 * (high - low));
  }

  private static PeakScan scan(List<PeakHypothesis> hypotheses) {
    return new PeakScan(LAYOUT, SidebandEstimator.QUADRATIC, hypotheses);
  }

  /// One set of the reference file: the recipe is in its head.
  record ReferenceScan(JsonNode json) {
    LookElsewhere lookElsewhere() {
      int alternative = json.get("delta").asString().equals("fit covariance only") ? 2 : 3;
      List<PeakHypothesis> hypotheses =
          Stream.concat(
                  IntStream.rangeClosed(200, 300).mapToObj(mass -> (double) mass),
                  IntStream.rangeClosed(601, 768).mapToObj(half -> half / 2.0))
              .map(mass -> new PeakHypothesis(mass, sigma(mass)))
              .toList();
      PeakScan scan =
          new PeakScan(
              LAYOUT, new SidebandEstimator(2, alternative, FitStatistic.POISSON), hypotheses);
      // The edges are close together: Simpson's rule is exact to ten digits.
      return new LookElsewhere(
          scan,
          (low, high) ->
              (high - low) / 6 * (density(low) + 4 * density((low + high) / 2) + density(high)));
    }

    private double density(double mass) {
      JsonNode c = json.get("ln_density_coefficients");
      double x = (mass - 292) / 92;
      return Math.exp(
          c.get("x2").asDouble() * x * x + c.get("x1").asDouble() * x + c.get("x0").asDouble());
    }

    private double sigma(double mass) {
      JsonNode nodes = json.get("sigma_m_nodes");
      int k = 1;
      while (k < nodes.size() - 1 && nodes.get(k).get(0).asDouble() < mass) k++;
      double low = nodes.get(k - 1).get(0).asDouble();
      double high = nodes.get(k).get(0).asDouble();
      double share = (mass - low) / (high - low);
      return (1 - share) * nodes.get(k - 1).get(1).asDouble()
          + share * nodes.get(k).get(1).asDouble();
    }

    @Override
    public String toString() {
      return json.get("sigma_m_nodes").get(0) + ", " + json.get("delta").asString();
    }
  }
}
