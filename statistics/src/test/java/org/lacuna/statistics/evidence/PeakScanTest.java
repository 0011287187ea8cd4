package org.lacuna.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import org.lacuna.statistics.sideband.Interval;
import org.lacuna.statistics.sideband.PeakWindows;
import org.lacuna.statistics.sideband.SidebandEstimator;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import org.lacuna.statistics.sideband.Sidebands;
import org.lacuna.statistics.sideband.SortedSample;

class PeakScanTest {
  private static final PeakWindows LAYOUT =
      new PeakWindows(1.5, 11.25, 0.75, new Interval(188, 386));

  /// The scan takes counts from a common list of edges; here each window is counted by itself.
  @Test
  void agreesWithWindowsOnTheirOwn() {
    SortedSample data = flat(1, 40_000);
    List<PeakHypothesis> hypotheses =
        List.of(
            new PeakHypothesis(200, 2.7),
            new PeakHypothesis(201, 2.68),
            new PeakHypothesis(300, 1.1),
            new PeakHypothesis(384, 0.24));
    double[] scan =
        new PeakScan(LAYOUT, SidebandEstimator.QUADRATIC, hypotheses).significances(data);
    for (int k = 0; k < scan.length; k++) {
      double centre = hypotheses.get(k).centre();
      double sigma = hypotheses.get(k).sigma();
      Sidebands sidebands = LAYOUT.sidebandsAt(centre, sigma);
      SidebandEstimate background =
          (SidebandEstimate)
              SidebandEstimator.QUADRATIC.estimate(
                  sidebands, data.countsIn(sidebands.bins(), centre, sigma));
      assertThat(scan[k])
          .isEqualTo(
              LocalSignificance.profileGauss(
                  new CountingExperiment(
                      data.countIn(LAYOUT.signalAt(centre, sigma)),
                      new Background.Gaussian(background.expected(), background.sigma()))));
    }
  }

  @Test
  void aPeakIsSeenWhereItIs() {
    SortedSample data =
        SortedSample.of(
            DoubleStream.concat(
                    flat(2, 40_000).values(), new Random(3).doubles(300).map(u -> 248.5 + 3 * u))
                .toArray());
    List<PeakHypothesis> hypotheses =
        List.of(new PeakHypothesis(230, 1), new PeakHypothesis(250, 1), new PeakHypothesis(270, 1));
    double[] scan =
        new PeakScan(LAYOUT, SidebandEstimator.QUADRATIC, hypotheses).significances(data);
    assertThat(scan[1]).isGreaterThan(8);
    assertThat(scan[0]).isBetween(-4.0, 4.0);
    assertThat(scan[2]).isBetween(-4.0, 4.0);
  }

  @Test
  void aHypothesisWithoutSidebandsHasNoSignificance() {
    double[] scan =
        new PeakScan(
                LAYOUT,
                SidebandEstimator.QUADRATIC,
                List.of(new PeakHypothesis(385.8, 1), new PeakHypothesis(300, 1)))
            .significances(flat(4, 1000));
    assertThat(scan[0]).isNaN();
    assertThat(scan[1]).isFinite();
    assertThat(ScanEnsemble.largest(scan)).isEqualTo(scan[1]);
  }

  @Test
  void aScanNeedsHypothesesInTheRange() {
    assertThatThrownBy(() -> new PeakScan(LAYOUT, SidebandEstimator.QUADRATIC, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new PeakScan(LAYOUT, SidebandEstimator.QUADRATIC, List.of(new PeakHypothesis(400, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("400");
  }

  private static SortedSample flat(long seed, int events) {
    return SortedSample.of(new Random(seed).doubles(events, 188, 386).toArray());
  }
}
