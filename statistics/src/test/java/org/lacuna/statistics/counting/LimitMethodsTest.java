package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.statistics.Reference.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.Reference.Case;
import tools.jackson.databind.JsonNode;

/// Every method but the default one against the reference file.
class LimitMethodsTest {
  private static final Toys TOYS = new Toys(100, 1, 1);

  static Stream<Case> bayes() {
    return Reference.cases("counting").filter(c -> c.expected().has("bayes_flat_ul"));
  }

  @ParameterizedTest
  @MethodSource("bayes")
  void flatBayesAgrees(Case reference) {
    Limit limit =
        new FlatBayes(settings(reference, AsimovSet.NOMINAL)).limit(experiment(reference));
    assertClose("limit", reference.expected().get("bayes_flat_ul"), limit.observed().events());
  }

  static Stream<Case> nominal() {
    return Reference.cases("counting").filter(c -> c.expected().has("asym_ul_obs"));
  }

  @ParameterizedTest
  @MethodSource("nominal")
  void asymptoticFormulasAgreeForTheNominalSet(Case reference) {
    CountingExperiment experiment = experiment(reference);
    Limit limit = new AsymptoticCls(settings(reference, AsimovSet.NOMINAL)).limit(experiment);
    assertClose("limit", reference.expected().get("asym_ul_obs"), limit.observed().events());
    assertClose("band", reference.expected().get("asym_ul_exp_band"), limit.expected().values());
    AsymptoticCls.Fit fit = new AsymptoticCls.Fit(experiment, AsimovSet.NOMINAL);
    for (JsonNode at : reference.expected().get("asym_at_s")) {
      double signal = at.get("s").asDouble();
      assertClose("q", at.get("qtilde"), fit.observed(signal));
      assertClose("q of the Asimov set", at.get("qtilde_asimov"), fit.asimov(signal));
      assertClose("CLs", at.get("cls"), StrictMath.exp(fit.logCls(signal)));
    }
  }

  static Stream<Case> postfit() {
    return Reference.cases("counting").filter(c -> c.expected().has("asym_postfit_ul_obs"));
  }

  @ParameterizedTest
  @MethodSource("postfit")
  void asymptoticFormulasAgreeForThePostfitSet(Case reference) {
    Limit limit =
        new AsymptoticCls(settings(reference, AsimovSet.POSTFIT)).limit(experiment(reference));
    assertClose(
        "limit", reference.expected().get("asym_postfit_ul_obs"), limit.observed().events());
    assertClose(
        "band", reference.expected().get("asym_postfit_ul_exp_band"), limit.expected().values());
  }

  static Stream<Case> ensembles() {
    return Reference.cases("lhc_frequentist");
  }

  @ParameterizedTest
  @MethodSource("ensembles")
  void exactEnsemblesAgree(Case reference) {
    CountingExperiment experiment = experiment(reference);
    Limit limit = new EnsembleCls(settings(reference, AsimovSet.NOMINAL)).limit(experiment);
    assertClose("limit", reference.expected().get("lhc_ul_obs"), limit.observed().events());
    ExpectedBand band = limit.expected();
    assertClose(
        "band", reference.expected().get("lhc_ul_exp_band"), band.m1(), band.median(), band.p1());
    EnsembleCls.Ensemble ensemble = EnsembleCls.Ensemble.of(experiment);
    for (JsonNode at : reference.expected().get("at_s")) {
      double signal = at.get("s").asDouble();
      assertClose("CLb", at.get("clb"), ensemble.clb(signal));
      assertClose("CLsb", at.get("clsb"), ensemble.clb(signal) * ensemble.cls(signal));
    }
  }

  static Stream<Case> unified() {
    return Reference.cases("feldman_cousins_poisson");
  }

  @ParameterizedTest
  @MethodSource("unified")
  void unifiedIntervalsAgree(Case reference) {
    Limit.Interval interval = interval(new FeldmanCousins(level(reference)), reference);
    assertClose("lower", reference.expected().get("lower"), interval.lower());
    assertClose("upper", reference.expected().get("upper_raw"), interval.upper());
  }

  static Stream<Case> monotone() {
    return Stream.concat(
        Reference.cases("feldman_cousins_monotone"), Reference.cases("feldman_cousins_published"));
  }

  @ParameterizedTest
  @MethodSource("monotone")
  void monotoneIntervalsAgreeAlsoWithThePrintedTables(Case reference) {
    Limit.Interval interval = interval(new MonotoneFeldmanCousins(level(reference)), reference);
    if (reference.expected().has("lower")) {
      assertClose("lower", reference.expected().get("lower"), interval.lower());
    }
    assertClose("upper", reference.expected().get("upper"), interval.upper());
  }

