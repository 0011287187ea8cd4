package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.histfactory.Fit.Estimate;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Workspace.Channel;
import org.lacuna.statistics.histfactory.Workspace.Measurement;
import org.lacuna.statistics.histfactory.Workspace.Observation;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Sample;

class FitTest {
  static LongStream seeds() {
    return RandomWorkspaces.seeds(60);
  }

  /// `μ̂ = (n − b)/s` with variance `n/s²`: the background is known.
  @Test
  void aKnownBackgroundIsSubtracted() {
    Fit fit = Fit.of(Model.of(OneBin.workspace(10, 50, 72)));
    assertThat(fit.outcome()).isEqualTo(Outcome.OK);
    assertThat(fit.estimates().getFirst().value()).isCloseTo(2.2, within(1e-9));
    assertThat(fit.estimates().getFirst().sigma()).isCloseTo(Math.sqrt(72) / 10, within(1e-9));
  }

  /// The variances of count and background add: `σ² = (n + δ²)/s²`.
  @Test
  void anUncertainBackgroundWidensTheSignal() {
    Model model =
        Model.of(OneBin.workspace(10, 50, 72, new HistoSys("shift", List.of(42.0), List.of(58.0))));
    Fit fit = Fit.of(model);
    assertThat(fit.estimates()).extracting(Estimate::name).containsExactly("shift", "mu");
    assertThat(fit.estimates().getFirst().value()).isCloseTo(0, within(1e-9));
    assertThat(fit.estimates().getFirst().sigma()).isCloseTo(1, within(1e-9));
    assertThat(fit.estimates().getLast().sigma()).isCloseTo(Math.sqrt(72 + 64) / 10, within(1e-9));
  }

  @Test
  void aDeficitLeavesTheSignalOnItsBoundWithoutUncertainty() {
    Fit fit = Fit.of(Model.of(OneBin.workspace(10, 50, 40)));
    assertThat(fit.outcome()).isEqualTo(Outcome.AT_BOUND);
    Estimate mu = fit.estimates().getFirst();
    assertThat(mu.value()).isZero();
    assertThat(mu.atBound()).isTrue();
    assertThat(mu.sigma()).isNaN();
  }

  @Test
  void theUpperBoundIsKeptAndReported() {
    Fit fit = Fit.of(Model.of(OneBin.workspace(1, 50, 72)));
    assertThat(fit.outcome()).isEqualTo(Outcome.AT_BOUND);
    assertThat(fit.estimates().getFirst().value()).isEqualTo(10);
  }

