package org.lacuna.statistics.sideband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.sideband.SidebandOutcome.SidebandEstimate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nine spectra with the numbers of an independent program; the tolerances are those of the file.
class SidebandReferenceTest {

  record Case(JsonNode json) {
    JsonNode input() {
      return json.get("input");
    }

    @Override
    public String toString() {
      return json.get("id").asString();
    }
  }

  static Stream<Case> cases() {
    return read("/reference/statistics/sideband-reference.json")
        .get("cases")
        .valueStream()
        .map(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void windowsAreLaidAsInTheReference(Case spectrum) {
    assertThat(sidebands(spectrum).bins())
        .isEqualTo(
            spectrum
                .input()
                .get("bin_edges_in_sigma")
                .valueStream()
                .map(bin -> new Interval(bin.get(0).asDouble(), bin.get(1).asDouble()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allStatisticsAndBothOrdersAgreeWithTheReference(Case spectrum) {
    for (FitStatistic statistic : FitStatistic.values()) {
      JsonNode expected =
          spectrum.json().get("expected").get(statistic.name().toLowerCase(Locale.ROOT));
      SidebandEstimate quadratic = estimate(spectrum, new SidebandEstimator(2, 3, statistic));
      SidebandEstimate cubic = estimate(spectrum, new SidebandEstimator(3, 2, statistic));
      assertThat(quadratic.status()).isEqualTo("ok");
      agrees(quadratic.expected(), expected.get("n_exp_order2"), statistic + " expected, order 2");
      agrees(quadratic.statistical(), expected.get("stat_order2"), statistic + " stat, order 2");
      agrees(cubic.expected(), expected.get("n_exp_order3"), statistic + " expected, order 3");
      agrees(cubic.statistical(), expected.get("stat_order3"), statistic + " stat, order 3");
      agrees(quadratic.systematic(), expected.get("syst"), statistic + " syst");
      agrees(quadratic.sigma(), expected.get("delta_total"), statistic + " sigma");
      agrees(
          quadratic.deviance() * (counts(spectrum).length - 3),
          expected.get("poisson_deviance_order2"),
          statistic + " deviance");
    }
  }

  private static SidebandEstimate estimate(Case spectrum, SidebandEstimator estimator) {
    return (SidebandEstimate) estimator.estimate(sidebands(spectrum), counts(spectrum));
  }

  private static Sidebands sidebands(Case spectrum) {
    JsonNode input = spectrum.input();
    JsonNode range = input.get("range");
    return new PeakWindows(
            input.get("window_sigma").asDouble(),
            input.get("sideband_sigma").asDouble(),
            input.get("bin_width_sigma").asDouble(),
            new Interval(range.get(0).asDouble(), range.get(1).asDouble()))
        .sidebandsAt(input.get("m_N").asDouble(), input.get("sigma_m").asDouble());
  }

  private static long[] counts(Case spectrum) {
    JsonNode counts = spectrum.input().get("counts");
    return IntStream.range(0, counts.size()).mapToLong(i -> counts.get(i).asLong()).toArray();
  }

  private static void agrees(double value, JsonNode reference, String what) {
    double expected = reference.get("value").asDouble();
    double tolerance =
        reference.path("atol").asDouble(0)
            + reference.path("rtol").asDouble(0) * Math.abs(expected);
    assertThat(value).as(what).isCloseTo(expected, within(tolerance));
  }

  private static JsonNode read(String resource) {
    try (InputStream file =
        Objects.requireNonNull(SidebandReferenceTest.class.getResourceAsStream(resource))) {
      return JsonMapper.shared().readTree(file);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
