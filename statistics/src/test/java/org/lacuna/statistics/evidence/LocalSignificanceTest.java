package org.lacuna.statistics.evidence;

import static org.lacuna.statistics.Reference.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.Reference.Case;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;
import tools.jackson.databind.JsonNode;

class LocalSignificanceTest {
  static Stream<Case> counting() {
    return Reference.cases("counting");
  }

  @ParameterizedTest
  @MethodSource("counting")
  void allDefinitionsAgreeWithTheReference(Case reference) {
    JsonNode input = reference.input();
    Background background =
        Background.Density.named(reference.all().get("prior").asString())
            .of(input.get("b").asDouble(), input.get("delta_b").asDouble());
    CountingExperiment experiment = new CountingExperiment(input.get("n_obs").asLong(), background);
    agrees(reference, "z_hybrid", LocalSignificance.hybrid(experiment).sigma());
    agrees(reference, "z_simple_pred", LocalSignificance.simplePredicted(experiment));
    agrees(reference, "z_simple_obs", LocalSignificance.simpleObserved(experiment));
    agrees(reference, "z_profile_gauss", LocalSignificance.profileGauss(experiment));
    agrees(reference, "z_lima", LocalSignificance.liMa(experiment));
    agrees(reference, "z_bi", LocalSignificance.binomial(experiment));
  }

  static Stream<Case> onOff() {
    return Reference.cases("significance_on_off");
  }

  @ParameterizedTest
  @MethodSource("onOff")
  void onAndOffRegionsAgreeWithTheReference(Case reference) {
    long on = reference.input().get("n_on").asLong();
    double off = reference.input().get("n_off").asDouble();
    double tau = reference.input().get("tau").asDouble();
    agrees(reference, "z_bi", LocalSignificance.binomial(on, off, tau).sigma());
    agrees(reference, "z_lima", LocalSignificance.liMa(on, off, tau));
    agrees(reference, "z_hybrid_gauss", LocalSignificance.hybridGauss(on, off, tau).sigma());
  }

  static Stream<Case> asimov() {
    return Reference.cases("asimov_significance");
  }

  @ParameterizedTest
  @MethodSource("asimov")
  void expectedSignificancesAgreeWithTheReference(Case reference) {
    Background background =
        new Background.Gaussian(
            reference.input().get("b").asDouble(), reference.input().get("delta_b").asDouble());
    double signal = reference.input().get("s").asDouble();
    agrees(reference, "z_asimov", LocalSignificance.asimov(signal, background));
  }

  static Stream<Case> global() {
    return Reference.cases("global_significance");
  }

  @ParameterizedTest
  @MethodSource("global")
  void boundsOnTheGlobalSignificanceAgreeWithTheReference(Case reference) {
    GlobalSignificance bound =
        GlobalSignificance.grossVitells(
            reference.input().get("z_local").asDouble(),
            reference.input().get("mean_upcrossings").asDouble(),
            reference.input().get("q_threshold").asDouble());
    agrees(reference, "p_global_bound", bound.pValue());
    agrees(reference, "z_global", bound.sigma());
  }

  private static void agrees(Case reference, String key, double actual) {
    if (reference.expected().has(key)) assertClose(key, reference.expected().get(key), actual);
  }
}