  @Test
  void aFixedParameterStaysAtItsStart() {
    ParameterSetting fixed =
        new ParameterSetting(
            "norm",
            Optional.of(List.of(0.5)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true));
    Fit fit =
        Fit.of(
            Model.of(OneBin.workspace(List.of(fixed), 10, 50, 72, new NormSys("norm", 0.8, 1.2))));
    Estimate norm = fit.estimates().getLast();
    assertThat(norm.value()).isEqualTo(0.5);
    assertThat(norm.sigma()).isNaN();
    assertThat(norm.atBound()).isFalse();
    assertThat(fit.outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void heldOutsideItsBoundsTheParameterOfInterestIsNoBoundHit() {
    Fit fit = Fit.at(Model.of(OneBin.workspace(10, 50, 72)), 25);
    assertThat(fit.outcome()).isEqualTo(Outcome.OK);
    assertThat(fit.estimates().getFirst().value()).isEqualTo(25);
  }

  @Test
  void whatTheDataDoNotDetermineHasNoUncertainty() {
    Fit fit = Fit.of(Model.of(OneBin.workspace(10, 50, 72, new NormFactor("k"))));
    assertThat(fit.outcome()).isEqualTo(Outcome.OK);
    assertThat(fit.estimates()).extracting(Estimate::sigma).containsOnly(Double.NaN);
  }

  @Test
  void nothingExpectedWhereSomethingWasObservedIsUnphysical() {
    Fit fit = Fit.at(Model.of(OneBin.workspace(10, 0, 3)), 0);
    assertThat(fit.outcome()).isEqualTo(Outcome.UNPHYSICAL);
    assertThat(fit.twiceNll()).isInfinite();
  }

  @Test
  void aNegativeExpectationIsUnphysical() {
    Fit fit = Fit.at(Model.of(OneBin.workspace(10, -2, 0)), 0);
    assertThat(fit.outcome()).isEqualTo(Outcome.UNPHYSICAL);
  }

  /// It starts where nothing is expected, with six observed.
  @Test
  void findsTheWayFromNothingExpected() {
    Model model =
        Model.of(OneBin.workspace(10, 0, 6, new HistoSys("shift", List.of(0.0), List.of(5.0))));
    Fit fit = Fit.at(model, 0);
    assertThat(fit.outcome()).isEqualTo(Outcome.OK);
    // 2 (5 θ − 6 ln 5 θ) + θ² has its minimum where 10 − 12/θ + 2 θ = 0.
    assertThat(fit.estimates().getFirst().value())
        .isCloseTo((Math.sqrt(100 + 96) - 10) / 4, within(1e-9));
  }

  /// One effect that only adds: `θ` of either sign describes the excess, the other bin decides.
  @Test
  void findsTheDeeperOfTwoValleys() {
    for (double sign : new double[] {-1, 1}) {
      Workspace workspace =
          new Workspace(
              List.of(
                  new Channel(
                      "a",
                      List.of(
                          new Sample(
                              "b",
                              List.of(1000.0, 1000.0),
                              List.of(
                                  new HistoSys(
                                      "both",
                                      List.of(1200.0, 1000 - 100 * sign),
                                      List.of(1200.0, 1000 + 100 * sign))))))),
              List.of(new Observation("a", List.of(1200.0, 900.0))),
              List.of(new Measurement("m", "", List.of())));
      Estimate both = Fit.of(Model.of(workspace)).estimates().getFirst();
      assertThat(both.value() * sign).isCloseTo(-1, within(0.05));
    }
  }

  @Test
  void refusesToHoldWhatIsNotThere() {
    Model model = Model.of(OneBin.workspace(10, 50, 72));
    assertThatThrownBy(() -> Fit.at(model, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter of interest is NaN; it must be finite");
  }

  /// No point found by chance is better, and the slope is 0 in every parameter that can move.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFitIsTheMinimum(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    Fit fit = Fit.of(model);
    assertThat(fit.outcome()).isIn(Outcome.OK, Outcome.AT_BOUND);
    Likelihood likelihood = new Likelihood(model, model.observed());
    double[] best = fit.estimates().stream().mapToDouble(Estimate::value).toArray();
    double[] gradient = likelihood.expansion(best, true).gradient();
    for (int p = 0; p < best.length; p++) {
      Estimate estimate = fit.estimates().get(p);
      Parameter parameter = model.parameters().get(p);
      assertThat(best[p]).isBetween(parameter.lower(), parameter.upper());
      if (estimate.sigma() > 0) {
        assertThat(gradient[p] * estimate.sigma()).as(estimate.name()).isCloseTo(0, within(1e-8));
      }
    }
    Random random = new Random(seed);
    for (int n = 0; n < 100; n++) {
      double[] other = new double[best.length];
      for (int p = 0; p < other.length; p++) {
        Parameter parameter = model.parameters().get(p);
        double wide =
            Double.isNaN(fit.estimates().get(p).sigma()) ? 1 : fit.estimates().get(p).sigma();
        other[p] =
            parameter.fixed()
                ? best[p]
                : Math.clamp(
                    best[p] + random.nextGaussian() * wide / 2,
                    parameter.lower(),
                    parameter.upper());
      }
      assertThat(likelihood.twiceNll(other)).isGreaterThanOrEqualTo(fit.twiceNll() - 1e-9);
    }
  }

  /// Data at a point are fitted by that point.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWasPutInComesOut(long seed) {
    Model model = Model.of(RandomWorkspaces.of(seed));
    double[] truth = model.inits();
    double value =
        new Profile(model, model.expectedData(truth), truth).fit(Optional.empty()).deviance();
    assertThat(value).isCloseTo(0, within(1e-9));
  }
}
