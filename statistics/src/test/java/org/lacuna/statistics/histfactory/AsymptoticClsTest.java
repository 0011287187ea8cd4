package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.AsymptoticCls.Cls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Limit;
import org.lacuna.statistics.histfactory.Modifier.HistoSys;
import org.lacuna.statistics.histfactory.Modifier.NormFactor;
import org.lacuna.statistics.histfactory.Modifier.NormSys;
import org.lacuna.statistics.histfactory.Workspace.ParameterSetting;
import org.lacuna.statistics.histfactory.Workspace.Range;

class AsymptoticClsTest {
  static LongStream seeds() {
    return RandomWorkspaces.seeds(25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void clsIsOneWithoutASignalAndFalls(long seed) {
    AsymptoticCls asymptotic =
        new AsymptoticCls(Model.of(RandomWorkspaces.of(seed)), Asimov.POSTFIT);
    assertThat(asymptotic.at(0).cls()).isCloseTo(1, within(1e-9));
    double last = 1;
    for (double mu : new double[] {0.2, 0.5, 1, 2, 4, 8}) {
      Cls cls = asymptotic.at(mu);
      assertThat(cls.cls()).isBetween(0.0, last + 1e-6);
      assertThat(cls.clsb()).isLessThanOrEqualTo(cls.clb() + 1e-9);
      assertThat(
              List.of(
                  cls.expected().m2(),
                  cls.expected().m1(),
                  cls.expected().median(),
                  cls.expected().p1(),
                  cls.expected().p2()))
          .isSorted();
      last = cls.cls();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLimitIsWhereClsIsAlpha(long seed) {
    AsymptoticCls asymptotic =
        new AsymptoticCls(Model.of(RandomWorkspaces.of(seed)), Asimov.POSTFIT);
    for (double level : new double[] {0.5, 0.9, 0.999}) {
      Limit limit = asymptotic.limit(level);
      if (limit.outcome() == Outcome.NOT_BRACKETED) continue;
      assertThat(asymptotic.at(limit.observed()).cls())
          .isCloseTo(1 - level, withinPercentage(1e-4));
      assertThat(limit.clsAtLimit()).isCloseTo(1 - level, withinPercentage(1e-4));
      assertThat(asymptotic.at(limit.expected().m2()).expected().m2())
          .isCloseTo(1 - level, withinPercentage(1e-4));
      assertThat(asymptotic.at(limit.expected().p1()).expected().p1())
          .isCloseTo(1 - level, withinPercentage(1e-4));
      assertThat(
              List.of(
                  limit.expected().m2(),
                  limit.expected().m1(),
                  limit.expected().median(),
                  limit.expected().p1(),
                  limit.expected().p2()))
          .isSorted();
    }
  }

  /// Published inputs of the reference paper; the values of both conventions were computed with
  /// closed forms for one count with a normal background.
  @Test
  void theTwoAsimovConventionsAreTheirOwnNumbers() {
    Model model =
        Model.of(
            OneBin.workspace(
                1000, 7549, 6894, new HistoSys("total", List.of(6621.0), List.of(8477.0))));
    Limit nominal = new AsymptoticCls(model, Asimov.NOMINAL).limit(0.9);
    assertThat(1000 * nominal.observed()).isCloseTo(1185.78, within(0.006));
    assertThat(1000 * nominal.expected().median()).isCloseTo(1533.11, within(0.006));
    assertThat(1000 * nominal.expected().m2()).isCloseTo(780.4, within(0.06));
    assertThat(1000 * nominal.expected().p2()).isCloseTo(3070.8, within(0.06));
    Limit postfit = new AsymptoticCls(model, Asimov.POSTFIT).limit(0.9);
    assertThat(1000 * postfit.observed()).isCloseTo(1185.65, within(0.006));
    assertThat(1000 * postfit.expected().median()).isCloseTo(1532.53, within(0.006));
    assertThat(1000 * postfit.expected().m2()).isCloseTo(780.1, within(0.06));
    assertThat(1000 * postfit.expected().p2()).isCloseTo(3069.7, within(0.06));
  }

  /// The unit of the signal is a matter of convention, from a thousandth to a billion of it.
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 1, 1e6})
  void limitsScaleWithTheSignal(double signal) {
    Limit limit =
        new AsymptoticCls(
                Model.of(OneBin.workspace(signal, 50, 52, new NormSys("norm", 0.9, 1.1))),
                Asimov.POSTFIT)
            .limit(0.95);
    Limit unit =
        new AsymptoticCls(
                Model.of(OneBin.workspace(1, 50, 52, new NormSys("norm", 0.9, 1.1))),
                Asimov.POSTFIT)
            .limit(0.95);
    assertThat(limit.observed() * signal).isCloseTo(unit.observed(), withinPercentage(1e-5));
    assertThat(limit.expected().p2() * signal)
        .isCloseTo(unit.expected().p2(), withinPercentage(1e-5));
    assertThat(limit.beyondFileBound()).isEqualTo(limit.expected().p2() > 10);
  }

  @Test
  void saysWhetherALimitLiesBeyondTheBoundOfTheFile() {
    ParameterSetting narrow =
        new ParameterSetting(
            "mu",
            Optional.empty(),
            Optional.of(List.of(new Range(0, 1.2))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Limit limit =
        new AsymptoticCls(Model.of(OneBin.workspace(List.of(narrow), 10, 50, 52)), Asimov.POSTFIT)
            .limit(0.95);
    Limit open =
        new AsymptoticCls(Model.of(OneBin.workspace(10, 50, 52)), Asimov.POSTFIT).limit(0.95);
    assertThat(limit.beyondFileBound()).isTrue();
    assertThat(open.beyondFileBound()).isFalse();
    assertThat(limit.observed()).isCloseTo(open.observed(), within(1e-7));
  }

  @Test
  void aSignalThatChangesNothingIsNeverExcluded() {
    Limit limit =
        new AsymptoticCls(Model.of(OneBin.workspace(0, 50, 52)), Asimov.POSTFIT).limit(0.95);
    assertThat(limit.outcome()).isEqualTo(Outcome.NOT_BRACKETED);
    assertThat(limit.observed()).isNaN();
    assertThat(limit.expected().median()).isNaN();
  }

  /// A background scaled freely takes the place of any signal, up to its bound.
  @Test
  void aNuisanceOnItsBoundIsReported() {
    Limit limit =
        new AsymptoticCls(
                Model.of(OneBin.workspace(10, 50, 52, new NormFactor("k"))), Asimov.POSTFIT)
            .limit(0.95);
    assertThat(limit.outcome()).isEqualTo(Outcome.AT_BOUND);
    assertThat(limit.observed()).isGreaterThan(5.2);
  }

  @Test
  void withoutCountsTheLimitIsFinite() {
    Limit limit = new AsymptoticCls(Model.of(OneBin.workspace(1, 0, 0)), Asimov.POSTFIT).limit(0.9);
    assertThat(limit.outcome()).isEqualTo(Outcome.OK);
    // q_A = q = 2 μ, so CLs = 2 (1 − Φ(√(2 μ))) = 0.1.
    assertThat(limit.observed()).isCloseTo(1.6448536 * 1.6448536 / 2, within(1e-6));
  }

  @Test
  void anExcessWhereNothingIsExpectedIsCertain() {
    AsymptoticCls asymptotic =
        new AsymptoticCls(Model.of(OneBin.workspace(1, 0, 3)), Asimov.POSTFIT);
    assertThat(asymptotic.discovery().significance()).isInfinite();
    assertThat(asymptotic.discovery().pValue()).isZero();
    assertThat(asymptotic.limit(0.9).observed()).isGreaterThan(3);
  }

  @Test
  void evidenceIsTheRootOfTheRatio() {
    // 2 (n ln(n/b) − n + b) for a known background.
    AsymptoticCls asymptotic =
        new AsymptoticCls(Model.of(OneBin.workspace(10, 50, 72)), Asimov.POSTFIT);
    double expected = Math.sqrt(2 * (72 * Math.log(72 / 50.0) - 22));
    assertThat(asymptotic.discovery().significance()).isCloseTo(expected, within(1e-9));
    AsymptoticCls deficit =
        new AsymptoticCls(Model.of(OneBin.workspace(10, 50, 40)), Asimov.POSTFIT);
    assertThat(deficit.discovery().significance()).isZero();
    assertThat(deficit.discovery().pValue()).isEqualTo(0.5);
  }

  @Test
  void anAsimovSetOfNegativeCountsIsUnphysical() {
    AsymptoticCls asymptotic =
        new AsymptoticCls(Model.of(OneBin.workspace(10, -2, 0)), Asimov.NOMINAL);
    assertThat(asymptotic.limit(0.9).outcome()).isEqualTo(Outcome.UNPHYSICAL);
    assertThat(asymptotic.limit(0.9).observed()).isNaN();
    assertThat(asymptotic.at(1).cls()).isNaN();
    assertThat(asymptotic.at(1).outcome()).isEqualTo(Outcome.UNPHYSICAL);
  }

  @Test
  void refusesWhatItCannotLimit() {
    Model model = Model.of(OneBin.workspace(10, 50, 52));
    AsymptoticCls asymptotic = new AsymptoticCls(model, Asimov.POSTFIT);
    for (double mu : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> asymptotic.at(mu))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("mu is " + mu + "; it must be finite and at least 0");
    }
    assertThatThrownBy(() -> asymptotic.limit(1.5)).isInstanceOf(IllegalArgumentException.class);
    ParameterSetting fixed =
        new ParameterSetting(
            "mu",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true));
    assertThatThrownBy(() ->
            new AsymptoticCls(
                Model.of(OneBin.workspace(List.of(fixed), 10, 50, 52)), Asimov.POSTFIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the parameter of interest \"mu\" is fixed; set \"fixed\": false");
  }
}
