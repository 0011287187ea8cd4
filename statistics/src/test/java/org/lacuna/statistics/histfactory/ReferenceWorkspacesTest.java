package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.AsymptoticCls.Cls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Limit;
import org.lacuna.statistics.histfactory.Fit.Estimate;
import org.lacuna.statistics.histfactory.ReferenceWorkspaces.Case;
import tools.jackson.databind.JsonNode;

/// Workspaces solved by pyhf with a tightened minimiser; the tolerances stand in the files.
class ReferenceWorkspacesTest {
  static List<Case> cases() throws IOException, URISyntaxException {
    return ReferenceWorkspaces.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parametersAreNamedAndOrderedAsInPyhf(Case reference) {
    assertThat(reference.model().parameters())
        .extracting(Parameter::name)
        .containsExactlyElementsOf(
            reference
                .result()
                .get("parameter_names")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsAndDensityAtTheStartAgree(Case reference) {
    Model model = reference.model();
    assertThat(model.expected(model.inits()))
        .containsExactly(
            ReferenceWorkspaces.numbers(reference.result().get("expected_data_at_init")),
            within(1e-10));
    double logDensity = reference.result().get("logpdf_at_init").doubleValue();
    assertThat(new Likelihood(model, model.observed()).twiceNll(model.inits()))
        .isCloseTo(
            -2 * logDensity,
            within(2 * Math.abs(logDensity) * reference.tolerance("logpdf_at_init", "rtol")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fitsAgree(Case reference) {
    Model model = reference.model();
    JsonNode best = reference.result().get("best_fit");
    Fit fit = Fit.of(model);
    assertThat(fit.outcome()).isIn(Outcome.OK, Outcome.AT_BOUND);
    assertThat(fit.twiceNll()).isCloseTo(best.get("twice_nll").doubleValue(), twiceNll(reference));
    assertThat(fit.estimates().get(model.poi().getAsInt()).value())
        .isCloseTo(best.get("mu_hat").doubleValue(), within(best.get("mu_hat_atol").doubleValue()));

    JsonNode background = reference.result().get("background_only_fit");
    Fit held = Fit.at(model, 0);
    assertThat(held.outcome()).isEqualTo(Outcome.OK);
    assertThat(held.twiceNll())
        .isCloseTo(background.get("twice_nll").doubleValue(), twiceNll(reference));
    assertThat(held.estimates().stream().mapToDouble(Estimate::value).toArray())
        .containsExactly(ReferenceWorkspaces.numbers(background.get("parameters")), within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void testsOfOneSignalAgree(Case reference) {
    Model model = reference.model();
    AsymptoticCls asymptotic = new AsymptoticCls(model, Asimov.POSTFIT);
    for (JsonNode test : reference.result().get("hypotests_qtilde")) {
      double mu = test.get("mu").doubleValue();
      assertThat(Fit.at(model, mu).twiceNll())
          .isCloseTo(test.get("twice_nll_fixed").doubleValue(), twiceNll(reference));
      Cls cls = asymptotic.at(mu);
      assertThat(cls.outcome()).isEqualTo(Outcome.OK);
      assertCls(reference, cls.clsb(), test.get("clsb").doubleValue());
      assertCls(reference, cls.clb(), test.get("clb").doubleValue());
      assertCls(reference, cls.cls(), test.get("cls").doubleValue());
      double[] expected = ReferenceWorkspaces.numbers(test.get("expected_cls"));
      double[] band = numbers(cls.expected());
      for (int z = 0; z < 5; z++) assertCls(reference, band[z], expected[z]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void limitsAgree(Case reference) {
    AsymptoticCls asymptotic = new AsymptoticCls(reference.model(), Asimov.POSTFIT);
    for (String percent : List.of("90", "95")) {
      JsonNode limits = reference.result().get("upper_limits").get(percent);
      Limit limit = asymptotic.limit(Integer.parseInt(percent) / 100.0);
      var tolerance = withinPercentage(100 * reference.tolerance("upper_limits", "rtol"));
      assertThat(limit.outcome()).isEqualTo(Outcome.OK);
      assertThat(limit.observed()).isCloseTo(limits.get("observed").doubleValue(), tolerance);
      double[] expected = ReferenceWorkspaces.numbers(limits.get("expected"));
      double[] band = numbers(limit.expected());
      for (int z = 0; z < 5; z++) assertThat(band[z]).isCloseTo(expected[z], tolerance);
      assertThat(limit.clsAtLimit()).isCloseTo(1 - Integer.parseInt(percent) / 100.0, within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void evidenceAgrees(Case reference) {
    assertThat(new AsymptoticCls(reference.model(), Asimov.POSTFIT).discovery().pValue())
        .isCloseTo(
            reference.result().get("discovery_p0").doubleValue(),
            withinPercentage(100 * reference.tolerance("discovery_p0", "rtol")));
  }

  private static Offset<Double> twiceNll(Case reference) {
    return within(reference.tolerance("twice_nll", "atol"));
  }

  private static void assertCls(Case reference, double value, double expected) {
    assertThat(value)
        .isCloseTo(
            expected,
            within(
                reference.tolerance("cls", "atol")
                    + expected * reference.tolerance("cls", "rtol")));
  }

  private static double[] numbers(ExpectedBand band) {
    return new double[] {band.m2(), band.m1(), band.median(), band.p1(), band.p2()};
  }
}
