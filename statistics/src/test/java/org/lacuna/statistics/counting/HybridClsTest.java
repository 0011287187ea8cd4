package org.lacuna.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.statistics.Reference.assertClose;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.Reference.Case;
import tools.jackson.databind.JsonNode;

class HybridClsTest {
  static Stream<Case> counting() {
    return Reference.cases("counting");
  }

  @ParameterizedTest
  @MethodSource("counting")
  void agreesWithTheReference(Case reference) {
    JsonNode expected = reference.expected();
    Background background =
        Background.Density.named(reference.all().get("prior").asString())
            .of(reference.input().get("b").asDouble(), reference.input().get("delta_b").asDouble());
    double observed = reference.input().get("n_obs").asLong();
    HybridCls method = new HybridCls(reference.input().get("cl").asDouble());

    assertClose(
        "limit",
        expected.get("ul_obs"),
        method.limit(new CountingExperiment((long) observed, background)).observed().events());
    assertClose(
        "Asimov limit",
        expected.get("ul_exp_asimov"),
        method.upperLimit(background, background.expected()).events());
    assertClose("band", expected.get("ul_exp_band"), method.expected(background).values());

    SmearedPoisson counts = new SmearedPoisson(background);
    assertThat(
            DoubleStream.of(-2, -1, 0, 1, 2).mapToLong(z -> counts.quantile(z).count()).toArray())
        .isEqualTo(
            expected
                .get("n_exp_quantiles")
                .get("value")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .toArray());
    assertClose("ln CLb", expected.get("log_clb"), counts.logAtMost(observed, 0));
    assertClose("ln p0", expected.get("log_p0"), counts.logAtLeast(observed, 0));
    for (JsonNode at : expected.get("at_s")) {
      double signal = at.get("s").asDouble();
      double logClsb = counts.logAtMost(observed, signal);
      assertClose("ln CLsb", at.get("log_clsb"), logClsb);
      assertClose("CLs", at.get("cls"), StrictMath.exp(logClsb - counts.logAtMost(observed, 0)));
    }
  }
}