  /// The normal limit of the construction: `1.645 √b` where as many are counted as expected.
  @Test
  void unifiedIntervalsOfAThousandMillionCountsAreThoseOfANormalMeasurement() {
    CountingExperiment experiment =
        new CountingExperiment(1_000_000_000, new Background.Gaussian(1e9, 0));
    LimitSettings settings = new LimitSettings(0.9);
    double normal = 1.6449 * Math.sqrt(1e9);
    for (LimitMethod method :
        List.of(new FeldmanCousins(settings), new MonotoneFeldmanCousins(settings))) {
      assertThat(method.limit(experiment).interval().orElseThrow().upper())
          .as("%s", method)
          .isCloseTo(normal, within(1e-3 * normal));
    }
  }

  static Stream<Case> boundedNormal() {
    return Reference.cases("feldman_cousins_gauss_bounded");
  }

  @ParameterizedTest
  @MethodSource("boundedNormal")
  void unifiedIntervalsOfNormalMeasurementsAgree(Case reference) {
    Limit.Interval interval =
        new FeldmanCousins(level(reference))
            .ofNormalMeasurement(
                reference.input().get("x0").asDouble() / reference.input().get("sigma").asDouble());
    assertClose("upper", reference.expected().get("upper"), interval.upper());
  }

  static Stream<Case> ratios() {
    return Reference.cases("llr_multibin");
  }

  @ParameterizedTest
  @MethodSource("ratios")
  void likelihoodRatiosAgree(Case reference) {
    JsonNode input = reference.input();
    List<LikelihoodRatio.Bin> bins = new ArrayList<>();
    for (int i = 0; i < input.get("n_obs").size(); i++) {
      Background background =
          new Background.Gaussian(
              input.get("b").get(i).asDouble(), input.get("delta_b").get(i).asDouble());
      bins.add(
          new LikelihoodRatio.Bin(
              new CountingExperiment(input.get("n_obs").get(i).asLong(), background),
              input.get("s").get(i).asDouble()));
    }
    LikelihoodRatio ratio = new LikelihoodRatio(bins);
    assertClose("-2 ln Q", reference.expected().get("minus_two_ln_q"), ratio.minusTwoLogQ());
    assertClose("CLsb", reference.expected().get("clsb"), ratio.clsb());
    assertClose("CLb", reference.expected().get("clb"), ratio.clb());
    assertClose("CLs", reference.expected().get("cls"), ratio.cls());
  }

  /// What the observed and expected counts of NA62 give by other methods; the unified interval was
  /// checked by adding up all counts in another program.
  @Test
  void otherDensitiesAndIntervalsOfTheSearchForThreeNeutrinosAreKnown() {
    LimitSettings settings = new LimitSettings(0.9);
    Limit logNormal =
        new AsymptoticCls(settings)
            .limit(new CountingExperiment(6894, new Background.LogNormal(7549, 928)));
    assertThat(logNormal.observed().events()).isCloseTo(952.8, within(0.05));
    assertThat(logNormal.expected().median()).isCloseTo(1319.3, within(0.05));
    Limit gamma =
        new AsymptoticCls(settings)
            .limit(new CountingExperiment(6894, new Background.Gamma(7549, 928)));
    assertThat(gamma.observed().events()).isCloseTo(1069.6, within(0.05));
    assertThat(gamma.expected().median()).isCloseTo(1433.0, within(0.05));
    CountingExperiment gauss = new CountingExperiment(6894, new Background.Gaussian(7549, 928));
    FeldmanCousins.Construction unified =
        new FeldmanCousins(settings).construction(gauss.background());
    assertThat(unified.upper(6894)).isCloseTo(952.7, within(0.1));
    Limit closed = new NormalCls(settings).limit(gauss);
    assertThat(closed.observed().events()).isCloseTo(1186.20, within(0.005));
    assertThat(closed.expected().median()).isCloseTo(1533.10, within(0.005));
  }

  private static Limit.Interval interval(LimitMethod method, Case reference) {
    return method.limit(experiment(reference)).interval().orElseThrow();
  }

  private static CountingExperiment experiment(Case reference) {
    JsonNode input = reference.input();
    Background background =
        Background.Density.named(reference.all().path("prior").asString("gauss"))
            .of(input.get("b").asDouble(), input.path("delta_b").asDouble(0));
    return new CountingExperiment(input.get("n_obs").asLong(), background);
  }

  private static LimitSettings level(Case reference) {
    return settings(reference, AsimovSet.NOMINAL);
  }

  private static LimitSettings settings(Case reference, AsimovSet asimov) {
    return new LimitSettings(reference.input().get("cl").asDouble(), 0, asimov, TOYS);
  }
}
