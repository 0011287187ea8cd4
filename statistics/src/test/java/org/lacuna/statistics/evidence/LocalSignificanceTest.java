package org.lacuna.statistics.evidence;

import static org.lacuna.statistics.Reference.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.statistics.Reference;
import org.lacuna.statistics.Reference.Case;
import org.lacuna.statistics.counting.Background;
import org.lacuna.statistics.counting.CountingExperiment;

class LocalSignificanceTest {
  static Stream<Case> counting() {
    return Reference.cases("counting");
  }

  @ParameterizedTest
  @MethodSource("counting")
  void agreesWithTheReference(Case reference) {
    Background background =
        Background.Density.named(reference.all().get("prior").asString())
            .of(reference.input().get("b").asDouble(), reference.input().get("delta_b").asDouble());
    CountingExperiment experiment =
        new CountingExperiment(reference.input().get("n_obs").asLong(), background);
    assertClose(
        "hybrid",
        reference.expected().get("z_hybrid"),
        LocalSignificance.hybrid(experiment).sigma());
    if (reference.expected().has("z_profile_gauss")) {
      assertClose(
          "profile",
          reference.expected().get("z_profile_gauss"),
          LocalSignificance.profileGauss(experiment));
    }
  }
}
